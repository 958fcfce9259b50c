"""Every assertion, with how much stands behind it."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as TextualMessage

from tracker.model import AssertionId
from tracker.presenters.assertions import AssertionRow, AssertionsState, assertion_rows
from tracker.presenters.commands import screen_named
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import TopBar
from tracker.tui.listing import FilterLine, ListScreen
from tracker.tui.places import OpenAssertion
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (
    Column("assertion", share=2),
    Column("verdict", 11),
    # Never cut before its last number, the origins: “12 reports · 10 outlets · 3 origins”.
    Column("behind it", 36),
)


class AssertionsScreen(ListScreen[None]):
    """Lists the assertions; opens their trees."""

    INFO = screen_named("assertions")
    CSS_PATH = "assertions.tcss"

    class Loaded(TextualMessage):
        """The assertions were read."""

        def __init__(self, rows: tuple[AssertionRow, ...]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.state = AssertionsState()

    def compose_body(self) -> ComposeResult:
        """Yield the list and its filter."""
        with Vertical(id="list") as frame:
            frame.border_title = "reading …"
            yield VirtualTable(_COLUMNS)
            yield FilterLine("wording or verdict")

    def on_mount(self) -> None:
        """Say where one is; the assertions come when they were read."""
        top = self.query_one(TopBar)
        top.left = (Cell("tracker ▸ ", Tone.MUTED), Cell("Assertions", Tone.STRONG))

    @property
    def place(self) -> Place:
        """The list, on the assertion under the bar."""
        return Place(self.INFO.name, standing=self.standing)

    def reload(self) -> None:
        """Read the assertions again, without holding up the keys."""
        self._load()

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        self.post_message(self.Loaded(assertion_rows(self.workspace.session.store)))

    def on_assertions_screen_loaded(self, event: Loaded) -> None:
        """Show what was read."""
        self._show(self.state.with_rows(event.rows))
        if not event.rows:
            text = "Claims form assertions once two corroborate each other or a verdict is given."
            self.say(Message(text, Tone.MUTED))

    def _show(self, state: AssertionsState) -> None:
        self.state = state
        rows = state.shown
        self.table.set_rows([row.assertion_id for row in rows], lambda place: _cells(rows[place]))
        entitle(self.query_one("#list"), state.title)

    def filtered(self, typed: str) -> None:
        """Show the assertions that pass."""
        self._show(self.state.filtered(typed))

    def action_open(self) -> None:
        """Show who stands behind the assertion under the bar."""
        if self.table.cursor_id is not None:
            self.post_message(OpenAssertion(AssertionId(self.table.cursor_id)))

    def on_virtual_table_chosen(self) -> None:
        """Show who stands behind the assertion that was clicked twice."""
        self.action_open()

    def action_order(self) -> None:
        """Order the list by the next thing."""
        self._show(self.state.next_order())

    def action_copy(self) -> None:
        """Copy the wording of the assertion under the bar."""
        for row in self.state.shown:
            if row.assertion_id == self.table.cursor_id:
                self.copy(row.wording, "the wording")

    def action_back(self) -> None:
        """Drop the filter, or go back."""
        if not self.drop_filter():
            self.leave()


def _cells(row: AssertionRow) -> Row:
    return (
        TableCell(row.wording),
        TableCell(row.verdict.value, "strong" if row.ruled else "muted"),
        TableCell(row.standing, "warning" if row.behind.origins < 2 else "good"),
    )
