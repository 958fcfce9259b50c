"""An article's details: what is known of it, where from, and what is only guessed."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.errors import NotFoundError
from tracker.model import ArticleId
from tracker.presenters.commands import screen_named
from tracker.presenters.details import DetailRow, DetailsPage
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.listing import ListScreen
from tracker.tui.resizing import ResizingScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.widgets.split import Split
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (
    Column("detail", 10),
    Column("", 2),
    Column("value", share=3),
    Column("found in", share=2),
)


class DetailsScreen(ResizingScreen[None], ListScreen[None]):
    """Shows the details of one article; guesses are confirmed and corrected here."""

    INFO = screen_named("details")
    CSS_PATH = "details.tcss"

    def __init__(self, workspace: Workspace, article_id: ArticleId) -> None:
        """Open the details of an article.

        Raises:
            NotFoundError: when the article does not exist.
        """
        super().__init__(workspace)
        self.page = DetailsPage.open(workspace.session, article_id)

    def compose_body(self) -> ComposeResult:
        """Yield the details over where the article comes from."""
        with Split(id="page"):
            with Vertical(id="details"):
                yield VirtualTable(_COLUMNS)
            yield LinesPane(id="facts")

    def on_mount(self) -> None:
        """Show the page."""
        self.query_one("#details").border_title = "Details"
        self.query_one("#facts").border_title = "Where it comes from"
        self._draw()

    @property
    def place(self) -> Place:
        """The article's details, on the one under the bar."""
        return Place(self.INFO.name, self.page.article.id, self.standing)

    def _draw(self) -> None:
        self.query_one(TopBar).left = (
            Cell("Details ▸ ", Tone.MUTED),
            Cell(self.page.article.title, Tone.STRONG),
        )
        rows = self.page.rows
        self.table.set_rows([row.name for row in rows], lambda place: _cells(rows[place]))
        self.query_one("#facts", LinesPane).show(self.page.facts)

    def reload(self) -> None:
        """Read the details anew; leave when the article is gone."""
        try:
            self.page = self.page.reloaded()
        except NotFoundError:
            self.leave()
            return
        if self.is_mounted:
            self._draw()

    def _become(self, after: tuple[DetailsPage, Message]) -> None:
        self.page, message = after
        self._draw()
        self.say(message)

    @property
    def row(self) -> DetailRow | None:
        """The detail under the bar."""
        return next((row for row in self.page.rows if row.name == self.table.cursor_id), None)

    def action_confirm(self) -> None:
        """Confirm the guess under the bar."""
        if self.row is not None:
            self._become(self.page.confirmed(self.row.name))

    def action_confirm_all(self) -> None:
        """Confirm all that waits."""
        self._become(self.page.confirmed())

    def action_correct(self) -> None:
        """State the detail under the bar anew."""
        row = self.row
        if row is None or not row.stated:
            told = "This follows from the file and cannot be stated anew; c confirms it."
            self.say(Message(told, Tone.MUTED))
            return

        def keep(written: str | None) -> None:
            if written is not None:
                self._become(self.page.corrected(row.name, written))

        hint = self.page.hint(row.name)
        self.app.push_screen(
            PromptScreen(self.workspace, row.name, hint=hint, text=row.value), keep
        )

    def on_virtual_table_chosen(self) -> None:
        """State the detail that was clicked twice anew."""
        self.action_correct()

    def action_copy(self) -> None:
        """Copy the detail under the bar."""
        if self.row is not None:
            self.copy(self.row.value, f"the {self.row.name}")


def _cells(row: DetailRow) -> Row:
    return (
        TableCell(row.name, "muted"),
        TableCell("?" if row.guess else "", "warning"),
        TableCell(row.value, "warning" if row.guess else ""),
        TableCell(row.where, "muted"),
    )
