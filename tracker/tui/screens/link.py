"""The picker that links a claim to its source."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tracker.presenters.commands import screen_named
from tracker.presenters.link import LinkRow, LinkState
from tracker.presenters.tones import Message
from tracker.tui.keyed import KeyedModal
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.prose import Prose
from tracker.tui.widgets.rtl_input import RtlInput
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (Column("", 2), Column("source", share=3), Column("", 26))


class LinkScreen(KeyedModal[Message | None]):
    """Returns what was linked as a message, None when it was closed."""

    INFO = screen_named("link")
    CSS_PATH = "link.tcss"
    AUTO_FOCUS = "RtlInput"

    def __init__(self, workspace: Workspace, state: LinkState) -> None:
        super().__init__(workspace)
        self.state = state

    def compose_body(self) -> ComposeResult:
        """Yield the claim, the field and the sources."""
        number = len(self.state.claim_ids)
        with Vertical(classes="frame") as frame:
            entitle(frame, "Who says so?" if number == 1 else f"Who says so? {number} claims")
            yield Prose(self.state.claim.quote, classes="hint")
            yield RtlInput(placeholder="type to find a source, or to name a new one")
            yield VirtualTable(_COLUMNS, header=False)
            yield self.key_bar()

    def on_mount(self) -> None:
        """Show the best guesses; the bar is moved from the field."""
        self.table.can_focus = False
        self._show(self.state)

    @property
    def table(self) -> VirtualTable:
        """The list of sources."""
        return self.query_one(VirtualTable)

    def _show(self, state: LinkState) -> None:
        self.state = state
        rows = state.rows
        places = [str(place) for place in range(len(rows))]
        self.table.set_rows(places, lambda place: _cells(rows[place]))
        if rows:
            self.table.move_to(str(state.index))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the sources."""
        self._show(self.state.with_typed(event.value))

    def _move(self, steps: int) -> None:
        self.state = self.state.moved(steps)
        if self.state.rows:
            self.table.move_to(str(self.state.index))

    def on_virtual_table_moved(self, event: VirtualTable.Moved) -> None:
        """Follow the mouse."""
        self.state = self.state.moved(int(event.row_id) - self.state.index)

    def on_virtual_table_chosen(self) -> None:
        """Link to the source that was clicked twice."""
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
        """Link to the source under the bar."""
        if self.state.rows:
            self.dismiss(self.state.chosen())

    def action_cancel(self) -> None:
        """Close without linking."""
        self.dismiss(None)


def _cells(row: LinkRow) -> Row:
    return TableCell(row.symbol, "accent"), TableCell(row.label), TableCell(row.reason, "muted")
