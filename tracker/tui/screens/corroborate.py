"""Judging pairs of claims: both claims, why they may match, what to be careful about."""

from tracker.model import Article, ClaimId, Dependence
from tracker.presenters.commands import Command, screen_named
from tracker.presenters.corroborate import CorroborateState
from tracker.presenters.corroborate_commands import DECISIONS, MOVES
from tracker.presenters.corroborate_pane import (
    careful_lines,
    claim_lines,
    how_far,
    last_line,
    nothing_lines,
    pair_titles,
    where,
    why_lines,
)
from tracker.presenters.rating_options import dependence_options
from tracker.presenters.tones import Message
from tracker.presenters.trail import Place
from tracker.services.match_queue import pair_of
from tracker.services.match_value import Match
from tracker.tui.bars import TopBar
from tracker.tui.places import OpenClaim
from tracker.tui.progress import Watched
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.pair import PairScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.workspace import Workspace


class CorroborateScreen(PairScreen):
    """Asks for a decision on one pair after the other."""

    INFO = screen_named("corroborate")
    TITLES = pair_titles()

    def __init__(self, workspace: Workspace, claim_id: ClaimId | None = None) -> None:
        """Open the candidates of a claim, or for None the queue over the whole database."""
        super().__init__(workspace)
        self.state = CorroborateState.open(workspace.session, (), claim_id)
        self._claim_id = claim_id or ""

    @property
    def place(self) -> Place:
        """The candidates of a claim, or the queue."""
        return Place(self.INFO.name, self._claim_id)

    def seek(self, watched: Watched) -> tuple[Match, ...]:
        """Return the pairs that wait."""
        queue, claim_id = self.workspace.matches, self.state.claim_id
        return queue.candidates(claim_id, watched) if claim_id else queue.refresh(watched)

    def show_found(self, matches: tuple[Match, ...]) -> None:
        """Take the pairs that were found."""
        session, claim_id = self.workspace.session, self.state.claim_id
        self.state = CorroborateState.open(session, matches, claim_id)

    def draw(self) -> None:
        """Draw what the presenter holds."""
        state, store = self.state, self.workspace.session.store
        top = self.query_one(TopBar)
        top.left, top.right = where(state), how_far(state)
        pair, match = state.claims, state.match
        if pair is None or match is None:
            self.draw_pair(None, nothing=nothing_lines(state, store.count(Article)))
            return
        ours, theirs = (claim_lines(store, claim) for claim in pair)
        self.draw_pair(
            (ours, theirs),
            why_lines(match.candidate),
            careful_lines(state),
            last=last_line(state),
        )

    def _told(self, message: Message) -> None:
        self.draw()
        self.say(message)

    def _become(self, after: tuple[CorroborateState, Message]) -> None:
        self.state, message = after
        self._told(message)

    def reload(self) -> None:
        """Read the judgements anew; pairs that no longer are, go."""
        if self.search is None and self.is_mounted:
            self.state = self.state.reloaded()
            self.draw()

    def runs(self, command: Command) -> bool:
        """Return whether the screen itself carries out ``command``."""
        known = command.action in DECISIONS or command.action in MOVES
        return known or super().runs(command)

    async def run_command(self, command: Command) -> None:
        """Decide, move, or do what the screen has a method for."""
        if relation := DECISIONS.get(command.action):
            self._become(self.state.judge(relation))
        elif steps := MOVES.get(command.action):
            self.state = self.state.moved(steps)
            self._told(Message(""))
        else:
            await super().run_command(command)

    def action_later(self) -> None:
        """Put the pair off."""
        self._become(self.state.later())

    def action_independent(self) -> None:
        """Say that the origins are independent."""
        self._become(self.state.depend(Dependence.INDEPENDENT))

    def action_dependence(self) -> None:
        """Choose how the origins depend on each other."""

        def take(value: str | None) -> None:
            if value is not None:
                self._become(self.state.depend(Dependence(value)))

        if self.state.match is not None:
            concerned, said = self.state.concerned, self.state.intention.dependence
            options = dependence_options(concerned.dependence if concerned else said)
            title = "The pair judged just now" if self.state.last_judgement else "This pair"
            self.app.push_screen(ChoiceScreen(self.workspace, title, options), take)

    def action_note(self) -> None:
        """Write why."""
        if self.state.match is None:
            return

        concerned = self.state.concerned
        pair = self.state.just_judged or pair_of(self.state.match)
        draft = f"pair {' '.join(pair)}"

        def keep(text: str | None) -> None:
            if text is not None:
                after, message = self.state.noted(text)
                self.workspace.keep_refused(draft, text, message)
                self._become((after, message))

        prompt = PromptScreen(
            self.workspace,
            "Why you judge so",
            text=concerned.note if concerned else self.state.intention.note,
            draft=draft,
            lines=True,
        )
        self.app.push_screen(prompt, keep)

    def action_open(self) -> None:
        """Go to the candidate in its article."""
        if self.state.claims is not None:
            self.post_message(OpenClaim(self.state.claims[1].id))
