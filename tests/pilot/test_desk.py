from pathlib import Path

import pytest

from tests.desk import TEXT, desk_session, make_session
from tests.pilot.desk_app import driven
from tracker.model import Article, Claim
from tracker.presenters.tones import Tone
from tracker.tui.screens.help import HelpScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.review import ReviewScreen


async def test_an_empty_database_offers_the_sample_with_one_key() -> None:
    session = make_session()
    async with driven(session) as driver:
        assert driver.desk.query_one("#welcome").display
        await driver.press("enter")
        assert session.store.count(Article) >= 1
        assert not driver.desk.query_one("#welcome").display
        assert driver.said.tone is Tone.GOOD
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReviewScreen)


async def test_enter_reviews_the_article_under_the_bar_and_q_comes_back() -> None:
    async with driven() as driver:
        await driver.press("enter")
        assert driver.review.state.article.id == "art_one"
        await driver.press("q")
        assert driver.desk.table.cursor_id == "art_one"


async def test_progress_is_current_after_coming_back() -> None:
    async with driven() as driver:
        await driver.press("enter", "enter", "x", "escape")
        (row,) = driver.desk.state.rows
        assert (row.progress.accepted, row.progress.rejected) == (1, 1)


async def test_the_filter_narrows_as_one_types_and_escape_drops_it() -> None:
    async with driven() as driver:
        await driver.press("slash", "ح", "ل", "ب")
        assert driver.desk.state.shown == ()
        assert driver.desk.table.ids == []
        await driver.press("escape")
        assert len(driver.desk.state.shown) == 1
        await driver.press("slash", "ا", "ل", "ر", "ق", "ه", "enter")
        assert driver.desk.is_current
        await driver.press("enter")
        assert isinstance(driver.app.screen, ReviewScreen)


async def test_a_filter_is_never_read_as_markup() -> None:
    async with driven() as driver:
        await driver.press("slash", "[", "slash", "x", "]", "enter")
        title = driver.desk.query_one("#list")._border_title
        assert title is not None
        assert "filter: [/x]" in title.plain


async def test_a_file_is_added_by_its_path(tmp_path: Path) -> None:
    session = make_session()
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    async with driven(session) as driver:
        await driver.press("a")
        assert isinstance(driver.app.screen, PromptScreen)
        await driver.press(*str(path), "enter")
        assert session.store.count(Article) == 1
        assert "1 article" in driver.said.text


async def test_a_path_that_does_not_exist_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with driven() as driver:
        await driver.press("a", *str(tmp_path / "none.txt"), "enter")
        assert driver.said.tone is Tone.BAD
        assert len(driver.desk.state.rows) == 1


async def test_a_pasted_text_is_added_and_a_closed_prompt_keeps_its_draft() -> None:
    session = make_session()
    async with driven(session) as driver:
        await driver.press("p", *"abc", "escape", "p")
        screen = driver.app.screen
        assert isinstance(screen, PromptScreen)
        assert screen.written == "abc"
        await driver.press(*" قال مصدر إن النظام هاجم المدينة.", "ctrl+s")
        assert session.store.count(Article) == 1
        await driver.press("p")
        again = driver.app.screen
        assert isinstance(again, PromptScreen)
        assert again.written == ""


async def test_undo_takes_the_last_edit_back_and_names_it() -> None:
    session = desk_session()
    async with driven(session) as driver:
        await driver.press("u")
        assert driver.said.text == "Undone: Add article. Saved."
        assert session.store.count(Claim) == 0
        assert driver.desk.query_one("#welcome").display
        await driver.press("ctrl+r")
        assert driver.said.text == "Done again: Add article. Saved."
        assert len(driver.desk.state.rows) == 1


@pytest.mark.parametrize("key", ["question_mark", "f1", "؟"])
async def test_help_opens_turns_to_the_cheat_sheet_and_closes_with_its_key(key: str) -> None:
    async with driven() as driver:
        await driver.press(key)
        assert isinstance(driver.app.screen, HelpScreen)
        await driver.press("j", "G", "g", "g", "pagedown", key, key)
        assert driver.desk.is_current


async def test_order_and_its_direction() -> None:
    async with driven() as driver:
        await driver.press("o", "O")
        assert driver.desk.state.order.value == "work left"
        assert driver.desk.state.reverse


async def test_the_palette_offers_every_command_of_the_screen() -> None:
    async with driven() as driver:
        await driver.press("ctrl+p", *"reverse", "enter")
        assert driver.desk.state.reverse


async def test_a_persons_own_keys_are_what_happens() -> None:
    async with driven(keys={"desk.review": ("f5",)}) as driver:
        await driver.press("enter")
        assert driver.desk.is_current
        await driver.press("f5")
        assert driver.review.is_current


@pytest.mark.parametrize("keys", [("q",), ("escape",), ("ctrl+q",), ("enter", "ctrl+q")])
async def test_the_program_is_left(keys: tuple[str, ...]) -> None:
    async with driven() as driver:
        await driver.press(*keys)
        assert not driver.app.is_running or driver.app.return_code == 0
