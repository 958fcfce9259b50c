"""Stretches kept apart from what stands around them, as UAX #9 isolates, with no marks in the text.

A line that a program composes holds pieces from elsewhere. Each has its own direction, and its
neutral characters and numbers are no business of its neighbours: that is what the standard's
first-strong isolate (FSI ... PDI) is for.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from tracker.rtl.bidi import levels

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

Ranges = Sequence[tuple[int, int]]
"""Ranges of offsets, end exclusive, that lie apart or within one another."""


class IsolatedLevels(NamedTuple):
    """Levels of a paragraph with isolates.

    Attributes:
        base: the paragraph's level.
        levels: that of every character.
        borders: that of the marks which would stand before a character, by its place; they part
            what is beside them when a line is reordered (L2).
    """

    base: int
    levels: tuple[int, ...]
    borders: dict[int, int]


def isolated_levels(paragraph: str, base: int | None, isolates: Ranges) -> IsolatedLevels:
    """Return what ``levels`` would with an FSI before each range and a PDI after it.

    Args:
        paragraph: as for ``levels``.
        base: as for ``levels``.
        isolates: the ranges; empty ones count for nothing.
    """
    filled = [(start, end) for start, end in isolates if start < end]
    opened = Counter(start for start, _ in filled)
    closed = Counter(end for _, end in filled)
    pieces: list[str] = []
    own: list[bool] = []
    mark_at: dict[int, int] = {}
    place = 0
    for border in sorted({*opened, *closed, len(paragraph)}):
        marks = POP_ISOLATE * closed[border] + FIRST_STRONG_ISOLATE * opened[border]
        pieces += (paragraph[place:border], marks)
        own += [True] * (border - place)
        if marks:
            mark_at[border] = len(own)
        own += [False] * len(marks)
        place = border
    level, found = levels("".join(pieces), base)
    borders = {border: found[mark] for border, mark in mark_at.items()}
    return IsolatedLevels(level, tuple(compress(found, own)), borders)


def within(isolates: Ranges, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the parts of the ranges that lie in ``[start, end)``, counted from ``start``."""
    return tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in isolates
        if first < end and last > start
    )
