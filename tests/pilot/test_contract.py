"""What the registry promises, the screens keep."""

import pytest
from attrs import evolve
from textual.events import Key

from tests.desk import colleague, desk_session
from tests.pilot.desk_app import driven
from tracker.model import ArticleId, Change, Claim, ClaimId, Source, SourceId, StaleError
from tracker.presenters.commands import SCREENS, Command, commands_of, screen_named
from tracker.presenters.conflict import ConflictState
from tracker.presenters.link import LinkState
from tracker.presenters.rating_options import Option
from tracker.presenters.tones import Message
from tracker.services.reviewing import annotate
from tracker.tui.app import TrackerApp
from tracker.tui.keyed import KeyedScreen
from tracker.tui.screens.assertion import AssertionScreen
from tracker.tui.screens.assertions import AssertionsScreen
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.claims import ClaimsScreen
from tracker.tui.screens.conflict import ConflictScreen
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.details import DetailsScreen
from tracker.tui.screens.disagreements import DisagreementsScreen
from tracker.tui.screens.export import ExportScreen
from tracker.tui.screens.fact_checks import FactChecksScreen
from tracker.tui.screens.help import HelpScreen
from tracker.tui.screens.link import LinkScreen
from tracker.tui.screens.messages import MessagesScreen
from tracker.tui.screens.pick import PickScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.rate import RateScreen
from tracker.tui.screens.review import ReviewScreen
from tracker.tui.screens.source import SourceScreen
from tracker.tui.screens.sources import SourcesScreen
from tracker.tui.workspace import Workspace

AnyScreen = (
    KeyedScreen[None]
    | KeyedScreen[Message]
    | KeyedScreen[str | None]
    | KeyedScreen[Message | None]
    | KeyedScreen[Command | None]
)


def conflict(workspace: Workspace) -> ConflictState:
    session = workspace.session
    before = session.store.get(Claim, "clm_2")
    change = Change.replace(before, evolve(before, note="mine"))
    annotate(colleague(session), before.id, note="hers")
    with pytest.raises(StaleError) as caught:
        session.commit("Edit", change)
    return ConflictState(session=session, stale=caught.value)


def screens() -> dict[str, AnyScreen]:
    workspace = Workspace(session=desk_session())
    claim = workspace.session.store.get(Claim, "clm_2")
    made: list[AnyScreen] = [
        DeskScreen(workspace),
        ReviewScreen(workspace, ArticleId("art_one")),
        ClaimsScreen(workspace),
        DetailsScreen(workspace, ArticleId("art_one")),
        LinkScreen(workspace, LinkState.open(workspace.session, claim)),
        ChoiceScreen(workspace, "Choose", (Option(key="a", label="A", value="a"),)),
        PromptScreen(workspace, "Write"),
        CorroborateScreen(workspace, ClaimId("clm_2")),
        FactChecksScreen(workspace, ClaimId("clm_2")),
        SourcesScreen(workspace),
        SourceScreen(workspace, SourceId("src_voice")),
        PickScreen(workspace, workspace.session.store.get(Source, "src_voice")),
        RateScreen(workspace, ClaimId("clm_2")),
        AssertionsScreen(workspace),
        AssertionScreen(workspace, "clm_2"),
        DisagreementsScreen(workspace),
        ExportScreen(workspace),
        ConflictScreen(workspace, conflict(workspace)),
        MessagesScreen(workspace),
        HelpScreen(workspace, screen_named("desk")),
    ]
    return {screen.INFO.name: screen for screen in made}


def test_every_screen_of_the_registry_is_here() -> None:
    assert screens().keys() == {info.name for info in SCREENS}


@pytest.mark.parametrize("name", [info.name for info in SCREENS])
def test_every_command_of_a_screen_does_something(name: str) -> None:
    screen = screens()[name]
    for command in commands_of(screen.INFO):
        reached = screen.runs(command) or hasattr(TrackerApp, f"action_{command.action}")
        assert reached, f"{name} has nothing for {command.id}"


async def test_a_screen_opened_while_the_program_is_being_left_breaks_nothing() -> None:
    async with driven() as driver:
        driver.app.exit()
        for screen in screens().values():
            await driver.app.push_screen(screen)
            screen.post_message(Key("j", "j"))
        driver.app.action_palette()
        driver.app.action_theme()
        await driver.settle()
