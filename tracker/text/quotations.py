"""Quotations in a paragraph, across its sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from attrs import frozen

from tracker.model import Passage, Span
from tracker.text.words import words_of

_QUOTE = re.compile("[\"«“„‹'`]")
#: A turn of an interview. Names are left out: ``WASHINGTON:`` is a dateline.
_TURN = re.compile(r"(?:Q|A|Question|Answer|QUESTION|ANSWER)[ \t]*:(?=[ \t]+\S)")
#: A shorter quotation is a name (``"داعش"``), not speech.
SPEECH_WORDS = 5


@frozen
class Quotations:
    """The longer quotations of one text, in reading order, not nested.

    Attributes:
        spans: their places, marks included.
    """

    spans: tuple[Span, ...]

    def around(self, offset: int) -> Span | None:
        """Return the quotation that holds the character at ``offset``, None when none does."""
        index = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        found = self.spans[index] if index >= 0 else None
        return found if found and found.start < offset < found.end - 1 else None


def speech_in(text: str, segments: Iterable[Passage]) -> Quotations:
    """Return the quotations of a whole article that are long enough to be speech."""
    return Quotations(
        tuple(
            span
            for one in segments
            if one.kind.holds_claims
            for span in quotations(text, one.span, SPEECH_WORDS)
        )
    )


def quotations(text: str, paragraph: Span, shortest: int) -> tuple[Span, ...]:
    """Return the outermost quotations of one paragraph with at least ``shortest`` words and marks.

    A mark that opens the paragraph and is never closed, as where a quotation runs over several
    paragraphs, quotes all of it. A turn of an interview is quoted from the colon on.
    """
    if turn := _TURN.match(text, paragraph.start, paragraph.end):
        return (Span(turn.end() - 1, paragraph.end),)
    if not _QUOTE.search(text, paragraph.start, paragraph.end):
        return ()
    words = words_of(text, paragraph.start, paragraph.end)
    found: list[Span] = []
    end = -1
    for opener in sorted(words.closers):
        closer = words.closers[opener]
        if opener <= end or words.text(opener) in "([":
            continue
        end = closer
        if closer - opener > shortest:
            found.append(words.span(opener, closer + 1))
    if words.text(0) in {"“", "«", '"', "''", "``"} and 0 not in words.closers:
        return (paragraph,)
    return tuple(found)
