"""One visual line of cells, with both maps between columns and offsets."""

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """What stands in one place of a line.

    Attributes:
        text: what is sent to the terminal: a base in its final form, then its marks.
        width: columns it takes, 1 or 2.
        start: offset (code points of the caller's text) of the first character shown.
        end: offset after the last one.
        rtl: whether it belongs to a right-to-left run.
        hidden: whether it stands for, or holds, a character that a reader should be warned of.
    """

    text: str
    width: int
    start: int
    end: int
    rtl: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line. Columns count from its first cell, whatever its alignment.

    Attributes:
        cells: from left to right as they are seen.
        start: offset of the first character of the line, in logical order.
        end: offset after the last one; blanks at the end belong to the line but have no cell.
        rtl: the paragraph's direction; such a line is drawn against the right edge.
        width: columns that all cells take together.
    """

    cells: tuple[Cell, ...]
    start: int
    end: int
    rtl: bool
    width: int

    @property
    def text(self) -> str:
        """What is sent to the terminal, from left to right."""
        return "".join(cell.text for cell in self.cells)

    def indent(self, width: int) -> int:
        """Return the blank columns before the line when it is drawn ``width`` columns wide."""
        return max(0, width - self.width) if self.rtl else 0

    def columns(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the column ranges, end exclusive, that show ``text[start:end]``.

        They ascend and do not touch; there may be several, for a logical span is cut where
        the direction changes, and none where nothing of it is on this line.
        """
        if start >= end:
            return []
        ranges: list[tuple[int, int]] = []
        left = 0
        for _, width, cell_start, cell_end, _, _ in self.cells:
            right = left + width
            if cell_start < end and cell_end > start:
                if ranges and ranges[-1][1] == left:
                    ranges[-1] = (ranges[-1][0], right)
                else:
                    ranges.append((left, right))
            left = right
        return ranges

    def column_of(self, offset: int) -> int:
        """Return the left column of the cell that shows the character at ``offset``.

        For an offset that has no cell here, the column just past the end of the line in its
        reading direction: ``width`` where it reads left to right, -1 where right to left.
        """
        left = 0
        for cell in self.cells:
            if cell.start <= offset < cell.end:
                return left
            left += cell.width
        return -1 if self.rtl else self.width

    def cell_at(self, column: int) -> Cell | None:
        """Return the cell that covers ``column``, or None where the line has none."""
        if not 0 <= column < self.width:
            return None
        if len(self.cells) == self.width:
            return self.cells[column]
        for cell in self.cells:
            column -= cell.width
            if column < 0:
                return cell
        return None

    def offset_at(self, column: int) -> int | None:
        """Return the offset of the first character seen in ``column``; None outside the line."""
        cell = self.cell_at(column)
        return None if cell is None else cell.start
