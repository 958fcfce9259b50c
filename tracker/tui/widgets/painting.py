"""Visual lines into strips of styled segments."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tracker.rtl import Cell, Line, displayable
from tracker.tui.terminal import TextOrder
from tracker.tui.widgets.bidi_filter import ORDERED

_RIGHT_TO_LEFT_ISOLATE, _POP_ISOLATE = "\u2067", "\u2069"
_NOT_SENT = {0x200B: None}


class Mark(NamedTuple):
    """A style over a range of offsets, end exclusive."""

    start: int
    end: int
    style: Style


def paint(
    line: Line,
    source: str,
    width: int,
    base: Style,
    marks: Sequence[Mark],
    order: TextOrder,
    hidden: Style | None = None,
) -> Strip:
    """Return a line as a strip exactly ``width`` columns wide, right-aligned where it is RTL.

    Args:
        line: the visual line.
        source: the text that its offsets belong to.
        width: columns of the strip.
        base: style of everything that no mark covers.
        marks: later ones lie over earlier ones.
        order: who puts the line in order; where that is not this program, it is sent in
            logical order, for the terminal to turn round with its colours.
        hidden: lies over cells that hold what a reader should be warned of.
    """
    base += ORDERED
    sent = as_sent(line, source, order)
    runs = [
        Segment("".join([cell.text for cell in cells]), style)
        for style, cells in groupby(sent.cells, lambda cell: _style_of(cell, base, marks, hidden))
    ]
    if order == "terminal" and line.rtl and runs:
        runs = [Segment(_RIGHT_TO_LEFT_ISOLATE, base), *runs, Segment(_POP_ISOLATE, base)]
    padding = [Segment(" " * (width - sent.width), base)] if sent.width < width else []
    return Strip([*padding, *runs] if line.rtl else [*runs, *padding], max(width, sent.width))


def as_sent(line: Line, source: str, order: TextOrder) -> Line:
    """Return a line as its cells are sent: where this program does not order, as written.

    Args:
        line: the visual line.
        source: the text that its offsets belong to.
        order: who puts the line in order.
    """
    if order == "app":
        return line
    cells = tuple(
        cell._replace(text=text, width=cell_len(text))
        for cell in sorted(line.cells, key=lambda cell: cell.start)
        for text in [displayable(source[cell.start : cell.end]).translate(_NOT_SENT)]
    )
    return Line(cells, line.start, line.end, False, sum(cell.width for cell in cells))


def _style_of(cell: Cell, base: Style, marks: Sequence[Mark], hidden: Style | None) -> Style:
    style = base
    for start, end, over in marks:
        if cell.start < end and cell.end > start:
            style += over
    return style + hidden if cell.hidden else style
