"""What the filters of the list commands mean."""

from tracker.text.folding import fold_text


def holds(words: str | None, *texts: str) -> bool:
    """Return whether every one of ``words`` occurs in one of ``texts``, spelling folded away."""
    if not words:
        return True
    folded = [fold_text(text) for text in texts]
    return all(any(word in text for text in folded) for word in fold_text(words).split())
