"""Cells and columns of a table, and a row of them as one strip."""

from collections.abc import Callable, Sequence

from attrs import frozen
from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tracker.rtl import cut, displayable, fit, hides, one_line
from tracker.tui.terminal import TextOrder
from tracker.tui.widgets.bidi_filter import ORDERED
from tracker.tui.widgets.painting import paint

#: What a cell can look like; each is a component class, ``table--<tone>``.
CELL_TONES = ("muted", "good", "bad", "warning", "accent", "strong")
#: How a table looks; its cells' tones among the rest.
TABLE_CSS = """
VirtualTable {
    height: 1fr;
    overflow-x: hidden;
    scrollbar-gutter: stable;
    & > .table--header { color: $text-muted; text-style: bold; }
    & > .table--cursor { background: $block-cursor-blurred-background; }
    &:focus > .table--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: bold;
    }
    & > .table--marked { color: $text-accent; text-style: bold; }
    & > .table--hidden { background: $error; color: $background; }
    & > .table--muted { color: $text-muted; }
    & > .table--good { color: $text-success; }
    & > .table--bad { color: $text-error; }
    & > .table--warning { color: $text-warning; }
    & > .table--accent { color: $text-accent; }
    & > .table--strong { text-style: bold; }
}
"""

_GAP = 1
_GLANCE = 40  # code points per column that are looked at: enough for any writing


@frozen
class TableCell:
    """One place of a row.

    Attributes:
        text: logical text, never markup.
        tone: one of ``CELL_TONES``, or nothing.
        ending: what stands after the text and is there also when that is cut, such as the mark
            of a guess; ASCII.
    """

    text: str
    tone: str = ""
    ending: str = ""

    def within(self, width: int) -> str:
        """Return the text with its ending, cut where it takes more than ``width`` columns."""
        if not self.ending:
            return self.text
        return cut(self.text, max(0, width - len(self.ending))) + self.ending


@frozen
class Column:
    """One column.

    Attributes:
        label: its heading.
        width: columns of the terminal; 0 to share what the others leave.
        share: how much of that it takes, relative to the others that share.
    """

    label: str
    width: int = 0
    share: int = 1


Row = tuple[TableCell, ...]
#: The style of a tone.
Looks = Callable[[str], Style]


def column_widths(columns: Sequence[Column], room: int) -> tuple[int, ...]:
    """Return how wide each column is drawn; what is left over goes to the last that shares."""
    fixed = sum(column.width for column in columns) + _GAP * (len(columns) - 1)
    left = max(0, room - fixed)
    shares = sum(column.share for column in columns if not column.width)
    widths = [column.width or left * column.share // shares for column in columns]
    sharing = [place for place, column in enumerate(columns) if not column.width]
    if sharing:
        widths[sharing[-1]] += left - sum(widths[place] for place in sharing)
    return tuple(widths)


def paint_row(
    row: Row,
    widths: Sequence[int],
    base: Style,
    style_of: Looks,
    order: TextOrder,
) -> Strip:
    """Return a row as one strip; each cell is ordered, cut and padded to its own column.

    Args:
        row: the cells, as many as there are widths.
        widths: columns of the terminal for each.
        base: style of everything that no tone changes.
        style_of: the style of a tone.
        order: who puts text in order.

    A cell that hides what a reader should be warned of has the tone ``hidden`` where it does.
    """
    base += ORDERED
    segments: list[Segment] = []
    for cell, width in zip(row, widths, strict=True):
        if segments:
            segments.append(Segment(" " * _GAP, base))
        own = base + style_of(cell.tone) if cell.tone else base
        text = cell.within(width)
        glanced = text[: width * _GLANCE]
        if order != "app":
            segments.append(Segment(set_cell_size(displayable(glanced), width), own))
        elif hides(glanced):
            line = one_line(cut(text, width))
            hidden = style_of("hidden")
            segments.extend(paint(line, text, width, own, (), order, hidden))
        else:
            segments.append(Segment(fit(text, width), own))
    return Strip(segments, sum(widths) + _GAP * (len(widths) - 1))
