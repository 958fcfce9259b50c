"""Judging pairs of claims: both claims, why they may match, what to be careful about."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message as TextualMessage

from tracker.errors import CancelledError, TrackerError
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
from tracker.presenters.history import refusal
from tracker.presenters.rating_options import dependence_options
from tracker.presenters.tones import Message, Tone
from tracker.presenters.trail import Place
from tracker.services.match_queue import pair_of
from tracker.services.match_value import Match
from tracker.tui.bars import TextLine, TopBar
from tracker.tui.keyed import KeyedScreen
from tracker.tui.lines_pane import LinesPane
from tracker.tui.places import OpenClaim
from tracker.tui.progress import Progress, Watched
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.workspace import Workspace


class CorroborateScreen(KeyedScreen[None]):
    """Asks for a decision on one pair after the other."""

    INFO = screen_named("corroborate")
    CSS_PATH = "corroborate.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal")]  # noqa: RUF012  (Textual's name and type)

    class Found(TextualMessage):
        """The search for pairs came to its end."""

        def __init__(self, matches: tuple[Match, ...], told: Message | None = None) -> None:
            super().__init__()
            self.matches = matches
            self.told = told

    def __init__(self, workspace: Workspace, claim_id: ClaimId | None = None) -> None:
        """Open the candidates of a claim, or for None the queue over the whole database."""
        super().__init__(workspace)
        self.state = CorroborateState.open(workspace.session, (), claim_id)
        self._claim_id = claim_id or ""
        self._search: Watched | None = None
        self._searched = False

    def compose_body(self) -> ComposeResult:
        """Yield both claims, the reasons, and the line on the last decision."""
        with Vertical(id="pair"):
            yield LinesPane(id="ours")
            yield LinesPane(id="theirs")
            with Horizontal(id="reasons"):
                yield LinesPane(id="why")
                yield LinesPane(id="careful")
        yield LinesPane(id="nothing")
        yield TextLine(id="last")

    @property
    def place(self) -> Place:
        """The candidates of a claim, or the queue."""
        return Place(self.INFO.name, self._claim_id)

    def on_mount(self) -> None:
        """Begin the search."""
        entitle(self._pane("why"), "why")
        entitle(self._pane("careful"), "careful")
        for name, title in zip(("ours", "theirs"), pair_titles(), strict=True):
            entitle(self._pane(name), title)
        self._begin()

    def on_unmount(self) -> None:
        """Let no search outlive the screen."""
        if self._search is not None:
            self._search.stop()

    def _pane(self, name: str) -> LinesPane:
        return self.query_one(f"#{name}", LinesPane)

    def _begin(self) -> None:
        self._search = Watched(self)
        self._draw()
        self.say(Message("Looking for matches … esc stops.", Tone.MUTED))
        self._find(self._search)

    @work(thread=True, exclusive=True, group="matches")
    def _find(self, watched: Watched) -> None:
        queue = self.workspace.matches
        claim_id = self.state.claim_id
        try:
            found = queue.candidates(claim_id, watched) if claim_id else queue.refresh(watched)
        except CancelledError as error:
            self.post_message(self.Found((), Message(str(error), Tone.WARN)))
        except TrackerError as error:
            self.post_message(self.Found((), refusal(error)))
        else:
            self.post_message(self.Found(found))

    def on_corroborate_screen_found(self, event: Found) -> None:
        """Show the first pair."""
        self._search = None
        self._searched = event.told is None
        self.state = CorroborateState.open(
            self.workspace.session, event.matches, self.state.claim_id
        )
        self._told(event.told or Message(""))

    def on_progress(self, event: Progress) -> None:
        """Show how far the search is."""
        if self._search is not None:
            where = f"{event.done:,} of {event.total:,} claims"
            self.say(Message(f"{event.label}: {where}  (esc stops)", Tone.MUTED))

    def _draw(self) -> None:
        """Draw what the presenter holds."""
        top = self.query_one(TopBar)
        top.left, top.right = where(self.state), how_far(self.state)
        pair = self.state.claims
        self.query_one("#pair").display = pair is not None
        nothing = self._pane("nothing")
        nothing.display = pair is None and self._searched
        last = last_line(self.state)
        self.query_one("#last", TextLine).display = bool(last)
        self.query_one("#last", TextLine).line = last
        store = self.workspace.session.store
        if pair is None or self.state.match is None:
            nothing.show(nothing_lines(self.state, store.count(Article)))
            return
        for name, claim in zip(("ours", "theirs"), pair, strict=True):
            self._pane(name).show(claim_lines(store, claim))
        self._pane("why").show(why_lines(self.state.match.candidate))
        self._pane("careful").show(careful_lines(self.state))

    def _told(self, message: Message) -> None:
        self._draw()
        self.say(message)

    def _become(self, after: tuple[CorroborateState, Message]) -> None:
        self.state, message = after
        self._told(message)

    def reload(self) -> None:
        """Read the judgements anew; pairs that no longer are, go."""
        if self._search is None and self.is_mounted:
            self.state = self.state.reloaded()
            self._draw()

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

    def action_scroll_down(self) -> None:
        """Scroll the reasons down."""
        for name in ("why", "careful"):
            self._pane(name).scroll_page_down(animate=False)

    def action_scroll_up(self) -> None:
        """Scroll the reasons up."""
        for name in ("why", "careful"):
            self._pane(name).scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Stop the search, or go back."""
        if self._search is not None:
            self._search.stop()
        else:
            self.app.pop_screen()
