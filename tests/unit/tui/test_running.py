import pytest

from tests.desk import desk_session
from tracker.config import Settings
from tracker.errors import SettingsError
from tracker.presenters.tones import Message, Tone
from tracker.tui.app import TrackerApp
from tracker.tui.running import greeting
from tracker.tui.terminal import Plan
from tracker.tui.workspace import Workspace

PLAN = Plan(order="app")


def test_nothing_is_said_when_all_is_well() -> None:
    assert greeting(Settings(database="memory:"), PLAN) is None


def test_the_first_mistake_in_the_keys_is_told_with_the_number_of_others() -> None:
    keys = {"review.acept": ("y",), "review.accept": ("ctrl+m",)}
    said = greeting(Settings(database="memory:", keys=keys), PLAN)
    assert said is not None
    assert "Did you mean review.accept?" in said.text
    assert "1 more" in said.text


def test_what_is_left_to_do_in_the_terminal_is_told() -> None:
    said = greeting(Settings(database="memory:"), Plan(order="app", hint="Set this."))
    assert said is not None
    assert said.text == "Set this."


def test_a_theme_that_does_not_exist_is_refused_with_the_list() -> None:
    with pytest.raises(SettingsError, match="high-contrast"):
        TrackerApp(Workspace(session=desk_session()), theme="no-such")


def test_what_the_database_says_of_itself_comes_first() -> None:
    notices = ("It is open for reading only.", "It was rebuilt.")
    said = greeting(Settings(database="memory:"), Plan(order="app", hint="Set this."), notices)
    assert said == Message("It is open for reading only. It was rebuilt.", Tone.WARN)
