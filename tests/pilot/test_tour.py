"""The guided tour: the true keys on the true screens, on a database that is thrown away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.geometry import Size

from tests.desk import desk_session, make_session
from tests.pilot.desk_app import Driver
from tracker.model import Reviewer
from tracker.presenters.keymap import keymap
from tracker.presenters.tour import STEPS
from tracker.services.sampling import sample_session
from tracker.services.session import Session
from tracker.tui.app import TrackerApp
from tracker.tui.coach import CoachStrip
from tracker.tui.keyed import KeyedScreen
from tracker.tui.workspace import Workspace

#: The keys of each step, in the order of the steps.
KEYS: tuple[tuple[str, ...], ...] = (
    ("enter",), ("j",), ("enter",), ("[",), ("l", "enter"), ("3",), ("C",), ("g", "m"), ("y",),
    ("u",), ("g", "e"), ("f", "enter"), ("?",),
)  # fmt: skip


@asynccontextmanager
async def touring(
    session: Session | None = None, size: tuple[int, int] = (80, 24), *, alone: bool = False
) -> AsyncIterator[Driver]:
    workspace = Workspace(session=session or desk_session(), keymap=keymap({}))
    app = TrackerApp(workspace, tour=alone)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        if not alone:
            app.action_tour()
        await looked(driver)
        yield driver


async def looked(driver: Driver) -> None:
    """Let the tour see what was done."""
    await driver.settle()
    driver.app.look_round()
    await driver.settle()


def at(driver: Driver) -> int:
    assert driver.app.tour is not None
    return driver.app.tour.at


def in_sight(driver: Driver) -> str:
    screen = driver.app.screen
    assert isinstance(screen, KeyedScreen)
    return screen.INFO.name


async def test_every_step_is_done_by_the_keys_it_names_and_the_desk_stays_untouched() -> None:
    session = desk_session()
    before = session.store.sequence
    async with touring(session) as driver:
        folder = driver.app.workspace.folder
        assert folder is not None
        for number, keys in enumerate(KEYS):
            assert at(driver) == number, STEPS[number].words
            await driver.press(*keys)
            await looked(driver)
        assert at(driver) == len(STEPS) - 1
        await driver.press("f9")
        assert driver.desk.is_current
        assert driver.app.workspace.session is session
        assert driver.app.tour is None
        assert not gone_yet(folder)
    assert session.store.sequence == before


def gone_yet(folder: Path) -> bool:
    return folder.exists()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_strip_is_whole_at_every_step(size: tuple[int, int]) -> None:
    async with touring(size=size) as driver:
        for number, keys in enumerate((*KEYS, ())):
            strip = driver.app.screen.query_one(CoachStrip)
            assert strip.virtual_size.height <= strip.size.height, STEPS[number].words
            assert strip.region.bottom_right_inclusive[1] < Size(*size).height
            await driver.press(*keys)
            await looked(driver)


async def test_one_key_leaves_at_any_step_and_the_tour_goes_on_there() -> None:
    async with touring() as driver:
        await driver.press("enter", "j", "l", "f9")
        assert driver.desk.is_current
        await driver.press("ctrl+o")
        assert driver.said.text == "Nothing is behind."
        driver.app.action_tour()
        await looked(driver)
        assert in_sight(driver) == "link"
        assert at(driver) > 0


async def test_a_step_can_be_skipped_and_the_last_one_stays() -> None:
    async with touring() as driver:
        for _ in STEPS:
            await driver.press("f8")
        assert at(driver) == len(STEPS) - 1


async def test_whoever_strays_is_told_the_way_back() -> None:
    async with touring() as driver:
        await driver.press("enter", "g", "s")
        await looked(driver)
        assert driver.app.tour is not None
        lines = driver.app.tour.lines(keymap({}), "sources")
        assert "“Review”" in "".join(cell.text for cell in lines[1])
        await driver.press("ctrl+o")
        assert in_sight(driver) == "review"


async def test_leaving_the_tours_desk_leaves_the_tour_not_the_program() -> None:
    async with touring() as driver:
        await driver.press("q")
        assert driver.app.is_running
        assert not driver.app.touring
        assert driver.desk.is_current


async def test_the_tour_alone_ends_the_program_when_it_is_left() -> None:
    async with touring(sample_session(Reviewer("Rana")), alone=True) as driver:
        assert driver.app.touring
        await driver.press("f9")
        assert not driver.app.touring
        assert driver.app._exit


async def test_the_palette_and_the_help_begin_it() -> None:
    app = TrackerApp(Workspace(session=make_session()))
    async with app.run_test(size=(100, 30)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        await driver.press("?", "/", *"guided", "space", *"tour", "enter")
        assert app.touring
