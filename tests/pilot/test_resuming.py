"""Opening the screens again leads to where one was."""

import asyncio
import json
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from attrs import evolve

from tests.desk import article, desk_session
from tests.pilot.desk_app import Driver
from tracker.errors import TrackerError
from tracker.model import Article, Change, Claim
from tracker.presenters.tones import Tone
from tracker.presenters.trail import Place
from tracker.services.session import Session
from tracker.tui.app import TrackerApp
from tracker.tui.resuming import SittingKeeper
from tracker.tui.screens.claims import ClaimsScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.sources import SourcesScreen
from tracker.tui.widgets.prose import Prose
from tracker.tui.workspace import Workspace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "sitting.json"


@asynccontextmanager
async def sitting(
    session: Session, file: Path, start: Place | None = None
) -> AsyncIterator[Driver]:
    """Yield the application as it opens with that file."""
    app = TrackerApp(Workspace(session=session), start=start, keepers=lambda _: SittingKeeper(file))
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await driver.settle()
        yield driver
        app.keep_sitting()


def last_screen(file: Path) -> str:
    """Return the screen that was in sight when the file was written; empty without one."""
    try:
        return SittingKeeper(file).read().spots[-1].place.screen
    except (IndexError, TrackerError):
        return ""


def written(file: Path, data: bytes | str | None = None) -> str:
    """Return what is in the file, or put ``data`` there."""
    if data is not None:
        file.parent.mkdir()
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file.read_text("utf-8", "replace")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def kept(file: Path, screen: str) -> None:
    """Wait until the file tells of a screen; nobody left the program."""
    for _ in range(200):
        if last_screen(file) == screen:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(last_screen(file))


async def test_the_review_opens_on_the_same_claim_with_the_same_words_selected(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as driver:
        await driver.press("enter", "j", "j", "left", "space", "left", "left")
        state = driver.review.state
        claim, cursor = state.claim, state.cursor
    assert cursor.selection is not None
    async with sitting(session, file) as driver:
        assert driver.review.state.claim == claim
        assert driver.review.state.cursor == cursor
        await driver.press("escape", "escape")
        assert driver.desk.is_current
        await driver.press("ctrl+o")
        assert driver.review.state.claim == claim


async def test_a_list_opens_with_its_filter_order_row_and_marks(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as driver:
        await driver.press("g", "c", "o", "O", "/", *"هجوم", "enter")
        await driver.press("j", "space")
        screen = driver.app.screen
        assert isinstance(screen, ClaimsScreen)
        before, rows = screen.state, screen.table.ids
        marked, row = screen.table.marked, screen.standing
        assert 1 < len(rows) < 4
        assert marked
    async with sitting(session, file) as driver:
        screen = driver.app.screen
        assert isinstance(screen, ClaimsScreen)
        assert (screen.state, screen.table.ids) == (before, rows)
        assert (screen.table.marked, screen.standing) == (marked, row)
        await driver.press("escape", "escape")
        assert len(screen.table.ids) == 4


async def test_the_file_is_written_on_the_go_and_readable_by_its_owner_alone(file: Path) -> None:
    async with sitting(desk_session(), file) as driver:
        await driver.press("g", "s")
        await kept(file, "sources")
        assert rights(file) == 0o600
        assert rights(file.parent) == 0o700


async def test_next_and_previous_article_lead_on_after_opening_again(file: Path) -> None:
    session = desk_session()
    other = article("خبر ثان\n\nقالت مصادر إن الطريق مفتوح.\n", "art_two")
    session.commit("Add", Change(after=other))
    async with sitting(session, file) as driver:
        await driver.press("G", "enter")
        here = driver.review.state.article.id
    async with sitting(session, file) as driver:
        await driver.press("K")
        assert driver.review.state.article.id != here


async def test_what_is_gone_is_told_and_the_rest_is_opened(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as driver:
        await driver.press("enter", "j", "i")
    for kind in (Claim, Article):
        for record in tuple(session.store.scan(kind)):
            session.commit("Remove", Change(before=record))
    async with sitting(session, file) as driver:
        assert driver.desk.is_current
        assert driver.said.text == "What you had open the last time is no longer here."


async def test_a_claim_that_is_gone_leaves_its_article_open(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as driver:
        await driver.press("enter", "j")
        gone = driver.review.state.claim
    assert gone is not None
    session.commit("Remove", Change(before=gone))
    async with sitting(session, file) as driver:
        assert driver.review.state.claim not in {None, gone}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\x00",
        b"[" * 100_000,
        b"{}",
        b'{"format":1,"spots":[{"place":["desk"]}]}',
        b'{"format":9,"spots":[],"behind":[],"here":null,"ahead":[],"drafts":{}}',
    ],
)
async def test_a_damaged_file_is_told_of_and_left_aside(file: Path, damage: bytes) -> None:
    written(file, damage)
    async with sitting(desk_session(), file) as driver:
        assert driver.desk.is_current
        assert driver.said.tone is Tone.WARN
        await driver.press("@")
        (line,) = driver.app.workspace.log.lines()
        assert "You begin at the desk" in line[1].text
        await driver.press("q", "g", "s")
        await kept(file, "sources")


async def test_unknown_screens_and_impossible_views_are_left_out(file: Path) -> None:
    view = {"order": "NOTHING", "word": "x", "anchor": "-1", "filter": "x", "marked": "a b"}
    spots = [
        {"place": [screen, subject, "nothing"], "view": view}
        for screen, subject in (("desk", ""), ("nowhere", ""), ("review", "art_one"))
    ]
    held = {"format": 1, "spots": spots, "behind": [["nowhere", "", ""]], "here": None,
            "ahead": [], "drafts": {}}  # fmt: skip
    written(file, json.dumps(held))
    async with sitting(desk_session(), file) as driver:
        assert driver.review.is_current
        await driver.press("ctrl+o")
        assert driver.said.text == "Nothing is behind."


async def test_a_place_that_was_asked_for_comes_before_the_last_one(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as driver:
        await driver.press("enter")
    async with sitting(session, file, start=Place("sources")) as driver:
        assert isinstance(driver.app.screen, SourcesScreen)


async def test_a_text_begun_comes_back_unless_it_is_in_confidence(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as driver:
        await driver.press("enter", "e", *"abc")
        await kept(file, "review")
    async with sitting(session, file) as driver:
        await driver.press("e")
        screen = driver.app.screen
        assert isinstance(screen, PromptScreen)
        assert screen.written == "abc"
        await driver.press("ctrl+s", "e")
        screen = driver.app.screen
        assert isinstance(screen, PromptScreen)
        assert "draft" not in screen.query_one(".hint", Prose).text
        await driver.press("escape", "g", "s", "enter", "e", *"secret")
    assert "secret" not in written(file)
    assert "abc" not in written(file)


async def test_a_folder_that_cannot_be_written_is_told_of_once(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    async with sitting(desk_session(), blocked / "sitting.json") as driver:
        assert "could not be read" in driver.said.text
        await driver.press("g", "s")
        for _ in range(200):
            if "could not be written" in driver.said.text:
                break
            await asyncio.sleep(0.02)
        assert "could not be written" in driver.said.text


async def test_two_programs_at_once_write_whole_files(file: Path) -> None:
    session = desk_session()
    async with sitting(session, file) as one, sitting(evolve(session), file) as other:
        for _ in range(3):
            await one.press("g", "s")
            await other.press("g", "c")
            one.app.keep_sitting()
            other.app.keep_sitting()
    assert SittingKeeper(file).read().spots
    assert [path.name for path in file.parent.iterdir()] == [file.name]
