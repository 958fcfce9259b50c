"""Stretches of a sentence between cues and clause boundaries, trimmed to words."""

from attrs import frozen

from tracker.model import Cue, Span
from tracker.text.wordlists import PhraseList
from tracker.text.words import QUOTE_MARKS, Words


@frozen(kw_only=True)
class Piece:
    """A stretch that may become a claim, or part of one.

    Attributes:
        start: index of its first word.
        end: index after its last.
        reason: why it begins where it does.
        resumes: whether it goes on with the clause that a cue or an insertion interrupted.
        over: how many claims stand between it and that clause.
    """

    start: int
    end: int
    reason: str
    resumes: bool = False
    over: int = 0

    def span(self, words: Words) -> Span:
        """Return its place in the article."""
        return words.span(self.start, self.end)


def regions(words: Words, cues: tuple[Cue, ...]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of word indexes that no cue and no name around a cue takes."""
    taken = [cue.frame for cue in cues]
    found: list[tuple[int, int]] = []
    start, at = 0, 0
    for index, word in enumerate(words.items):
        while at < len(taken) and taken[at].end <= word.start:
            at += 1
        if at < len(taken) and taken[at].start < word.end:
            if start < index:
                found.append((start, index))
            start = index + 1
    if start < len(words):
        found.append((start, len(words)))
    return tuple(found)


@frozen(kw_only=True)
class Edges:
    """Words that a claim does not consist of, or does not end in.

    Attributes:
        leftover: words that alone make no claim.
        dangling: words that open what a cue then takes over (``وهذا ما | أكده``).
        adverbial: words that open a phrase of time or place.
    """

    leftover: PhraseList
    dangling: PhraseList
    adverbial: PhraseList


def trim(words: Words, start: int, end: int, edges: Edges) -> tuple[int, int] | None:
    """Return the range without outer marks and dangling words; None when nothing is told.

    A quotation mark or bracket stays when its partner stays too.
    """
    if not any(_tells(words, index, edges.leftover) for index in range(start, end)):
        return None
    changed = True
    while changed and start < end:
        changed = False
        if not words.lexical(start) and not _kept_opener(words, start, end):
            start, changed = start + 1, True
        elif words.form(end - 1) in edges.dangling or (
            not words.lexical(end - 1) and not _kept_closer(words, start, end - 1)
        ):
            end, changed = end - 1, True
    return (start, end) if start < end else None


def _tells(words: Words, index: int, leftover: PhraseList) -> bool:
    return words.lexical(index) and words.form(index) not in leftover


def _kept_opener(words: Words, index: int, end: int) -> bool:
    return words.closers.get(index, end) < end


def _kept_closer(words: Words, start: int, index: int) -> bool:
    text = words.text(index)
    if text not in QUOTE_MARKS and text not in ")]%":
        return False
    return text == "%" or any(
        words.closers.get(opener) == index
        for opener in range(max(start, index - _PAIR_WINDOW), index)
    )


#: How far back the partner of a closing mark is looked for when it ends a piece.
_PAIR_WINDOW = 400
