"""Two reviewers at one database: each sees what the other does, and both are heard."""

import time
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from tests.desk import colleague, desk_session, make_session, records
from tests.pilot.desk_app import Driver, reviewing
from tests.postgres import ABSENT, PostgresServer, binaries
from tracker.model import Change, Claim, ClaimId, ClaimState
from tracker.presenters.tones import Tone
from tracker.services.reviewing import annotate, decide
from tracker.services.session import Session
from tracker.store.shared.store import SharedStore
from tracker.tui.lines_pane import LinesPane
from tracker.tui.screens.conflict import ConflictScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.review import ReviewScreen

Desk = tuple[Session, Session]


@pytest.fixture(params=[True, False], ids=["told", "asking"])
def desk(request: pytest.FixtureRequest, url: str) -> Iterator[Desk]:
    """Two reviewers' sessions on one server, which tells of commits or is asked for them."""
    stores = [SharedStore(url, listen=request.param) for _ in range(2)]
    nour, sami = (make_session(s, name) for s, name in zip(stores, ("Nour", "Sami"), strict=True))
    nour.commit("Add article", *(Change(after=entity) for entity in records()))
    sami.store.refresh()
    yield nour, sami
    for store in stores:
        store.close()


async def until(driver: Driver, holds: Callable[[], bool], seconds: float = 1) -> None:
    """Wait until something holds, as long as a person is promised to wait."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        await driver.settle()


def was_said(driver: Driver, words: str) -> bool:
    """Return whether the status line ever held the words: the next key may have changed it."""
    lines = driver.app.workspace.log.lines()
    return any(words in cell.text for line in lines for cell in line)


async def test_an_open_screen_follows_within_a_second(desk: Desk) -> None:
    nour, sami = desk
    async with reviewing(nour) as driver:
        state = driver.review.state
        assert state.claim is not None
        assert state.claim.state is ClaimState.PROPOSED
        decide(sami, (state.claim.id,), ClaimState.ACCEPTED)
        await until(driver, lambda: state.claims[0].state is ClaimState.ACCEPTED)
        assert driver.said.text == "Just now by Sami: “Accept claim”."


async def test_a_text_in_the_making_is_not_disturbed_and_both_are_shown(desk: Desk) -> None:
    nour, sami = desk
    async with reviewing(nour) as driver:
        await driver.press("e", *"mine")
        annotate(sami, ClaimId("clm_1"), note="hers")
        review = driver.app.screen_stack[-2]
        assert isinstance(review, ReviewScreen)
        await until(driver, lambda: review.state.claims[0].note == "hers")
        assert isinstance(driver.app.screen, PromptScreen)
        assert driver.app.screen.written == "mine"
        await driver.press("ctrl+s")
        assert isinstance(driver.app.screen, ConflictScreen)
        assert driver.app.screen.state.title == "Changed meanwhile by Sami"
        await driver.press("m")
        assert driver.said.tone is Tone.GOOD
    sami.store.refresh()
    assert sami.store.get(Claim, "clm_1").note == "mine"
    assert [c.changeset.reviewer for c in sami.store.history("clm_1")] == ["Nour", "Sami", "Nour"]


async def test_a_lost_connection_goes_unnoticed(desk: Desk, server: PostgresServer) -> None:
    nour, _ = desk
    async with reviewing(nour) as driver:
        server.end_connections(nour.store.location)
        await driver.press("enter")
        assert driver.said.text == "Accepted claim 1. Saved."


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A server that the test may stop."""
    if binaries() is None:
        pytest.skip(ABSENT)
    started = PostgresServer("fsync=off")
    yield started
    started.remove()


async def test_a_server_that_goes_away_takes_nothing_with_it(own_server: PostgresServer) -> None:
    store = SharedStore(own_server.new_database(), patience=0.1)
    nour = make_session(store)
    nour.commit("Add article", *(Change(after=entity) for entity in records()))
    async with reviewing(nour, size=(180, 40)) as driver:
        await until(driver, lambda: store.holds_everything, 10)
        own_server.stop()
        await driver.press("enter")
        assert driver.said.tone is Tone.BAD
        assert "The edit was not saved." in driver.said.text
        await driver.press("e", *"mine", "ctrl+s")
        assert driver.said.tone is Tone.BAD
        # Reading goes on: from claim to claim, back to the desk, into the article again.
        await driver.press("j", "k", "q", "enter", "u")
        await until(driver, lambda: was_said(driver, "does not answer"), 30)
        own_server.start()
        await until(driver, lambda: was_said(driver, "answers again"), 30)
        await driver.press("e")
        assert isinstance(driver.app.screen, PromptScreen)
        assert driver.app.screen.written == "mine"
        await driver.press("ctrl+s")
        assert driver.said.text == "The claim's note is saved."
    assert store.get(Claim, "clm_1").note == "mine"
    store.close()


async def quicker(session: Session) -> AsyncIterator[Driver]:
    """Yield the review in which Sami wrote a note that the screen has not seen."""
    async with reviewing(session) as driver:
        await driver.press("e", *"mine")
        annotate(colleague(session), ClaimId("clm_1"), note="ملاحظة سامي")
        await driver.press("ctrl+s")
        yield driver


async def test_theirs_and_mine_stand_side_by_side() -> None:
    session = desk_session()
    async for driver in quicker(session):
        screen = driver.app.screen
        assert isinstance(screen, ConflictScreen)
        theirs, mine = (screen.query_one(f"#{name}", LinesPane) for name in ("theirs", "mine"))
        assert theirs.region.y == mine.region.y
        assert theirs.region.right <= mine.region.x
        await driver.press("t")
        assert driver.said.text == "Left as Sami has it."
        assert session.store.get(Claim, "clm_1").note == "ملاحظة سامي"
        # What was written is not lost either.
        await driver.press("e")
        assert isinstance(driver.app.screen, PromptScreen)
        assert driver.app.screen.written == "mine"


async def test_where_there_is_no_room_they_stand_one_below_the_other() -> None:
    async for driver in quicker(desk_session()):
        await driver.resize(70, 30)
        screen = driver.app.screen
        theirs, mine = (screen.query_one(f"#{name}", LinesPane) for name in ("theirs", "mine"))
        assert theirs.region.bottom <= mine.region.y
        assert theirs.region.height >= 3
