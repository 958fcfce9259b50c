"""Cues of a whole article, by the rules of its language."""

from collections.abc import Callable, Iterator, Sequence

from tracker.attribution.arabic_cues import ArabicCues
from tracker.attribution.draft import Draft
from tracker.attribution.english_cues import EnglishCues
from tracker.attribution.lexicon import Lexicon
from tracker.model import Cue, Passage
from tracker.text.quotations import Quotations
from tracker.text.words import Words, words_of

Finder = Callable[[Words, Quotations | None], Iterator[Draft]]


def _finder(language: str, lexicon: Lexicon) -> Finder | None:
    if language == "ar":
        return ArabicCues.of(lexicon).find
    if language == "en":
        return EnglishCues.of(lexicon).find
    return None


def find_cues(
    text: str,
    passages: Sequence[Passage],
    lexicon: Lexicon,
    language: str,
    quoted: Quotations | None = None,
) -> tuple[Cue, ...]:
    """Return the cues of ``passages`` in reading order; none in a language without rules.

    Only passages that hold claims are read, so that page furniture and picture credits never
    become sources; what somebody thinks aloud inside ``quoted`` speech is part of the speech. A
    source that is none (``مصادر الطاقة``, ``sources of income``) has no cue.
    """
    find = _finder(language, lexicon)
    if find is None:
        return ()
    friends = lexicon.table(language, "false_friend")
    return tuple(
        draft.to_cue(words, passage.span.end)
        for passage in passages
        if passage.kind.holds_claims
        for words in (words_of(text, passage.span.start, passage.span.end),)
        for draft in find(words, quoted)
        if not (draft.mention and friends.find(words, draft.mention[0]))
    )
