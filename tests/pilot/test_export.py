"""Writing exports by keys alone."""

import json
from pathlib import Path

import pytest

from tests.matched_desk import matched_session
from tests.pilot.desk_app import Driver, driven
from tracker.model import Claim
from tracker.presenters.tones import Tone
from tracker.tui.screens.export import ExportScreen


def exporting(driver: Driver) -> ExportScreen:
    screen = driver.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


async def opened(driver: Driver) -> ExportScreen:
    """Open the export from the desk."""
    await driver.press("x")
    await driver.settle()
    return exporting(driver)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_x_shows_what_would_be_written_and_enter_writes_it(tmp_path: Path) -> None:
    session = matched_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        assert screen.state.preview is not None
        assert screen.state.preview.claims == session.store.count(Claim)
        await driver.press("enter")
        assert screen.state.path.parent == tmp_path
        assert driver.said.text == f"Wrote 12 claims to {screen.state.path.name}."
        assert files_in(tmp_path) == [screen.state.path]


async def test_format_filter_and_file_are_chosen_by_keys(tmp_path: Path) -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        await driver.press("f")
        assert screen.state.format == "json"
        await driver.press("slash", *"outlet=الباديه", "enter")
        await driver.settle()
        assert screen.state.preview is not None
        assert screen.state.preview.claims == 5
        await driver.press("t", *["backspace"] * 200, *"list.json", "enter", "enter")
        assert len(json.loads((tmp_path / "list.json").read_text("utf-8"))["claims"]) == 5
        await driver.press("F", "3")
        await driver.settle()
        assert screen.state.format == "csv"
        assert screen.state.path.name == "list.csv"


async def test_an_unreadable_filter_is_told_and_kept_for_correction(tmp_path: Path) -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        await driver.press("slash", *"outlet", "enter")
        assert driver.said.tone is Tone.BAD
        await driver.press("enter")
        assert files_in(tmp_path) == []
        await driver.press("slash", "end", *"=الفرات", "enter")
        await driver.settle()
        assert screen.state.where == "outlet=الفرات"
        assert screen.state.preview is not None
        assert screen.state.preview.claims == 4


async def test_a_file_that_is_there_takes_a_second_key(tmp_path: Path) -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        screen.state.path.write_text("mine", "utf-8")
        await driver.press("O")
        assert screen.state.path.read_text("utf-8") == "mine"
        await driver.press("enter")
        assert "exists already" in driver.said.text
        assert screen.state.path.read_text("utf-8") == "mine"
        await driver.press("O")
        assert driver.said.text.startswith("Wrote 12 claims")
        assert screen.state.path.read_text("utf-8") != "mine"


async def test_confidential_notes_go_along_only_after_a_warning() -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        await driver.press("c")
        assert screen.state.confidential
        assert driver.said.tone is Tone.BAD
        await driver.press("c")
        assert not screen.state.confidential


async def test_the_preview_scrolls() -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        preview = screen.query_one("#preview")
        await driver.press("G")
        end = preview.scroll_offset.y
        assert end > 0
        await driver.press("k", "pageup")
        assert preview.scroll_offset.y < end
        await driver.press("g", "g")
        assert preview.scroll_offset.y == 0
        await driver.press("j", "pagedown")
        assert preview.scroll_offset.y > 1
        await driver.press("escape")
        assert driver.desk.is_current


async def test_an_empty_choice_of_file_is_refused() -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        before = screen.state.path
        await driver.press("t", *["backspace"] * 300, "enter")
        assert driver.said.tone is Tone.BAD
        assert screen.state.path == before


async def test_a_filter_is_kept_under_a_name_and_taken_again() -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        await driver.press("s")
        assert "No selection is kept yet" in driver.said.text
        await driver.press("slash", *"outlet=الباديه", "enter")
        await driver.press("S", *"mine", "enter")
        assert driver.said.text == "Kept as mine; s takes it again."
        await driver.press("slash", *["backspace"] * 20, "enter")
        assert screen.state.where == ""
        await driver.press("s", "1")
        await driver.settle()
        assert screen.state.where == "outlet=الباديه"
        assert screen.state.preview is not None
        assert screen.state.preview.claims == 5
        await driver.press("D")
        assert driver.said.text == "Forgot mine; the filter stays in force."
        await driver.press("D")
        assert driver.said.text == "The filter in force is kept under no name."


async def test_an_empty_filter_is_kept_under_no_name() -> None:
    async with driven(matched_session()) as driver:
        await opened(driver)
        await driver.press("S", *"all", "enter")
        assert driver.said.tone is Tone.BAD


async def test_a_report_is_chosen_worded_and_read_beforehand(tmp_path: Path) -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        await driver.press("F", "6")
        await driver.settle()
        assert screen.state.format == "html"
        await driver.press("L", "L")
        await driver.settle()
        assert screen.state.preview is not None
        assert screen.state.preview.lines[0].strip() == "Skip to the claims"
        await driver.press("enter")
        (report,) = files_in(tmp_path)
        assert '<html lang="en"' in report.read_text("utf-8")
