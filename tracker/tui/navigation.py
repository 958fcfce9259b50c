"""Going from screen to screen: where they ask to go, and back and forward along the trail."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from tracker.errors import NotFoundError
from tracker.model import ArticleId, Claim, ClaimId, SourceId
from tracker.presenters.commands import SCREENS, Command, commands_of
from tracker.presenters.help import way_to
from tracker.presenters.history import refusal
from tracker.presenters.tones import Message, Tone
from tracker.presenters.trail import Place, Trail
from tracker.tui.keyed import KeyedScreen
from tracker.tui.places import (
    Arrived,
    Left,
    OpenArticle,
    OpenAssertion,
    OpenAssertions,
    OpenClaim,
    OpenDetails,
    OpenDisagreements,
    OpenExport,
    OpenFactChecks,
    OpenMatches,
    OpenSource,
    OpenSources,
)
from tracker.tui.screens.assertion import AssertionScreen
from tracker.tui.screens.assertions import AssertionsScreen
from tracker.tui.screens.claims import ClaimsScreen
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.details import DetailsScreen
from tracker.tui.screens.disagreements import DisagreementsScreen
from tracker.tui.screens.export import ExportScreen
from tracker.tui.screens.fact_checks import FactChecksScreen
from tracker.tui.screens.messages import MessagesScreen
from tracker.tui.screens.review import ReviewScreen
from tracker.tui.screens.source import SourceScreen
from tracker.tui.screens.sources import SourcesScreen
from tracker.tui.workspace import Workspace

DESK = Place("desk")

#: How each screen of the trail is made anew.
_SCREENS: dict[str, Callable[[Workspace, str], KeyedScreen[Any]]] = {
    "desk": lambda workspace, _: DeskScreen(workspace),
    "details": lambda workspace, subject: DetailsScreen(workspace, ArticleId(subject)),
    "review": lambda workspace, subject: ReviewScreen(workspace, ArticleId(subject)),
    "corroborate": lambda workspace, subject: CorroborateScreen(
        workspace, ClaimId(subject) if subject else None
    ),
    "factchecks": lambda workspace, subject: FactChecksScreen(
        workspace, ClaimId(subject) if subject else None
    ),
    "claims": lambda workspace, _: ClaimsScreen(workspace),
    "sources": lambda workspace, _: SourcesScreen(workspace),
    "source": lambda workspace, subject: SourceScreen(workspace, SourceId(subject)),
    "assertions": lambda workspace, _: AssertionsScreen(workspace),
    "assertion": AssertionScreen,
    "disagreements": lambda workspace, _: DisagreementsScreen(workspace),
    "export": lambda workspace, _: ExportScreen(workspace),
    "messages": lambda workspace, _: MessagesScreen(workspace),
}

#: Screens that one can go to without saying what they shall show.
_STRAIGHT = frozenset(
    {"desk", "claims", "sources", "corroborate", "assertions", "disagreements", "export"}
)


class Navigation(App[None], inherit_bindings=False):
    """The part of the application that knows the way between screens.

    Attributes:
        workspace: what every screen is given.
        trail: the places behind and ahead.
    """

    workspace: Workspace
    trail: Trail

    def go(self, place: Place) -> None:
        """Go to a place: to its screen where that is still open below, else to a new one."""
        for open_screen in self.screen_stack:
            if isinstance(open_screen, KeyedScreen) and place.is_spot(open_screen.place):
                while self.screen is not open_screen:
                    self.pop_screen()
                if place.standing:
                    open_screen.stand_on(place.standing)
                return
        try:
            self.open(place)
        except NotFoundError as error:
            self.tell(refusal(error))

    def knows(self, place: Place) -> bool:
        """Return whether a place is one of the trail."""
        return place.screen in _SCREENS

    def open(self, place: Place) -> None:
        """Open a new screen for a place.

        Raises:
            NotFoundError: when what it is on does not exist.
        """
        screen = _SCREENS[place.screen](self.workspace, place.subject)
        if isinstance(screen, ReviewScreen):
            screen.articles = self._listed
        if place.standing:
            screen.stand_on(place.standing)
        self.push_screen(screen)

    def _listed(self) -> Sequence[ArticleId]:
        """Return the articles in the order of the desk below."""
        desks = (screen for screen in self.screen_stack if isinstance(screen, DeskScreen))
        return next((desk.listed for desk in desks), ())

    async def run_from_help(self, under: KeyedScreen[Any], command: Command) -> None:
        """Run a command on the screen under the help, or go to where it works."""
        if command in commands_of(under.INFO):
            await under.run_command(command)
            return
        straight = (s.name for s in SCREENS if command.group in s.groups and s.name in _STRAIGHT)
        screen = next(straight, "")
        if screen:
            self.go(Place(screen))
        self.tell(Message(way_to(self.workspace.keymap, command), Tone.MUTED))

    def tell(self, message: Message) -> None:
        """Say something on the screen in sight."""
        if isinstance(self.screen, KeyedScreen):
            self.screen.say(message)

    def on_arrived(self, event: Arrived) -> None:
        """Put the place in sight on the trail; those that were passed on the way are not."""
        if isinstance(self.screen, KeyedScreen) and event.place.is_spot(self.screen.place):
            self.trail = self.trail.arrived(event.place)

    def on_left(self, event: Left) -> None:
        """Remember where one stood."""
        self.trail = self.trail.left(event.place)

    def action_behind(self) -> None:
        """Go back along the trail."""
        self._follow(self._here().back(), "Nothing is behind.")

    def action_ahead(self) -> None:
        """Go forward along the trail."""
        self._follow(self._here().forward(), "Nothing is ahead.")

    def _here(self) -> Trail:
        """Return the trail with where one stands now."""
        standing = self.screen.place if isinstance(self.screen, KeyedScreen) else None
        return self.trail.left(standing) if standing else self.trail

    def _follow(self, trail: Trail | None, otherwise: str) -> None:
        if trail is None or trail.here is None:
            self.tell(Message(otherwise, Tone.MUTED))
            return
        self.trail = trail
        self.go(trail.here)

    def on_open_article(self, event: OpenArticle) -> None:
        """Review an article."""
        self.go(Place("review", event.article_id))

    def on_open_details(self, event: OpenDetails) -> None:
        """Show where an article comes from."""
        self.go(Place("details", event.article_id))

    def on_open_claim(self, event: OpenClaim) -> None:
        """Review the claim's article, with the claim in hand."""
        try:
            claim = self.workspace.session.store.get(Claim, event.claim_id)
        except NotFoundError as error:
            self.tell(refusal(error))
            return
        self.go(Place("review", claim.article_id, claim.id))

    def on_open_matches(self, event: OpenMatches) -> None:
        """Judge pairs."""
        self.go(Place("corroborate", event.claim_id or ""))

    def on_open_fact_checks(self, event: OpenFactChecks) -> None:
        """Judge the fact-checks of a claim."""
        self.go(Place("factchecks", event.claim_id))

    def on_open_sources(self, _event: OpenSources) -> None:
        """Show every source."""
        self.action_go_sources()

    def on_open_source(self, event: OpenSource) -> None:
        """Show a source's page."""
        self.go(Place("source", event.source_id))

    def on_open_assertion(self, event: OpenAssertion) -> None:
        """Show who stands behind an assertion."""
        self.go(Place("assertion", event.subject))

    def on_open_assertions(self, _event: OpenAssertions) -> None:
        """Show every assertion."""
        self.action_go_assertions()

    def on_open_disagreements(self, _event: OpenDisagreements) -> None:
        """Show the claims that two reviewers rate."""
        self.action_go_disagreements()

    def on_open_export(self, _event: OpenExport) -> None:
        """Write claims to a file."""
        self.action_go_export()

    def action_go_desk(self) -> None:
        """Go to the desk."""
        self.go(DESK)

    def action_go_claims(self) -> None:
        """Go to the list of all claims."""
        self.go(Place("claims"))

    def action_go_sources(self) -> None:
        """Go to the list of sources."""
        self.go(Place("sources"))

    def action_go_matches(self) -> None:
        """Go to the pairs that wait."""
        self.go(Place("corroborate"))

    def action_go_fact_checks(self) -> None:
        """Go to the published fact-checks that wait."""
        self.go(Place("factchecks"))

    def action_go_assertions(self) -> None:
        """Go to the list of assertions."""
        self.go(Place("assertions"))

    def action_go_disagreements(self) -> None:
        """Go to the claims that two reviewers rate."""
        self.go(Place("disagreements"))

    def action_go_export(self) -> None:
        """Go to the export."""
        self.go(Place("export"))

    def action_messages(self) -> None:
        """Read again what was said."""
        self.push_screen(MessagesScreen(self.workspace))
