"""The picker of another source, the likeliest to be the same voice first."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as TextualMessage
from textual.widgets import Input

from tracker.model import Source
from tracker.presenters.commands import screen_named
from tracker.presenters.source_pick import PickRow, PickState, pick_rows
from tracker.tui.keyed import KeyedModal
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.prose import Prose
from tracker.tui.widgets.rtl_input import RtlInput
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (Column("", 2), Column("source", share=3), Column("", share=2))


class PickScreen(KeyedModal[str | None]):
    """Returns the identifier of the source taken, None when it was closed."""

    INFO = screen_named("pick")
    CSS_PATH = "pick.tcss"
    AUTO_FOCUS = "RtlInput"

    class Loaded(TextualMessage):
        """The sources were read."""

        def __init__(self, rows: tuple[PickRow, ...]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace, source: Source) -> None:
        super().__init__(workspace)
        self._source = source
        self.state = PickState()

    def compose_body(self) -> ComposeResult:
        """Yield the source in hand, the field and the others."""
        with Vertical(classes="frame") as frame:
            entitle(frame, "Which other source?")
            yield Prose(self._source.label, classes="hint")
            yield RtlInput(placeholder="type to find a source")
            yield VirtualTable(_COLUMNS, header=False)
            yield self.key_bar()

    def on_mount(self) -> None:
        """Read the sources; the bar is moved from the field."""
        self.table.can_focus = False
        self._load()

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        self.post_message(self.Loaded(pick_rows(self.workspace.session.store, self._source.id)))

    def on_pick_screen_loaded(self, event: Loaded) -> None:
        """Show what was read."""
        self._show(self.state.with_rows(event.rows))

    @property
    def table(self) -> VirtualTable:
        """The list of sources."""
        return self.query_one(VirtualTable)

    def _show(self, state: PickState) -> None:
        self.state = state
        rows = state.shown
        self.table.set_rows([row.source_id for row in rows], lambda place: _cells(rows[place]))
        if state.row is not None:
            self.table.move_to(state.row.source_id)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the sources."""
        self._show(self.state.with_typed(event.value))

    def _move(self, steps: int) -> None:
        self.state = self.state.moved(steps)
        if self.state.row is not None:
            self.table.move_to(self.state.row.source_id)

    def on_virtual_table_moved(self, event: VirtualTable.Moved) -> None:
        """Follow the mouse."""
        place = self.table.ids.index(event.row_id)
        self.state = self.state.moved(place - self.state.index)

    def on_virtual_table_chosen(self) -> None:
        """Take the source that was clicked twice."""
        self.action_choose()

    def action_down(self) -> None:
        """Go to the next source."""
        self._move(1)

    def action_up(self) -> None:
        """Go to the source above."""
        self._move(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._move(self.table.size.height)

    def action_page_up(self) -> None:
        """Go up a page."""
        self._move(-self.table.size.height)

    def action_choose(self) -> None:
        """Take the source under the bar."""
        if self.state.row is not None:
            self.dismiss(self.state.row.source_id)

    def action_cancel(self) -> None:
        """Close without choosing."""
        self.dismiss(None)


def _cells(row: PickRow) -> Row:
    return TableCell(row.symbol, "accent"), TableCell(row.label), TableCell(row.about, "muted")
