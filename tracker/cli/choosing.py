"""What the filters of the list commands mean."""


def holds(words: str | None, *texts: str) -> bool:
    """Return whether every one of ``words`` occurs in one of ``texts``, spelling folded away."""
    if not words:
        return True
    # The folding tables take longer to build than a short list to print.
    from tracker.text.folding import fold_text

    folded = [fold_text(text) for text in texts]
    return all(any(word in text for text in folded) for word in fold_text(words).split())
