"""Back and forward, going straight to a screen, and what was said."""

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.events import Key

from tests.pilot.desk_app import Driver, driven, reviewing
from tracker.model import Claim, ClaimState
from tracker.presenters.tones import Tone
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.export import ExportScreen
from tracker.tui.screens.messages import MessagesScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.review import ReviewScreen
from tracker.tui.screens.source import SourceScreen
from tracker.tui.screens.sources import SourcesScreen


def in_sight(driver: Driver) -> type[object]:
    return type(driver.app.screen)


async def test_back_and_forward_lead_through_where_one_has_been_with_the_claim_in_hand() -> None:
    async with driven() as driver:
        await driver.press("enter", "j")
        claim = driver.review.state.claim
        await driver.press("g", "s", "enter")
        assert in_sight(driver) is SourceScreen
        await driver.press("ctrl+o")
        assert in_sight(driver) is SourcesScreen
        await driver.press("ctrl+o")
        assert driver.review.state.claim == claim
        await driver.press("ctrl+o")
        assert in_sight(driver) is DeskScreen
        await driver.press("ctrl+o")
        assert driver.said.text == "Nothing is behind."
        await driver.press("ctrl+g")
        assert driver.review.state.claim == claim
        await driver.press("ctrl+g", "ctrl+g")
        assert in_sight(driver) is SourceScreen
        await driver.press("ctrl+g")
        assert driver.said.text == "Nothing is ahead."


@pytest.mark.parametrize(
    ("key", "screen"),
    [("d", DeskScreen), ("s", SourcesScreen), ("m", CorroborateScreen), ("e", ExportScreen)],
)
async def test_two_keys_lead_from_anywhere_to_a_screen(key: str, screen: type[object]) -> None:
    async with driven() as driver:
        await driver.press("enter", "g", key)
        assert in_sight(driver) is screen


async def test_going_to_a_screen_that_is_open_below_opens_no_second_one() -> None:
    async with driven() as driver:
        await driver.press("enter", "g", "s", "g", "d", "g", "d")
        assert sum(isinstance(s, DeskScreen) for s in driver.app.screen_stack) == 1


async def test_a_number_before_a_key_repeats_it_and_is_shown_while_it_waits() -> None:
    async with driven() as driver:
        await driver.press("3")
        assert driver.said.text.startswith("3 …")
        await driver.press("j")
        assert driver.said.text == ""


async def test_after_the_first_key_of_a_sequence_the_others_are_named() -> None:
    async with driven() as driver:
        await driver.press("g")
        assert "s sources" in driver.said.text
        await driver.press("escape")
        assert driver.desk.is_current


async def test_what_was_said_can_be_read_again() -> None:
    async with driven() as driver:
        await driver.press("enter", "enter", "@")
        screen = driver.app.screen
        assert isinstance(screen, MessagesScreen)
        texts = ["".join(cell.text for cell in line) for line in screen.workspace.log.lines()]
        assert "Accepted claim 1." in texts[0]
        await driver.press("j", "G", "g", "g", "@")
        assert in_sight(driver) is ReviewScreen


async def test_an_article_without_an_address_says_so() -> None:
    async with driven() as driver:
        await driver.press("enter", "g", "x")
        assert driver.said.tone is Tone.WARN


def gone(path: Path) -> bool:
    return not path.exists()


@contextmanager
def _no_terminal(_app: object) -> Iterator[None]:
    yield


@pytest.mark.parametrize("code", [0, 3])
async def test_a_note_is_written_in_ones_own_editor(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    seen = tmp_path / "seen"
    script.write_text(
        "import os, pathlib, sys\n"
        "file = pathlib.Path(sys.argv[1])\n"
        f"pathlib.Path({str(seen)!r}).write_text(f'{{file}} {{os.stat(file).st_mode}}')\n"
        "file.write_text(file.read_text('utf-8') + ' مكتوب\\n', 'utf-8')\n"
        f"sys.exit({code})\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(App, "suspend", _no_terminal)
    async with driven(editor=f"{sys.executable} {script}") as driver:
        await driver.press("enter", "e", *"abc", "f4")
        screen = driver.app.screen
        assert isinstance(screen, PromptScreen)
        assert screen.written == ("abc" if code else "abc مكتوب")
    file, _, mode = seen.read_text("utf-8").rpartition(" ")
    assert stat.S_IMODE(int(mode)) == 0o600
    assert gone(Path(file))
    assert gone(Path(file).parent)


async def test_without_an_editor_the_prompt_says_how_to_set_one() -> None:
    async with driven() as driver:
        await driver.press("enter", "e", "f4")
        screen = driver.app.screen
        assert isinstance(screen, PromptScreen)
        assert "EDITOR" in screen.query_one(".hint").text  # type: ignore[attr-defined]


def type_ahead(driver: Driver, *keys: str) -> None:
    """Type keys so quickly that the screen in sight gets them all."""
    for key in keys:
        character = key if len(key) == 1 else None
        driver.app.screen.post_message(Key(key, character))


async def test_escapes_typed_ahead_close_a_screen_each() -> None:
    async with driven() as driver:
        await driver.press("g", "s", "enter")
        assert in_sight(driver) is SourceScreen
        type_ahead(driver, "escape", "escape")
        await driver.settle()
        assert in_sight(driver) is DeskScreen
        type_ahead(driver, "@", "escape", "g", "s")
        await driver.settle()
        assert in_sight(driver) is SourcesScreen


async def test_a_key_typed_ahead_is_for_the_screen_that_the_one_before_it_leads_to() -> None:
    async with reviewing() as driver:
        first = driver.review.state.claims[0]
        type_ahead(driver, "e", "x", "enter")
        await driver.settle()
        state = driver.app.workspace.session.store.get(Claim, first.id).state
        assert state is ClaimState.PROPOSED


async def test_escapes_typed_ahead_of_leaving_the_tour_close_one_screen_each() -> None:
    async with driven() as driver:
        await driver.press("g", "s", "enter")
        driver.app.action_tour()
        await driver.settle()
        await driver.press("g", "c")
        type_ahead(driver, "f9", "escape", "escape")
        await driver.settle()
        assert in_sight(driver) is DeskScreen
        assert not driver.app.touring
