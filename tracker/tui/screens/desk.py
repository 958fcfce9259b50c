"""The desk: what there is to do, an article a row."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.message import Message as TextualMessage
from textual.widgets import Static
from textual.worker import get_current_worker

from tracker.errors import CancelledError
from tracker.model import ArticleId
from tracker.presenters.adding import add_from_path, add_pasted, add_the_sample
from tracker.presenters.commands import screen_named
from tracker.presenters.desk import (
    ArticleRow,
    DeskState,
    article_rows,
    mark_of,
    progress_bar,
    progress_counts,
)
from tracker.presenters.desk_pane import list_title, to_do_lines, welcome_lines
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.presenters.wording import count
from tracker.services.adjudicating import waiting_for
from tracker.tui.bars import TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.listing import FilterLine, ListScreen
from tracker.tui.places import (
    LeaveDesk,
    OpenArticle,
    OpenAssertions,
    OpenDetails,
    OpenDisagreements,
    OpenExport,
    OpenMatches,
    OpenSources,
)
from tracker.tui.progress import InBackground, Progress, Searching, Watched
from tracker.tui.resizing import ResizingScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.tones import lines_content
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.split import Split
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_WIDEST_OUTLET = 24


def _columns(rows: Sequence[ArticleRow]) -> tuple[Column, ...]:
    """Return the columns, outlets and counts no wider than these rows need."""
    outlet = max((cell_len(row.outlet) for row in rows), default=0)
    claims = max((cell_len(progress_counts(row)) for row in rows), default=0)
    return (
        Column("date", 11),
        Column("outlet", min(max(outlet, len("outlet")), _WIDEST_OUTLET)),
        Column("headline"),
        Column("claims", max(claims, len("claims"))),
        Column("", 6),
        Column("done", 4),
    )


class DeskScreen(ResizingScreen[None], ListScreen[None]):
    """Lists the articles; everything starts here."""

    INFO = screen_named("desk")
    CSS_PATH = "desk.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual's name and type)
    AUTO_FOCUS = "#articles"

    class Loaded(TextualMessage):
        """The articles were read."""

        def __init__(self, rows: tuple[ArticleRow, ...], asked: int) -> None:
            super().__init__()
            self.rows = rows
            self.asked = asked

    class Added(TextualMessage):
        """An import came to its end."""

        def __init__(self, told: Message) -> None:
            super().__init__()
            self.told = told

    class Counted(TextualMessage):
        """The pairs that wait to be judged were counted."""

        def __init__(self, matches: int) -> None:
            super().__init__()
            self.matches = matches

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.state = DeskState()
        self.loaded = False
        self._adding: Watched | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the list with its filter, what is to do, and the welcome to an empty database."""
        with Split(id="panes"):
            with Vertical(id="list"):
                yield VirtualTable(_columns(()), id="articles")
                yield FilterLine("headline, outlet or date")
            yield LinesPane(id="to-do")
        with Center(id="welcome"):
            yield Static(lines_content(welcome_lines(self.workspace.keymap)), markup=False)

    def on_mount(self) -> None:
        """Say where one is; the articles come when they were read."""
        session = self.workspace.session
        top = self.query_one(TopBar)
        top.left = (Cell("tracker ▸ Desk", Tone.STRONG),)
        place = f"reviewer: {session.reviewer.name} · {session.store.location}"
        top.right = (Cell(place, Tone.MUTED),)
        entitle(self.query_one("#to-do"), "To do")
        self.query_one("#welcome").display = False

    @property
    def place(self) -> Place:
        """The desk, on the article under the bar."""
        return Place(self.INFO.name, standing=self.standing)

    @property
    def listed(self) -> list[ArticleId]:
        """The articles shown, in order."""
        return [row.article_id for row in self.state.shown]

    def reload(self) -> None:
        """Read the articles again, without holding up the keys."""
        self._load()

    @work(thread=True, exclusive=True, group="load")
    def _load(self) -> None:
        session = self.workspace.session
        asked = len(waiting_for(session.store, session.reviewer.name))
        self.post_message(self.Loaded(article_rows(session.store), asked))

    def on_desk_screen_loaded(self, event: Loaded) -> None:
        """Show what was read."""
        self.loaded = True
        self.table.set_columns(_columns(event.rows))
        self._show(self.state.with_rows(event.rows, event.asked))
        if self.workspace.matches.quick:
            self._count_matches()
        else:
            self._show_to_do(self.state.with_matches_uncounted())

    @work(thread=True, exclusive=True, group="matches")
    def _count_matches(self) -> None:
        """Count the pairs that wait, where that is little work; the first time through all."""
        sink = InBackground(get_current_worker(), self)
        try:
            waiting = self.workspace.matches.count(sink)
        except CancelledError:
            return
        self.post_message(self.Counted(waiting))

    def on_searching(self, event: Searching) -> None:
        """Show how far the search for matches is."""
        self._show_to_do(self.state.searched_for_matches(event.words))

    def on_desk_screen_counted(self, event: Counted) -> None:
        """Show how many wait."""
        self._show_to_do(self.state.with_matches(event.matches))

    def _show_to_do(self, state: DeskState) -> None:
        self.state = state
        self.query_one("#to-do", LinesPane).show(to_do_lines(state))

    def _show(self, state: DeskState) -> None:
        self.state = state
        rows = state.shown
        self.table.set_rows([row.article_id for row in rows], lambda place: _cells(rows[place]))
        entitle(self.query_one("#list"), list_title(state))
        self.query_one("#to-do", LinesPane).show(to_do_lines(state))
        empty = self.loaded and not state.rows
        self.query_one("#welcome").display = empty
        self.query_one("#panes").display = not empty

    def action_review(self) -> None:
        """Review the article under the bar; in an empty database, begin with the sample."""
        if self.loaded and not self.state.rows:
            self.action_sample()
        elif self.table.cursor_id is not None:
            self.post_message(OpenArticle(ArticleId(self.table.cursor_id)))

    def on_virtual_table_chosen(self) -> None:
        """Review the article that was clicked twice."""
        self.action_review()

    def action_copy(self) -> None:
        """Copy the headline of the article under the bar."""
        for row in self.state.shown:
            if row.article_id == self.table.cursor_id:
                self.copy(row.title, "the headline")

    def action_sample(self) -> None:
        """Add the sample article."""
        self._add(lambda _: add_the_sample(self.workspace.session))

    def action_add(self) -> None:
        """Add a file or a folder."""

        def add(written: str | None) -> None:
            if written and written.strip():
                session = self.workspace.session
                self._add(lambda adding: add_from_path(session, written, adding))

        hint = "The path of a file, or of a folder with articles in it."
        self.app.push_screen(
            PromptScreen(self.workspace, "Add articles", hint=hint, draft="path"), add
        )

    def action_paste(self) -> None:
        """Add a text that is pasted."""

        def add(text: str | None) -> None:
            if text and text.strip():
                self._add(lambda _: add_pasted(self.workspace.session, text))

        hint = "The whole text, headline first. It is kept exactly as pasted."
        self.app.push_screen(
            PromptScreen(self.workspace, "Paste an article", hint=hint, draft="paste", lines=True),
            add,
        )

    def _add(self, task: Callable[[Watched], Message]) -> None:
        if self._adding is not None:
            self.say(Message("Another import is still running; esc stops it.", Tone.WARN))
            return
        self._adding = Watched(self)
        self.say(Message("Reading … esc stops.", Tone.MUTED))
        self._work(task, self._adding)

    @work(thread=True, group="add")
    def _work(self, task: Callable[[Watched], Message], adding: Watched) -> None:
        self.post_message(self.Added(task(adding)))

    def on_desk_screen_added(self, event: Added) -> None:
        """Show what came of the import."""
        self._adding = None
        self.say(event.told)
        self._load()

    def on_progress(self, event: Progress) -> None:
        """Show how far the import is."""
        if self._adding is not None:
            where = f"{event.done} of {count(event.total, 'file')}"
            self.say(Message(f"Reading {where}: {event.label}  (esc stops)", Tone.MUTED))

    def action_back(self) -> None:
        """Stop the import, close the filter, or leave."""
        if self._adding is not None:
            self._adding.stop()
        elif not self.drop_filter():
            self.post_message(LeaveDesk())

    def filtered(self, typed: str) -> None:
        """Show the articles that pass."""
        self._show(self.state.filtered(typed))

    def action_matches(self) -> None:
        """Judge the matches that wait."""
        self.post_message(OpenMatches())

    def action_sources(self) -> None:
        """Show who is cited."""
        self.post_message(OpenSources())

    def action_assertions(self) -> None:
        """Show what is asserted."""
        self.post_message(OpenAssertions())

    def action_disagreements(self) -> None:
        """Show the claims that two reviewers rate."""
        self.post_message(OpenDisagreements())

    def action_export(self) -> None:
        """Write claims to a file."""
        self.post_message(OpenExport())

    def action_details(self) -> None:
        """Show where the article under the bar comes from."""
        if self.table.cursor_id is not None:
            self.post_message(OpenDetails(ArticleId(self.table.cursor_id)))

    def action_order(self) -> None:
        """Order the list by the next thing."""
        self._show(self.state.next_order())

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._show(self.state.reversed())


def _cells(row: ArticleRow) -> Row:
    done = row.progress.share == 1
    return (
        TableCell(row.date, "muted"),
        TableCell(row.outlet, "accent", mark_of(row, "outlet_id")),
        TableCell(row.title, "", mark_of(row, "title")),
        TableCell(progress_counts(row), "bad" if row.disagreements else ""),
        TableCell(progress_bar(row.progress), "good" if done else "warning"),
        TableCell(f"{int(row.progress.share * 100)}%", "muted"),
    )
