"""What the registry promises, the screens keep."""

import pytest

from tests.desk import desk_session
from tracker.model import ArticleId, Claim, ClaimId, Source, SourceId
from tracker.presenters.commands import SCREENS, commands_of, screen_named
from tracker.presenters.link import LinkState
from tracker.presenters.review_ratings import Option
from tracker.presenters.tones import Message
from tracker.tui.app import TrackerApp
from tracker.tui.keyed import KeyedScreen
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.details import DetailsScreen
from tracker.tui.screens.export import ExportScreen
from tracker.tui.screens.help import HelpScreen
from tracker.tui.screens.link import LinkScreen
from tracker.tui.screens.messages import MessagesScreen
from tracker.tui.screens.pick import PickScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.review import ReviewScreen
from tracker.tui.screens.source import SourceScreen
from tracker.tui.screens.sources import SourcesScreen
from tracker.tui.workspace import Workspace

AnyScreen = KeyedScreen[None] | KeyedScreen[str | None] | KeyedScreen[Message | None]


def screens() -> dict[str, AnyScreen]:
    workspace = Workspace(session=desk_session())
    claim = workspace.session.store.get(Claim, "clm_2")
    made: list[AnyScreen] = [
        DeskScreen(workspace),
        ReviewScreen(workspace, ArticleId("art_one")),
        DetailsScreen(workspace, ArticleId("art_one")),
        LinkScreen(workspace, LinkState.open(workspace.session, claim)),
        ChoiceScreen(workspace, "Choose", (Option(key="a", label="A", value="a"),)),
        PromptScreen(workspace, "Write"),
        CorroborateScreen(workspace, ClaimId("clm_2")),
        SourcesScreen(workspace),
        SourceScreen(workspace, SourceId("src_voice")),
        PickScreen(workspace, workspace.session.store.get(Source, "src_voice")),
        ExportScreen(workspace),
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
