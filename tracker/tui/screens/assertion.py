"""An assertion: who stands behind it, as the tree of its reports."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.errors import NotFoundError
from tracker.model import Claim, ClaimId, Dependence, Verdict
from tracker.presenters.assertion_page import AssertionPage, page_lines
from tracker.presenters.assertion_tree import TreeRow
from tracker.presenters.commands import screen_named
from tracker.presenters.rating_options import dependence_options, verdict_options
from tracker.presenters.standing_words import standing_words
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.listing import ListScreen
from tracker.tui.places import OpenClaim, OpenMatches, OpenSource
from tracker.tui.resizing import ResizingScreen
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.widgets.split import Split
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (
    Column("transmission", 19),
    Column("", 1),
    Column("source", share=2),
    Column("outlet", share=1),
    Column("date", 10),
    Column("claim", share=3),
)


class AssertionScreen(ResizingScreen[None], ListScreen[None]):
    """Shows one assertion; its verdict is given here, its claims opened in their articles."""

    INFO = screen_named("assertion")
    CSS_PATH = "assertion.tcss"

    def __init__(self, workspace: Workspace, subject: str) -> None:
        """Open an assertion, or what a claim asserts.

        Raises:
            NotFoundError: when there is neither.
        """
        super().__init__(workspace)
        self.page = AssertionPage.open(workspace.session, subject)

    def compose_body(self) -> ComposeResult:
        """Yield the facts over the tree."""
        with Split(id="page"):
            yield LinesPane(id="facts")
            with Vertical(id="tree"):
                yield VirtualTable(_COLUMNS)

    def on_mount(self) -> None:
        """Show the page."""
        self._draw()

    @property
    def place(self) -> Place:
        """The assertion, on the report under the bar."""
        return Place(self.INFO.name, self.page.subject, self.standing)

    def _draw(self) -> None:
        behind = standing_words(self.page.view.standing)
        top = self.query_one(TopBar)
        top.left = (Cell("Assertions ▸ ", Tone.MUTED), Cell(behind, Tone.STRONG))
        facts = self.query_one("#facts", LinesPane)
        facts.border_title = "asserted"
        facts.show(page_lines(self.page))
        rows = self.page.rows
        self.query_one("#tree").border_title = "who has it from whom"
        self.table.set_rows([row.claim_id for row in rows], lambda place: _cells(rows[place]))

    def _become(self, after: tuple[AssertionPage, Message]) -> None:
        self.page, message = after
        self._draw()
        self.say(message)

    def reload(self) -> None:
        """Read the page anew; leave when nothing of it is left."""
        try:
            self.page = self.page.reloaded()
        except NotFoundError:
            self.leave()
            return
        if self.is_mounted:
            self._draw()

    @property
    def _claim_id(self) -> ClaimId | None:
        chosen = self.table.cursor_id
        return ClaimId(chosen) if chosen is not None else None

    def action_open(self) -> None:
        """Go to the claim under the bar."""
        if self._claim_id is not None:
            self.post_message(OpenClaim(self._claim_id))

    def on_virtual_table_chosen(self) -> None:
        """Go to the claim that was clicked twice."""
        self.action_open()

    def action_source(self) -> None:
        """Show the page of the source under the bar."""
        if self._claim_id is not None:
            claim = self.workspace.session.store.get(Claim, self._claim_id)
            self.post_message(OpenSource(claim.source_id))

    def action_matches(self) -> None:
        """Judge which other claims say the same."""
        if self._claim_id is not None:
            self.post_message(OpenMatches(self._claim_id))

    def action_verdict(self) -> None:
        """Choose the desk's verdict; what the rule suggests is said."""
        options = verdict_options(self.page.verdict, self.page.view.proposal.verdict)

        def take(value: str | None) -> None:
            if value is not None:
                self._become(self.page.ruled(Verdict(value)))

        self.app.push_screen(ChoiceScreen(self.workspace, "Where the desk stands", options), take)

    def action_dependence(self) -> None:
        """Choose how the report under the bar depends on the one above it."""
        claim_id = self._claim_id
        if claim_id is None:
            return
        pair = self.page.pair_of(claim_id)
        options = dependence_options(pair.dependence if pair else None)

        def take(value: str | None) -> None:
            if value is not None:
                self._become(self.page.depends(claim_id, Dependence(value)))

        self.app.push_screen(ChoiceScreen(self.workspace, "This report", options), take)

    def action_evidence(self) -> None:
        """Note what the verdict rests on."""
        ruling = self.page.view.assertion.ruling
        self._ask("What the verdict rests on", "\n".join(ruling.evidence) if ruling else "",
                  "evidence")  # fmt: skip

    def action_rationale(self) -> None:
        """Write why the verdict is so."""
        ruling = self.page.view.assertion.ruling
        self._ask("Why the verdict is so", ruling.rationale if ruling else "", "rationale")

    def _ask(self, title: str, before: str, what: str) -> None:
        if self.page.verdict is None:
            self.say(Message("Give the verdict first: v.", Tone.WARN))
            return

        def keep(text: str | None) -> None:
            if text is not None:
                rationale = text if what == "rationale" else None
                evidence = text if what == "evidence" else None
                self._become(self.page.explained(rationale=rationale, evidence=evidence))

        draft = f"{what} {self.page.view.assertion.id}"
        hint = "One thing a line; ctrl+s saves." if what == "evidence" else "ctrl+s saves."
        prompt = PromptScreen(
            self.workspace, title, hint=hint, text=before, draft=draft, lines=True
        )
        self.app.push_screen(prompt, keep)

    def action_copy(self) -> None:
        """Copy what is asserted, with what stands behind it."""
        view = self.page.view
        text = f"{view.assertion.wording} ({standing_words(view.standing)})"
        self.copy(text, "the assertion")


def _cells(row: TreeRow) -> Row:
    tone = "bad" if row.against else "good" if row.counted else "warning"
    return (
        TableCell(row.branch, tone),
        TableCell(row.symbol, "accent"),
        TableCell(row.source),
        TableCell(row.outlet, "accent"),
        TableCell(row.date, "muted"),
        TableCell(row.statement, "bad" if row.against else ""),
    )
