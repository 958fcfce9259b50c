"""The list of all claims: found by words, marked, decided on together, undone with one key."""

from tests.desk import desk_session
from tests.pilot.desk_app import Driver, driven
from tracker.model import Claim, ClaimState
from tracker.services.session import Session
from tracker.tui.screens.claims import ClaimsScreen
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.source import SourceScreen


def listed(driver: Driver) -> ClaimsScreen:
    screen = driver.app.screen
    assert isinstance(screen, ClaimsScreen)
    return screen


def states(session: Session) -> dict[str, ClaimState]:
    return {claim.id: claim.state for claim in session.store.scan(Claim)}


async def test_marked_claims_are_accepted_in_one_edit_that_one_key_undoes() -> None:
    session = desk_session()
    before = states(session)
    async with driven(session) as driver:
        await driver.press("g", "c", "*", "a")
        assert set(states(session).values()) == {ClaimState.ACCEPTED}
        assert driver.said.text.startswith("Accepted")
        assert not listed(driver).table.marked
        await driver.press("u")
        assert states(session) == before


async def test_without_marks_the_claim_under_the_bar_is_meant() -> None:
    session = desk_session()
    async with driven(session) as driver:
        await driver.press("g", "c", "j", "x")
        standing = listed(driver).table.cursor_id
        rejected = [i for i, state in states(session).items() if state is ClaimState.REJECTED]
        assert rejected == [standing]
        await driver.press("R")
        assert ClaimState.REJECTED not in states(session).values()


async def test_a_range_follows_the_bar_and_escape_drops_it() -> None:
    async with driven() as driver:
        await driver.press("g", "c", "v", "2", "j")
        assert len(listed(driver).table.marked) == 3
        await driver.press("k", "v", "j")
        assert len(listed(driver).table.marked) == 2
        assert "2 marked" in str(listed(driver).query_one("#list").border_title)
        await driver.press("escape")
        assert not listed(driver).table.marked
        await driver.press("escape")
        assert driver.desk.is_current


async def test_words_of_claim_source_outlet_and_state_narrow_the_list() -> None:
    async with driven() as driver:
        await driver.press("g", "c")
        every = len(listed(driver).state.rows)
        await driver.press("slash", *"المهاجمون", "enter")
        assert len(listed(driver).state.shown) == 1
        await driver.press("escape", "slash", *"proposed")
        assert len(listed(driver).state.shown) == every


async def test_a_claim_leads_to_its_article_its_matches_and_its_source_and_back() -> None:
    async with driven() as driver:
        await driver.press("g", "c", "j")
        claim_id = listed(driver).table.cursor_id
        await driver.press("enter")
        claim = driver.review.state.claim
        assert claim is not None
        assert claim.id == claim_id
        await driver.press("ctrl+o")
        assert listed(driver).table.cursor_id == claim_id
        await driver.press("c")
        assert isinstance(driver.app.screen, CorroborateScreen)
        await driver.press("ctrl+o", "s")
        assert isinstance(driver.app.screen, SourceScreen)


async def test_order_copy_and_narrow_screens() -> None:
    async with driven(size=(80, 24)) as driver:
        await driver.press("g", "c", "o", "O", "y")
        assert driver.said.text == "Copied the claim's words."
        assert listed(driver).state.order.value == "state"
        await driver.resize(140, 40)
        assert len(listed(driver).table.columns) == 5


async def test_a_filter_is_never_read_as_markup() -> None:
    async with driven() as driver:
        await driver.press("g", "c", "slash", *"[/x] [b]")
        assert listed(driver).state.filter == "[/x] [b]"
        await driver.press("escape", "q")
        assert driver.desk.is_current
