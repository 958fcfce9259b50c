"""Claims that more than one reviewer rates, side by side."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.model import ClaimId, Credibility, Reliability
from tracker.presenters.commands import screen_named
from tracker.presenters.disagreements import (
    NONE,
    REJECT,
    STATES,
    DisagreementsState,
    letter_options,
    number_options,
    side_by_side,
)
from tracker.presenters.tones import Cell, Message, Tone
from tracker.presenters.trail import Place
from tracker.services.adjudicating import Case
from tracker.tui.bars import TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.listing import ListScreen
from tracker.tui.places import OpenClaim
from tracker.tui.resizing import ResizingScreen
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.rate import RateScreen
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.split import Split
from tracker.tui.widgets.table_cells import Column, Row, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable
from tracker.tui.workspace import Workspace

_COLUMNS = (Column("", 1), Column("state", 10), Column("ratings", 22), Column("claim", share=1))


class DisagreementsScreen(ResizingScreen[None], ListScreen[None]):
    """Lists what reviewers rated, or were asked to; settles what is apart."""

    INFO = screen_named("disagreements")
    CSS_PATH = "disagreements.tcss"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.state = DisagreementsState(session=workspace.session)

    def compose_body(self) -> ComposeResult:
        """Yield the list over the ratings of one claim and the agreement of all."""
        with Split(id="page"):
            with Vertical(id="list"):
                yield VirtualTable(_COLUMNS)
            with Split(id="below"):
                yield LinesPane(id="ratings")
                yield LinesPane(id="agreement")

    def on_mount(self) -> None:
        """Say where one is."""
        top = self.query_one(TopBar)
        top.left = (Cell("tracker ▸ ", Tone.MUTED), Cell("Disagreements", Tone.STRONG))
        self.query_one("#ratings").border_title = "side by side"
        self.query_one("#agreement").border_title = "agreement"

    @property
    def place(self) -> Place:
        """The list, on the claim under the bar."""
        return Place(self.INFO.name, standing=self.standing)

    def reload(self) -> None:
        """Read the cases anew."""
        if self.is_mounted:
            self._show(self.state.reloaded())

    def _show(self, state: DisagreementsState) -> None:
        self.state = state
        rows = state.shown
        entitle(self.query_one("#list"), state.title)
        self.table.set_rows(
            [case.claim.id for case in rows], lambda place: _cells(state, rows[place])
        )
        nothing = ((Cell("Nothing was rated by two yet.", Tone.MUTED),),)
        self.query_one("#agreement", LinesPane).show(state.agreement or nothing)
        self._side_by_side()

    def _side_by_side(self) -> None:
        case = self.state.case(self.table.cursor_id)
        self.query_one("#ratings", LinesPane).show(side_by_side(self.state, case))

    def on_virtual_table_moved(self) -> None:
        """Show the ratings of the claim under the bar."""
        self._side_by_side()

    def _become(self, after: tuple[DisagreementsState, Message]) -> None:
        state, message = after
        self._show(state)
        self.say(message)

    @property
    def _case(self) -> Case | None:
        return self.state.case(self.table.cursor_id)

    def action_open(self) -> None:
        """Go to the claim under the bar."""
        if self._case is not None:
            self.post_message(OpenClaim(self._case.claim.id))

    def on_virtual_table_chosen(self) -> None:
        """Go to the claim that was clicked twice."""
        self.action_open()

    def action_only(self) -> None:
        """Show only the claims of the next state."""
        self._show(self.state.next_state())

    def action_rate(self) -> None:
        """Rate the claim under the bar."""

        def rated(said: Message | None) -> None:
            self.reload()
            if said is not None:
                self.say(said)

        if self._case is not None:
            self.app.push_screen(RateScreen(self.workspace, self._case.claim.id), rated)

    def action_settle(self) -> None:
        """Choose the number, then the letter, then write why."""
        case = self._case
        if case is None:
            return
        if self.state.hidden(case):
            self.say(Message("Rate it yourself first, without seeing the others: R.", Tone.WARN))
            return

        def numbered(value: str | None) -> None:
            if value == REJECT:
                self._why(case.claim.id, None, None)
            elif value is not None:
                self._letter(case.claim.id, None if value == NONE else Credibility(value))

        title = "Settle the information as"
        self.app.push_screen(ChoiceScreen(self.workspace, title, number_options()), numbered)

    def _letter(self, claim_id: ClaimId, credibility: Credibility | None) -> None:
        def lettered(value: str | None) -> None:
            if value is not None:
                reliability = None if value == NONE else Reliability(value)
                self._why(claim_id, credibility, reliability)

        title = "Settle the source as"
        self.app.push_screen(ChoiceScreen(self.workspace, title, letter_options()), lettered)

    def _why(
        self, claim_id: ClaimId, credibility: Credibility | None, reliability: Reliability | None
    ) -> None:
        def keep(text: str | None) -> None:
            if text is not None:
                self._become(self.state.settled(claim_id, credibility, reliability, text))

        prompt = PromptScreen(self.workspace, "What decided it", draft=f"settle {claim_id}")
        self.app.push_screen(prompt, keep)

    def action_reopen(self) -> None:
        """Take the settlement back."""
        if self._case is not None:
            self._become(self.state.reopened(self._case.claim.id))

    def action_ask(self) -> None:
        """Ask one more reviewer."""
        case = self._case
        if case is None:
            return

        def keep(text: str | None) -> None:
            if text is not None:
                self._become(self.state.asked(case.claim.id, text))

        prompt = PromptScreen(
            self.workspace, "Which reviewer is to rate it", draft=f"ask {case.claim.id}"
        )
        self.app.push_screen(prompt, keep)


def _cells(state: DisagreementsState, case: Case) -> Row:
    symbol, word, tone = STATES[case.state]
    name = {Tone.GOOD: "good", Tone.BAD: "bad", Tone.WARN: "warning"}.get(tone, "muted")
    ratings = " · ".join(f"{one.reviewer} {one.code}" for one in case.assessments)
    return (
        TableCell(symbol, name),
        TableCell(word, name),
        TableCell("hidden until you rate" if state.hidden(case) else ratings),
        TableCell(case.claim.statement),
    )
