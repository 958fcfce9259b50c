"""Cues of a whole article, by the rules of its language."""

from collections.abc import Callable, Iterable, Iterator

from tracker.attribution.arabic_cues import ArabicCues
from tracker.attribution.draft import Draft
from tracker.attribution.lexicon import Lexicon
from tracker.model import Cue, Passage
from tracker.text.words import Words, words_of

Finder = Callable[[Words], Iterator[Draft]]


def _finder(language: str, lexicon: Lexicon) -> Finder | None:
    if language == "ar":
        return ArabicCues.of(lexicon).find
    return None


def find_cues(
    text: str, passages: Iterable[Passage], lexicon: Lexicon, language: str
) -> tuple[Cue, ...]:
    """Return the cues of ``passages`` in reading order; none in a language without rules.

    Only passages that hold claims are read, so that page furniture and picture credits never
    become sources.
    """
    find = _finder(language, lexicon)
    if find is None:
        return ()
    return tuple(
        draft.to_cue(words, passage.span.end)
        for passage in passages
        if passage.kind.holds_claims
        for words in (words_of(text, passage.span.start, passage.span.end),)
        for draft in find(words)
    )
