"""The first time: the name is asked once, and a way to begin is offered."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.desk import desk_session, make_session
from tests.pilot.desk_app import Driver
from tracker.model import Article
from tracker.services.session import Session
from tracker.tui.app import TrackerApp
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.workspace import Workspace


@asynccontextmanager
async def first_run(session: Session, file: Path) -> AsyncIterator[Driver]:
    app = TrackerApp(Workspace(session=session, settings_file=file), unnamed=True)
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def held(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


async def test_the_name_is_asked_first_kept_and_carried_by_every_change(file: Path) -> None:
    session = desk_session()
    async with first_run(session, file) as driver:
        assert isinstance(driver.app.screen, PromptScreen)
        await driver.press("ctrl+u", *"رنا", "enter")
        assert driver.desk.is_current
        await driver.press("enter", "enter")
    assert 'reviewer = "رنا"' in held(file)
    names = {commit.changeset.reviewer for commit in session.store.history()}
    assert names == {"Nour", "رنا"}


async def test_no_name_is_asked_for_again(file: Path) -> None:
    async with first_run(desk_session(), file) as driver:
        await driver.press("ctrl+u", "enter")
        assert isinstance(driver.app.screen, PromptScreen)
        await driver.press("escape")
        assert driver.desk.is_current
        assert driver.app.workspace.session.reviewer.name == "Nour"
    assert not held(file)


@pytest.mark.parametrize(("key", "articles"), [("s", 1), ("e", 0), ("i", 0), ("p", 0), ("t", 0)])
async def test_an_empty_database_offers_ways_to_begin(file: Path, key: str, articles: int) -> None:
    session = make_session()
    async with first_run(session, file) as driver:
        await driver.press("ctrl+u", *"Rana", "enter")
        assert isinstance(driver.app.screen, ChoiceScreen)
        await driver.press(key)
        assert isinstance(driver.app.screen, PromptScreen) == (key in "ip")
        assert driver.app.touring == (key == "t")
    assert session.store.count(Article) == articles


async def test_a_desk_with_articles_is_not_asked_how_to_begin(file: Path) -> None:
    async with first_run(desk_session(), file) as driver:
        await driver.press("ctrl+u", *"Rana", "enter")
        assert driver.desk.is_current


async def test_the_name_can_be_changed_later_and_what_was_done_keeps_the_old_one(
    file: Path,
) -> None:
    session = desk_session()
    async with first_run(session, file) as driver:
        await driver.press("ctrl+u", *"Rana", "enter", "enter", "g", "s")
        driver.app.action_reviewer()
        await driver.press("ctrl+u", *"Sami", "enter")
        assert driver.desk.is_current
        assert "“Sami”" in driver.said.text
        assert len(driver.app.screen_stack) == 2
        await driver.press("enter", "enter")
    assert 'reviewer = "Sami"' in held(file)
    names = {commit.changeset.reviewer for commit in session.store.history()}
    assert names == {"Nour", "Sami"}
