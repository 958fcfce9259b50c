"""A table over any number of rows, of which only those on the screen are ever made."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.tui.widgets.row_marks import MARK, MARK_WIDTH, NO_MARK, RowMarks, place_of
from tracker.tui.widgets.table_cells import (
    CELL_TONES,
    TABLE_CSS,
    Column,
    Looks,
    Row,
    TableCell,
    column_widths,
    paint_row,
)
from tracker.tui.widgets.text_order import text_order

_KEPT_STRIPS = 1024


class VirtualTable(ScrollView, can_focus=True):
    """Rows by identifier, with a cursor and marks; each cell is ordered on its own.

    A row is asked for when it is drawn, so a hundred thousand cost as much as a screenful. Cells
    that read right to left are aligned to the right edge of their column, and columns never
    change places.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"table--{tone}" for tone in CELL_TONES),
        "table--header",
        "table--hidden",
        "table--cursor",
        "table--marked",
    }
    DEFAULT_CSS = TABLE_CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="table.down"),
        Binding("up,k", "move(-1)", "Up", show=False, id="table.up"),
        Binding("pagedown,ctrl+d", "page(1)", "Page down", show=False, id="table.page-down"),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="table.page-up"),
        Binding("home,g", "edge(0)", "First", show=False, id="table.first"),
        Binding("end,G", "edge(1)", "Last", show=False, id="table.last"),
        Binding("enter", "choose", "Open", show=False, id="table.choose"),
        Binding("space", "mark", "Mark", show=False, id="table.mark"),
    ]

    class Moved(Message):
        """The cursor stands on another row, named by its identifier."""

        def __init__(self, table: "VirtualTable", row_id: str) -> None:
            super().__init__()
            self.table = table
            self.row_id = row_id

        @property
        def control(self) -> "VirtualTable":
            """The table that the cursor belongs to."""
            return self.table

    class Chosen(Moved):
        """A row was opened."""

    class Marked(Message):
        """The set of marked rows changed."""

        def __init__(self, table: "VirtualTable", row_ids: frozenset[str]) -> None:
            super().__init__()
            self.table = table
            self.row_ids = row_ids

        @property
        def control(self) -> "VirtualTable":
            """The table that the marks belong to."""
            return self.table

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        header: bool = True,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._columns = tuple(columns)
        self._header = int(header)
        self._ids: Sequence[str] = ()
        self._row: Callable[[int], Row] = lambda _: ()
        self._cursor = 0
        self._preferred: str | None = None
        self._marks = RowMarks()
        self._strips: dict[int, Strip] = {}

    def set_rows(self, ids: Sequence[str], row: Callable[[int], Row]) -> None:
        """Show other rows; the cursor stays on its row where that is still there.

        Args:
            ids: one identifier for each row, in order.
            row: the cells of the row at a place, as many as there are columns.
        """
        before, preferred = self.cursor_id, place_of(ids, self._preferred)
        if preferred is not None:
            self._preferred = None
        self._ids, self._row = ids, row
        self._cursor = (place_of(ids, before) or 0) if preferred is None else preferred
        self._marks = self._marks.kept(ids)
        self._resize()
        self._follow()

    @property
    def columns(self) -> Sequence[Column]:
        """The columns shown."""
        return self._columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; the rows are to be set anew where their cells change with them."""
        self._columns = tuple(columns)
        self.refresh_rows()

    @property
    def ids(self) -> Sequence[str]:
        """The identifiers of all rows, in order."""
        return self._ids

    @property
    def cursor_id(self) -> str | None:
        """The identifier of the row under the cursor; None where there are no rows."""
        return self._ids[self._cursor] if self._ids else None

    @property
    def marked(self) -> frozenset[str]:
        """The identifiers of the marked rows."""
        return self._marks.rows

    def move_to(self, row_id: str) -> None:
        """Put the cursor on a row.

        Raises:
            ValueError: when no row has that identifier.
        """
        self._go(self._ids.index(row_id))

    def prefer(self, row_id: str) -> None:
        """Put the cursor on a row, or as soon as the row is there."""
        if row_id in self._ids:
            self.move_to(row_id)
        else:
            self._preferred = row_id

    def mark(self, row_ids: Sequence[str]) -> None:
        """Mark those rows and no others, also before they are there."""
        self._mark(RowMarks(rows=frozenset(row_ids)))

    def clear_marks(self) -> None:
        """Mark nothing, and end a range that is being marked."""
        self._mark(RowMarks())

    def refresh_rows(self) -> None:
        """Ask for the rows on the screen again."""
        self._strips.clear()
        self.refresh()

    def row_at(self, y: int) -> int | None:
        """Return the place of the row on a line of the content; None where none is."""
        place = y - self._header + self.scroll_offset.y
        return place if y >= self._header and place < len(self._ids) else None

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        width = self.scrollable_content_region.width
        if y < self._header:
            labels = tuple(TableCell(column.label) for column in self._columns)
            return self._paint(
                NO_MARK, labels, self.rich_style + self._style("header"), self._style
            )
        place = self.row_at(y)
        if place is None:
            return Strip.blank(width, self.rich_style)
        if place not in self._strips:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            self._strips[place] = self._draw(place)
        return self._strips[place]

    def _draw(self, place: int) -> Strip:
        base, marked = self.rich_style, self._ids[place] in self._marks.rows
        base += self._style("marked") if marked else Style.null()
        base += self._style("cursor") if place == self._cursor else Style.null()
        # The bar under a row has one colour of text that can be read on it.
        look = self._uncoloured if place == self._cursor else self._style
        return self._paint(MARK if marked else NO_MARK, self._row(place), base, look)

    def _paint(self, mark: TableCell, row: Row, base: Style, look: Looks) -> Strip:
        room = self.scrollable_content_region.width - MARK_WIDTH - 1
        widths = (MARK_WIDTH, *column_widths(self._columns, max(0, room)))
        strip = paint_row((mark, *row), widths, base, look, text_order(self.app))
        return strip.adjust_cell_length(self.scrollable_content_region.width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"table--{name}", partial=True)

    def _uncoloured(self, name: str) -> Style:
        return self._style(name) if name == "hidden" else self._style(name).without_color

    def _resize(self) -> None:
        size = Size(self.scrollable_content_region.width, len(self._ids) + self._header)
        if size != self.virtual_size:
            # Setting it lays out the whole screen, which only a scrollbar that comes or goes needs.
            self.set_reactive(VirtualTable.virtual_size, size)
            self._scroll_update(size)
        self.refresh_rows()

    def _redraw(self, place: int) -> None:
        self._strips.pop(place, None)
        y = place - self.scroll_offset.y + self._header
        self.refresh(Region(0, y, self.size.width, 1))

    def _go(self, place: int) -> None:
        """Put the cursor on the row at ``place``, or on the nearest there is."""
        if not self._ids:
            return
        before, self._cursor = self._cursor, min(max(place, 0), len(self._ids) - 1)
        if self._cursor != before:
            self._redraw(before)
            self._redraw(self._cursor)
            self._follow()
            self._mark(self._marks.reached(self._ids, self._cursor))
            self.post_message(self.Moved(self, self._ids[self._cursor]))

    def _rows_in_sight(self) -> int:
        return max(1, self.scrollable_content_region.height - self._header)

    def _follow(self) -> None:
        top, rows = self.scroll_offset.y, self._rows_in_sight()
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False)
        elif self._cursor >= top + rows:
            self.scroll_to(y=self._cursor - rows + 1, animate=False)

    def _mark(self, marks: RowMarks) -> None:
        before, self._marks = self._marks, marks
        if marks.rows != before.rows:
            self.refresh_rows()
            self.post_message(self.Marked(self, marks.rows))

    def action_move(self, rows: int) -> None:
        """Move the cursor by that many rows."""
        self._go(self._cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by that many screenfuls."""
        self._go(self._cursor + pages * self._rows_in_sight())

    def action_edge(self, last: int) -> None:
        """Move the cursor to the first row (0) or the last (1)."""
        self._go((len(self._ids) - 1) * last)

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.cursor_id is not None:
            self.post_message(self.Chosen(self, self.cursor_id))

    def action_mark(self) -> None:
        """Mark the row under the cursor, or unmark it, and go on to the next."""
        if self.cursor_id is not None:
            self._mark(self._marks.toggled(self.cursor_id))
            self._go(self._cursor + 1)

    def action_mark_range(self) -> None:
        """Mark every row from here to where the cursor goes; the second time, end it."""
        marks = self._marks.ranging(self._cursor)
        self._mark(marks.reached(self._ids, self._cursor))

    @property
    def marking(self) -> bool:
        """Whether a range is being marked."""
        return self._marks.anchor is not None

    def action_mark_every(self) -> None:
        """Mark every row, or none where all are marked."""
        self._mark(self._marks.every(self._ids))

    def on_resize(self, _event: events.Resize) -> None:
        """Spread the columns anew."""
        self._resize()
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row that is clicked; open it on the second click."""
        place = event.get_content_offset(self)
        row = None if place is None else self.row_at(place.y)
        if row is None:
            return
        self._go(row)
        if event.chain > 1:
            self.action_choose()

    def on_focus(self, _event: events.Focus) -> None:
        """Draw the cursor's row in the colours of the focus."""
        self._redraw(self._cursor)

    def on_blur(self, _event: events.Blur) -> None:
        """Draw the cursor's row in the colours of a table without the focus."""
        self._redraw(self._cursor)

    def notify_style_update(self) -> None:
        """Forget drawn rows when theme or style change."""
        super().notify_style_update()
        self._strips.clear()
