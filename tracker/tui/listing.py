"""Screens built around one list: moving in it and narrowing it, the same everywhere."""

from textual.widgets import Input

from tracker.presenters.commands import Command
from tracker.presenters.sitting import View, list_view, list_viewed
from tracker.tui.keyed import KeyedScreen, ResultT
from tracker.tui.widgets.rtl_input import RtlInput
from tracker.tui.widgets.virtual_table import VirtualTable


class FilterLine(RtlInput):
    """The line under a list in which a filter is typed; hidden while there is none."""

    DEFAULT_CSS = """
    FilterLine { height: 1; border: none; padding: 0 1; background: $boost; display: none; }
    FilterLine:focus { border: none; background: $boost; }
    """

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=f"filter by {placeholder}")


class ListScreen(KeyedScreen[ResultT]):
    """A screen of the groups ``list`` and ``find``: a table, and a filter line where it has one."""

    AUTO_FOCUS = "VirtualTable"

    @property
    def table(self) -> VirtualTable:
        """The list."""
        return self.query_one(VirtualTable)

    def stand_on(self, standing: str) -> None:
        """Put the cursor on a row, once the rows are there."""
        if self.query(VirtualTable):
            self.table.prefer(standing)
        else:
            self.call_later(self.stand_on, standing)

    @property
    def standing(self) -> str:
        """The identifier of the row under the bar; empty while there is none."""
        return next((table.cursor_id or "" for table in self.query(VirtualTable)), "")

    @property
    def view(self) -> View:
        """The filter, the order and the marks, where the list has them."""
        marked = frozenset[str]().union(*(table.marked for table in self.query(VirtualTable)))
        return list_view(getattr(self, "state", None), marked)

    def take_view(self, view: View) -> None:
        """Filter, order and mark as ``view`` has it, before the rows are there."""
        if not self.query(VirtualTable):
            self.call_later(self.take_view, view)
            return
        if (state := getattr(self, "state", None)) is not None:
            setattr(self, "state", list_viewed(state, view))  # noqa: B010  (where there is one)
        self.table.mark(view.get("marked", "").split())
        for line in self.query(FilterLine):
            with line.prevent(Input.Changed):
                line.value = view.get("filter", "")
            line.display = bool(line.value)

    def command_at(self, key: str) -> Command | None:
        """Return what ``key`` does here; in the filter line, enter only ends the typing."""
        if key == "enter" and isinstance(self.focused, FilterLine):
            return None
        return super().command_at(key)

    def filtered(self, typed: str) -> None:
        """Show only what passes ``typed``; for the screen to say how."""

    def action_down(self) -> None:
        """Go to the next row."""
        self.table.action_move(self.count)

    def action_up(self) -> None:
        """Go to the row above."""
        self.table.action_move(-self.count)

    def action_top(self) -> None:
        """Go to the first row."""
        self.table.action_edge(0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.table.action_edge(1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self.table.action_page(self.count)

    def action_page_up(self) -> None:
        """Go up a page."""
        self.table.action_page(-self.count)

    def action_next(self) -> None:
        """Go to the next row, round the end."""
        self._step(self.count)

    def action_previous(self) -> None:
        """Go to the row above, round the top."""
        self._step(-self.count)

    def _step(self, steps: int) -> None:
        ids = self.table.ids
        if self.table.cursor_id is not None:
            self.table.move_to(ids[(ids.index(self.table.cursor_id) + steps) % len(ids)])

    def action_filter(self) -> None:
        """Narrow the list as one types."""
        line = self.query_one(FilterLine)
        line.display = True
        line.focus()

    def drop_filter(self) -> bool:
        """Show everything again; return whether anything was hidden or being typed."""
        line = self.query_one(FilterLine)
        if not line.display:
            return False
        line.value = ""
        line.display = False
        self.table.focus()
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what is typed so far."""
        self.filtered(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter and go back to the list."""
        event.stop()
        self.query_one(FilterLine).display = bool(event.value)
        self.table.focus()


class MarkingScreen(ListScreen[ResultT]):
    """A list whose rows can be marked, for commands on many at once."""

    @property
    def chosen(self) -> list[str]:
        """The marked rows in the order shown; the one under the bar where none is marked."""
        table = self.table
        if table.marked:
            return [row_id for row_id in table.ids if row_id in table.marked]
        return [table.cursor_id] if table.cursor_id is not None else []

    def drop_marks(self) -> bool:
        """Mark nothing; return whether anything was marked."""
        dropped = bool(self.table.marked) or self.table.marking
        self.table.clear_marks()
        return dropped

    def action_row(self) -> None:
        """Mark the row under the bar, or unmark it."""
        for _ in range(self.count):
            self.table.action_mark()

    def action_range(self) -> None:
        """Begin or end a range of marks."""
        self.table.action_mark_range()

    def action_every(self) -> None:
        """Mark every row, or none."""
        self.table.action_mark_every()
