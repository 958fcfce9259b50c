"""A source's page: who it is, how it has done, and what it said."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.errors import NotFoundError
from tracker.model import ClaimId, Identity, SourceId
from tracker.presenters.commands import Command, screen_named
from tracker.presenters.source_page import SaidRow, SourcePage, identity_options
from tracker.presenters.source_pane import source_lines, source_title
from tracker.presenters.source_writings import (
    FACTS,
    WRITINGS,
    Fact,
    SourceWriting,
    fact_options,
    value_options,
)
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.presenters.wording import count
from tracker.tui.bars import TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.listing import ListScreen
from tracker.tui.places import OpenClaim
from tracker.tui.resizing import ResizingScreen
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.pick import PickScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.split import Split
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (
    Column("", 2),
    Column("date", 10),
    Column("outlet", share=1),
    Column("claim", share=4),
)


class SourceScreen(ResizingScreen[None], ListScreen[None]):
    """Shows one source; its facts are edited here, its claims opened in their articles."""

    INFO = screen_named("source")
    CSS_PATH = "source.tcss"

    def __init__(self, workspace: Workspace, source_id: SourceId) -> None:
        """Open the page of a source.

        Raises:
            NotFoundError: when the source does not exist.
        """
        super().__init__(workspace)
        self.page = SourcePage.open(workspace.session, source_id)

    def compose_body(self) -> ComposeResult:
        """Yield the facts over the claims."""
        with Split(id="page"):
            yield LinesPane(id="facts")
            with Vertical(id="said"):
                yield VirtualTable(_COLUMNS)

    def on_mount(self) -> None:
        """Show the page."""
        self._draw()

    @property
    def place(self) -> Place:
        """The source's page, on the claim under the bar."""
        return Place(self.INFO.name, self.page.source.id, self.standing)

    def _draw(self) -> None:
        self.query_one(TopBar).left = (
            Cell("Sources ▸ ", Tone.MUTED),
            Cell(self.page.source.label, Tone.STRONG),
        )
        facts = self.query_one("#facts", LinesPane)
        entitle(facts, source_title(self.page))
        facts.show(source_lines(self.page))
        page = self.page
        number = count(len(page.claim_ids), "claim")
        entitle(self.query_one("#said"), f"said {number}")
        self.table.set_rows(page.claim_ids, lambda place: _cells(page.said(place)))

    def _become(self, after: tuple[SourcePage, Message]) -> None:
        self.page, message = after
        self._draw()
        self.say(message)

    def reload(self) -> None:
        """Read the page anew; leave when the source is gone."""
        try:
            self.page = self.page.reloaded()
        except NotFoundError:
            self.leave()
            return
        if self.is_mounted:
            self._draw()

    def runs(self, command: Command) -> bool:
        """Return whether the screen itself carries out ``command``."""
        return command.id in WRITINGS or super().runs(command)

    async def run_command(self, command: Command) -> None:
        """Ask for text, or do what the screen has a method for."""
        if writing := WRITINGS.get(command.id):
            self._ask(command.id, writing)
        else:
            await super().run_command(command)

    def _ask(self, what: str, writing: SourceWriting) -> None:
        page, draft = self.page, f"{what} {self.page.source.id}"

        def keep(text: str | None) -> None:
            if text is not None:
                after, message = writing.keep(page, text)
                self.workspace.keep_refused(draft, text, message)
                self._become((after, message))

        prompt = PromptScreen(
            self.workspace,
            writing.title,
            hint=writing.hint,
            text=writing.before(page),
            draft=draft,
            lines=writing.lines,
        )
        self.app.push_screen(prompt, keep)

    def action_open(self) -> None:
        """Go to the claim under the bar in its article."""
        if self.table.cursor_id is not None:
            self.post_message(OpenClaim(ClaimId(self.table.cursor_id)))

    def action_copy(self) -> None:
        """Copy the source's name."""
        self.copy(self.page.source.label, "the name")

    def action_facts_down(self) -> None:
        """Scroll the facts down."""
        self.query_one("#facts", LinesPane).scroll_page_down(animate=False)

    def action_facts_up(self) -> None:
        """Scroll the facts up."""
        self.query_one("#facts", LinesPane).scroll_page_up(animate=False)

    def on_virtual_table_chosen(self) -> None:
        """Go to the claim that was clicked twice."""
        self.action_open()

    def action_weigh(self) -> None:
        """Weigh outcomes in the next way."""
        self._become(self.page.weighed())

    def action_profile(self) -> None:
        """Choose a fact, then state it."""

        def chosen(key: str | None) -> None:
            if key is not None:
                self._state(FACTS[key])

        options = fact_options(self.page.source)
        self.app.push_screen(ChoiceScreen(self.workspace, "What the article says", options), chosen)

    def _state(self, fact: Fact) -> None:
        def keep(text: str | None) -> None:
            if text is not None:
                self._become(self.page.described(fact.name, text))

        source = self.page.source
        if fact.values:
            options = value_options(fact, source)
            self.app.push_screen(ChoiceScreen(self.workspace, fact.title, options), keep)
            return
        draft = f"{fact.name} {source.id}"
        prompt = PromptScreen(self.workspace, fact.title, text=fact.before(source), draft=draft)
        self.app.push_screen(prompt, keep)

    def action_suggested(self) -> None:
        """Choose one of the suggested sources, then say what it is to this one."""
        options = self.page.suggestion_options()
        if not options:
            self.say(Message("Nothing suggests another source; = chooses one.", Tone.MUTED))
            return

        def chosen(other: str | None) -> None:
            if other is not None:
                self._judge(SourceId(other))

        self.app.push_screen(ChoiceScreen(self.workspace, "May be the same voice", options), chosen)

    def action_identity(self) -> None:
        """Choose another source, what it is to this one, and write the reason."""

        def chosen(other: str | None) -> None:
            if other is not None:
                self._judge(SourceId(other))

        self.app.push_screen(PickScreen(self.workspace, self.page.source), chosen)

    def _judge(self, other_id: SourceId) -> None:
        def reasoned(identity: Identity, reason: str | None) -> None:
            if reason is not None:
                self._become(self.page.judged(other_id, identity, reason))

        def decided(value: str | None) -> None:
            if value is not None:
                identity = Identity(value)
                prompt = PromptScreen(
                    self.workspace,
                    "What in the texts shows it",
                    draft=f"voice {self.page.source.id} {other_id}",
                )
                self.app.push_screen(prompt, lambda reason: reasoned(identity, reason))

        self.app.push_screen(ChoiceScreen(self.workspace, "It is the", identity_options()), decided)

    def action_part(self) -> None:
        """Take back what was said about another source."""
        options = self.page.link_options()
        if not options:
            self.say(Message("Nothing is said of other sources yet.", Tone.MUTED))
            return

        def take(value: str | None) -> None:
            if value is not None:
                self._become(self.page.parted(SourceId(value)))

        self.app.push_screen(ChoiceScreen(self.workspace, "Take back", options), take)


def _cells(row: SaidRow) -> Row:
    tones = {Tone.GOOD: "good", Tone.BAD: "bad", Tone.WARN: "warning", Tone.ACCENT: "accent"}
    return (
        TableCell(row.standing.symbol, tones.get(row.standing.tone, "muted")),
        TableCell(row.date, "muted"),
        TableCell(row.outlet, "accent"),
        TableCell(row.statement),
    )
