"""Right-to-left text in widgets that know nothing of it: labels, tables, footers, titles."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tracker.rtl import has_rtl, one_line
from tracker.tui.widgets.origins import orders

_ORDERED_MARK = "ordered"
ORDERED = Style(meta={_ORDERED_MARK: True})
"""Style of segments that are in visual order already; the filter lets them through."""

# Borders, rules and block characters, or two blanks: what parts one text from the next.
_APART = re.compile("[\u2500-\u259f\u2800-\u28ff]+|  +")


@lru_cache(maxsize=1024)
def is_ordered(style: Style | None) -> bool:
    """Whether a segment's style says that its text is in visual order already."""
    return style is not None and _ORDERED_MARK in style.meta


class _Character(NamedTuple):
    text: str
    style: Style | None


class BidiFilter(LineFilter):
    """Puts every stretch of a rendered line into visual order, its styles going with it.

    A stretch ends at borders, at two blanks or more, and at text that is ordered already; each
    takes the direction of its own words and keeps its place and width. Lines without
    right-to-left characters are returned as they came.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line's segments in visual order."""
        if not any(has_rtl(segment.text) and not is_ordered(segment.style) for segment in segments):
            return segments
        line: list[Segment] = []
        for ordered, group in groupby(segments, lambda each: _is_left_alone(each)):
            if ordered:
                line.extend(group)
            else:
                line.extend(_order_segments(list(group)))
        return line


def _is_left_alone(segment: Segment) -> bool:
    return bool(segment.control) or is_ordered(segment.style)


def _order_segments(segments: list[Segment]) -> list[Segment]:
    text = "".join(segment.text for segment in segments)
    styles = [segment.style for segment in segments for _ in segment.text]
    characters = [
        character
        for start, end in _stretches(text)
        for character in _order_stretch(text[start:end], styles[start:end])
    ]
    return [
        Segment("".join(character.text for character in run), style)
        for style, run in groupby(characters, lambda each: each.style)
    ]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut a line into stretches and what parts them."""
    place = 0
    for found in _APART.finditer(text):
        yield place, found.start()
        yield found.span()
        place = found.end()
    yield place, len(text)


def _order_stretch(text: str, styles: list[Style | None]) -> list[_Character]:
    core = text.strip(" ")
    if not has_rtl(core):
        return [_Character(*pair) for pair in zip(text, styles, strict=True)]
    first = text.index(core)
    before = [_Character(" ", style) for style in styles[:first]]
    after = [_Character(" ", style) for style in styles[first + len(core) :]]
    line = one_line(core, *orders(core))
    cells = [_Character(cell.text, styles[first + cell.start]) for cell in line.cells]
    # A lam-alef was counted as two cells and takes one: the line keeps its width.
    spare = [_Character(" ", styles[first + len(core) - 1])] * (cell_len(core) - line.width)
    return [*before, *spare, *cells, *after] if line.rtl else [*before, *cells, *spare, *after]
