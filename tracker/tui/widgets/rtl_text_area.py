"""Several lines of typed text, shown in reading order."""

from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.document._document import Location
from textual.events import MouseEvent
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea

from tracker.rtl import Cell, Line, Paragraph, has_rtl, hides
from tracker.tui.widgets.bidi_filter import ORDERED
from tracker.tui.widgets.painting import as_sent
from tracker.tui.widgets.rtl_input import beside
from tracker.tui.widgets.text_order import text_order


class _Section(NamedTuple):
    """What one line of the screen shows of one line of the document."""

    row: int
    start: int
    line: Line


class RtlTextArea(TextArea):
    """A text area whose text is logical and whose arrows go the way they point.

    Lines that begin right-to-left stand against the right edge. The cell that a hidden character
    hides in is marked, whoever orders text. Lines with neither are left to Textual's own text area,
    and so is everything without soft wrapping.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text-area--hidden"}
    DEFAULT_CSS = """
    RtlTextArea {
        & > .text-area--hidden { background: $error; color: $background; }
    }
    """

    def _section(self, y: int) -> _Section | None:
        """The section on line ``y`` of the wrapped document; None where Textual can show it."""
        document = self.wrapped_document
        order = text_order(self.app)
        if not self.soft_wrap or not 0 <= y < document.height:
            return None
        row, seen = document.offset_to_location(Offset(0, y))
        text = self.document.get_line(row)
        if not ((order == "app" and has_rtl(text)) or hides(text)):
            return None
        text += " "  # the place of the cursor at the end
        # Characters without width at its beginning belong to the section that they begin.
        starts = [0, *document.get_offsets(row)]
        start = max(offset for offset in starts if offset <= seen)
        end = next((offset for offset in starts if offset > start), len(text))
        line = Paragraph(text).line(start, end, keep_blanks=True)
        return _Section(row, start, as_sent(line, text, order))

    def render_line(self, y: int) -> Strip:
        """Return one line in visual order, its styles going with the characters."""
        strip = super().render_line(y)
        section = self._section(y + self.scroll_offset.y)
        if section is None:
            return strip
        gutter, body = strip.divide([self.gutter_width, strip.cell_length])
        styles = self._styles(section, body)
        spare = body.cell_length - section.line.width
        after = self._last_style(body)
        padding = [Segment(" " * spare, after + ORDERED)] if spare > 0 else []
        cells = [
            Segment(cell.text, self._style_of(cell, section, styles) + ORDERED)
            for cell in section.line.cells
        ]
        ordered = [*padding, *cells] if section.line.rtl else [*cells, *padding]
        whole = Strip([*gutter, *ordered]).simplify()
        return whole.adjust_cell_length(strip.cell_length, after)

    def _styles(self, section: _Section, body: Strip) -> list[Style]:
        """The style of every character of the section, tabs having been drawn as blanks."""
        drawn = [segment.style or Style() for segment in body for _ in segment.text]
        line = self.document.get_line(section.row)
        tabs = iter(
            self.wrapped_document.get_tab_widths(section.row)[line[: section.start].count("\t") :]
        )
        styles: list[Style] = []
        place = 0
        for character in line[section.start : section.line.end] + " ":
            styles.append(drawn[min(place, len(drawn) - 1)])
            place += next(tabs, 1) if character == "\t" else 1
        return styles

    def _style_of(self, cell: Cell, section: _Section, styles: list[Style]) -> Style:
        """A cell of several characters shows the cursor when it stands on any of them."""
        row, column = self.cursor_location
        on_cursor = row == section.row and cell.start <= column < cell.end
        place = (column if on_cursor else cell.start) - section.start
        style = styles[min(place, len(styles) - 1)]
        if cell.hidden and not (on_cursor and self.has_focus):
            style += self.get_component_rich_style("text-area--hidden", partial=True)
        return style

    @staticmethod
    def _last_style(body: Strip) -> Style:
        return next((segment.style for segment in reversed(list(body)) if segment.style), Style())

    def _indent(self, line: Line) -> int:
        return line.indent(self.scrollable_content_region.width - self.gutter_width)

    def get_target_document_location(self, event: MouseEvent) -> Location:
        """Return the row and column of the character that is pointed at."""
        y = event.y + self.scroll_offset.y - self.gutter.top
        section = self._section(y)
        if section is None:
            return super().get_target_document_location(event)
        x = event.x - self.gutter.left - self.gutter_width
        return self._location_at(section, x)

    def _location_at(self, section: _Section, x: int) -> Location:
        indent = self._indent(section.line)
        found = section.line.offset_at(x - indent)
        if found is None:
            beyond_end = (x < indent) == section.line.rtl
            found = section.line.end - 1 if beyond_end else section.start
        return section.row, min(found, len(self.document.get_line(section.row)))

    def action_cursor_left(self, select: bool = False) -> None:
        """Move the cursor one character to the left."""
        if not self._step(-1, select=select):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor one character to the right."""
        if not self._step(1, select=select):
            super().action_cursor_right(select)

    def _step(self, columns: int, *, select: bool) -> bool:
        """Move one cell in sight order; False where Textual moves it rightly."""
        row, column = self.cursor_location
        y = self.wrapped_document.location_to_offset((row, column)).y
        section = self._section(y)
        if section is None or not (select or self.selection.is_empty):
            return False
        target = beside(section.line, column, columns)
        if target is not None:
            self.move_cursor((row, target), select=select)
            return True
        onward = (columns < 0) == section.line.rtl
        beyond = self.get_cursor_right_location() if onward else self.get_cursor_left_location()
        self.move_cursor(beyond, select=select)
        return True

    def get_cursor_up_location(self) -> Location:
        """Return the place above the cursor, as it is seen."""
        return self._vertical(-1) or super().get_cursor_up_location()

    def get_cursor_down_location(self) -> Location:
        """Return the place below the cursor, as it is seen."""
        return self._vertical(1) or super().get_cursor_down_location()

    def _vertical(self, lines: int) -> Location | None:
        """The place on the next line of the screen; None where Textual finds it rightly."""
        offset = self.wrapped_document.location_to_offset(self.cursor_location)
        here, there = self._section(offset.y), self._section(offset.y + lines)
        if here is None and there is None:
            return None
        x = offset.x
        if here is not None:
            x = here.line.column_of(self.cursor_location[1]) + self._indent(here.line)
        if there is not None:
            return self._location_at(there, x)
        if not 0 <= offset.y + lines < self.wrapped_document.height:
            return None
        return self.wrapped_document.offset_to_location(Offset(x, offset.y + lines))
