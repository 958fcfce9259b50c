"""Cues of a whole article, by the rules of its language."""

from collections.abc import Callable, Iterator, Sequence

from tracker.attribution.arabic_cues import ArabicCues
from tracker.attribution.draft import Draft
from tracker.attribution.english_cues import EnglishCues
from tracker.attribution.lexicon import Lexicon
from tracker.model import Cue, Passage
from tracker.text.quotations import Quotations
from tracker.text.wordlists import PhraseList
from tracker.text.words import Words, words_of

Finder = Callable[[Words], Iterator[Draft]]


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
    become sources. What somebody thinks aloud inside ``quoted`` speech is part of the speech; only
    verbs of saying with a third person before them count there. A source that is none
    (``مصادر الطاقة``, ``sources of income``) has no cue.
    """
    find = _finder(language, lexicon)
    if find is None:
        return ()
    friends = lexicon.table(language, "false_friend")
    speaker = lexicon.words.get(language, "speaker")
    return tuple(
        draft.to_cue(words, passage.span.end)
        for passage in passages
        if passage.kind.holds_claims
        for words in (words_of(text, passage.span.start, passage.span.end),)
        for draft in find(words)
        if not (draft.mention and friends.find(words, draft.mention[0]))
        if not (quoted and language == "en" and _spoken(words, draft, quoted, speaker))
    )


def _spoken(words: Words, draft: Draft, quoted: Quotations, speaker: PhraseList) -> bool:
    """Whether a cue is part of somebody's speech rather than a report of another's."""
    if draft.rule == "colon" or quoted.around(words.items[draft.cue[0]].start) is None:
        return False
    own = draft.mention is None or words.form(draft.mention[0]) in speaker
    return own or "trail" not in draft.row.frames
