"""Spans of an article to mark, and which lines they touch."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from tracker.rtl import Layout

TONES = (
    "proposed", "accepted", "rated", "settled", "rejected", "disagreement", "current", "cue",
    "source",
)  # fmt: skip
"""What a highlight can say of its span; each is a component class, ``article--<tone>``."""


@frozen(kw_only=True)
class Highlight:
    """A span of the article to mark.

    Attributes:
        start: offset of its first character.
        end: offset after its last one.
        tone: one of ``TONES``, or of those that a widget adds.
    """

    start: int
    end: int
    tone: str


class HighlightIndex:
    """Highlights by line of one layout, in the order they were given."""

    def __init__(self, highlights: Sequence[Highlight], layout: Layout) -> None:
        self._by_line: defaultdict[int, list[Highlight]] = defaultdict(list)
        for highlight in highlights:
            for number in lines_of(layout, highlight.start, highlight.end):
                self._by_line[number].append(highlight)

    def on_line(self, number: int) -> Sequence[Highlight]:
        """Return the highlights that touch a line."""
        return self._by_line.get(number, ())


def lines_of(layout: Layout, start: int, end: int) -> range:
    """Return the numbers of the lines that hold ``[start, end)``; none for an empty span."""
    if start >= end:
        return range(0)
    return range(layout.line_of(start), layout.line_of(end - 1) + 1)
