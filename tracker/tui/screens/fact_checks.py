"""Judging published fact-checks: the claim, what others found, why it may be the same claim."""

from tracker.model import Bearing, ClaimId, FactCheck
from tracker.presenters.commands import Command, screen_named
from tracker.presenters.corroborate_pane import claim_lines
from tracker.presenters.fact_checks import FactChecksState, pair_of
from tracker.presenters.fact_checks_pane import (
    careful_lines,
    fact_check_lines,
    how_far,
    nothing_lines,
    side_titles,
    where,
    why_lines,
)
from tracker.presenters.review_head import address_of
from tracker.presenters.tones import Message
from tracker.presenters.trail import Place
from tracker.services.fact_check_index import FactCheckMatch
from tracker.tui.bars import TopBar
from tracker.tui.places import OpenClaim
from tracker.tui.progress import Watched
from tracker.tui.screens.pair import PairScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.workspace import Workspace

_DECISIONS = {bearing.value: bearing for bearing in Bearing}
_MOVES = {"next": 1, "previous": -1}


class FactChecksScreen(PairScreen):
    """Asks of one fact-check after the other whether it is about the claim."""

    INFO = screen_named("factchecks")
    TITLES = side_titles()
    SEEKING = "Looking through the fact-checks … esc stops."

    def __init__(self, workspace: Workspace, claim_id: ClaimId | None = None) -> None:
        """Open the fact-checks of a claim, or for None those of the whole database."""
        super().__init__(workspace)
        self.state = FactChecksState.open(workspace.session, (), claim_id)
        self._claim_id = claim_id or ""

    @property
    def place(self) -> Place:
        """The fact-checks of a claim, or of all."""
        return Place(self.INFO.name, self._claim_id)

    def seek(self, watched: Watched) -> tuple[FactCheckMatch, ...]:
        """Return the pairs that wait."""
        index, claim_id = self.workspace.fact_checks, self.state.claim_id
        return index.candidates(claim_id, watched) if claim_id else index.waiting(watched)

    def show_found(self, matches: tuple[FactCheckMatch, ...]) -> None:
        """Take the pairs that were found."""
        session, claim_id = self.workspace.session, self.state.claim_id
        self.state = FactChecksState.open(session, matches, claim_id)

    def draw(self) -> None:
        """Draw what the presenter holds."""
        state, store = self.state, self.workspace.session.store
        top = self.query_one(TopBar)
        top.left, top.right = where(state), how_far(state)
        if state.shown is None:
            self.draw_pair(None, nothing=nothing_lines(state, store.count(FactCheck)))
            return
        claim, check = state.shown
        sides = claim_lines(store, claim), fact_check_lines(check)
        self.draw_pair(sides, why_lines(state), careful_lines(state))

    def _become(self, after: tuple[FactChecksState, Message]) -> None:
        self.state, message = after
        self.draw()
        self.say(message)

    def reload(self) -> None:
        """Read the judgements anew; pairs that no longer are, go."""
        if self.search is None and self.is_mounted:
            self.state = self.state.reloaded()
            self.draw()

    def runs(self, command: Command) -> bool:
        """Return whether the screen itself carries out ``command``."""
        known = command.action in _DECISIONS or command.action in _MOVES
        return known or super().runs(command)

    async def run_command(self, command: Command) -> None:
        """Decide, move, or do what the screen has a method for."""
        if bearing := _DECISIONS.get(command.action):
            self._become(self.state.judge(bearing))
        elif steps := _MOVES.get(command.action):
            self._become((self.state.moved(steps), Message("")))
        else:
            await super().run_command(command)

    def action_later(self) -> None:
        """Put it off."""
        self._become(self.state.later())

    def action_note(self) -> None:
        """Write why."""
        match = self.state.match
        if match is None:
            return
        draft = f"fact-check {' '.join(pair_of(match))}"

        def keep(text: str | None) -> None:
            if text is not None:
                after, message = self.state.noted(text)
                self.workspace.keep_refused(draft, text, message)
                self._become((after, message))

        title = "Why you judge so"
        prompt = PromptScreen(self.workspace, title, text=self.state.note, draft=draft, lines=True)
        self.app.push_screen(prompt, keep)

    def action_open(self) -> None:
        """Go to the claim in its article."""
        if self.state.shown is not None:
            self.post_message(OpenClaim(self.state.shown[0].id))

    def action_address(self) -> None:
        """Open the fact-check's web address in a browser."""
        if self.state.shown is not None:
            told, address = address_of(self.state.shown[1].url, "fact-check")
            if address:
                self.app.open_url(address)
            self.say(told)

    def action_copy(self) -> None:
        """Copy the fact-check in one line."""
        if self.state.shown is not None:
            check = self.state.shown[1]
            parts = (check.rating, check.publisher, check.url)
            self.copy(" · ".join(part for part in parts if part), "the fact-check")
