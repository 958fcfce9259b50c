"""One line of typed text, shown in reading order."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tracker.rtl import Cell, Line, Paragraph, has_rtl, hides
from tracker.tui.widgets.bidi_filter import ORDERED
from tracker.tui.widgets.painting import as_sent
from tracker.tui.widgets.text_order import text_order


class RtlInput(Input):
    """An input whose text is logical and whose arrows go the way they point.

    A value that begins right-to-left stands against the right edge. The cell that a hidden
    character hides in is marked, whoever orders text. A value with neither is left to Textual's
    own input.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"input--hidden"}
    DEFAULT_CSS = """
    RtlInput {
        & > .input--hidden { background: $error; color: $background; }
    }
    """

    def _ordered(self) -> Line | None:
        """The value and a place for the cursor after it; None where Textual can show it.

        A value that hides something is drawn here whoever orders text: nothing hidden is sent
        to act on the terminal.
        """
        order = text_order(self.app)
        ours = order == "app" and has_rtl(self.value)
        if self.password or not (ours or hides(self.value)):
            return None
        text = self.value + " "
        return as_sent(Paragraph(text).line(0, len(text), keep_blanks=True), text, order)

    def _window(self, line: Line) -> tuple[int, int]:
        """The first column of the line in sight, and the blank columns before it."""
        width = self.scrollable_content_region.width
        if line.width <= width:
            return 0, line.indent(width)
        cursor = max(0, line.column_of(self.cursor_position))
        first = line.width - width if line.rtl else 0
        if cursor < first:
            return cursor, 0
        return max(first, cursor - width + 1), 0

    def render_line(self, y: int) -> Strip:
        """Return the line in visual order, with selection and cursor on the right cells."""
        line = self._ordered()
        if y or line is None:
            return super().render_line(y)
        base = self.rich_style + ORDERED
        first, indent = self._window(line)
        segments = [Segment(cell.text, self._style_of(cell, base)) for cell in line.cells]
        width = self.scrollable_content_region.width
        strip = Strip(segments, line.width).crop(first, first + width)
        padding = [Segment(" " * indent, base)] if indent else []
        return Strip([*padding, *strip]).simplify().extend_cell_length(width, base)

    def _style_of(self, cell: Cell, base: Style) -> Style:
        if cell.hidden:
            base += self.get_component_rich_style("input--hidden", partial=True)
        if not self.has_focus:
            return base
        start, end = sorted(self.selection)
        if cell.start < end and cell.end > start:
            base += self.get_component_rich_style("input--selection")
        if self._cursor_visible and cell.start <= self.cursor_position < cell.end:
            base += self.get_component_rich_style("input--cursor")
        return base

    @property
    def _cursor_offset(self) -> int:
        """The column of the cursor, which the terminal's own follows."""
        line = self._ordered()
        if line is None:
            return super()._cursor_offset
        first, indent = self._window(line)
        return line.column_of(self.cursor_position) - first + indent + self.scroll_offset.x

    def _cell_offset_to_index(self, offset: int) -> int:
        """The position in the value that was clicked."""
        line = self._ordered()
        if line is None:
            return super()._cell_offset_to_index(offset)
        first, indent = self._window(line)
        found = line.offset_at(offset - indent + first)
        if found is not None:
            return found
        beyond_end = (offset < indent) == line.rtl
        return len(self.value) if beyond_end else 0

    def action_cursor_left(self, select: bool = False) -> None:
        """Move the cursor one character to the left."""
        if not self._step(-1, select=select):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor one character to the right."""
        if not self._step(1, select=select):
            super().action_cursor_right(select)

    def action_cursor_left_word(self, select: bool = False) -> None:
        """Move the cursor a word to the left."""
        line = self._ordered()
        if line is not None and line.rtl:
            super().action_cursor_right_word(select)
        else:
            super().action_cursor_left_word(select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """Move the cursor a word to the right."""
        line = self._ordered()
        if line is not None and line.rtl:
            super().action_cursor_left_word(select)
        else:
            super().action_cursor_right_word(select)

    def _step(self, columns: int, *, select: bool) -> bool:
        """Move one cell in sight order; False where Textual moves it rightly."""
        line = self._ordered()
        if line is None:
            return False
        start, end = self.selection
        if not select and start != end:
            edges = sorted((start, end), key=line.column_of)
            self.cursor_position = edges[columns > 0]
            return True
        target = beside(line, end, columns)
        if target is not None:
            self.selection = Selection(start if select else target, target)
        return True


def beside(line: Line, offset: int, step: int) -> int | None:
    """Return the offset of the cell to the left (-1) or right (1) of the one showing ``offset``.

    None at the edge of the line.
    """
    places = [place for place, cell in enumerate(line.cells) if cell.start <= offset < cell.end]
    if not places or not 0 <= places[0] + step < len(line.cells):
        return None
    return line.cells[places[0] + step].start
