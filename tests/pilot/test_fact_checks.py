"""Judging published fact-checks by keys alone, as a person does."""

import pytest
from attrs import evolve

from tests.desk import desk_session
from tests.pilot.desk_app import Driver, driven
from tests.unit.services.test_fact_checks import ATTACK, OTHER
from tracker.model import Bearing, FactCheckLink
from tracker.presenters.claim_pane import claim_lines
from tracker.presenters.fact_checks_pane import nothing_lines
from tracker.presenters.tones import Tone
from tracker.services.fact_checks import take_in
from tracker.services.session import Session
from tracker.tui.screens.fact_checks import FactChecksScreen

SECOND = evolve(ATTACK, claim="هجوم داعش على مواقع النظام في ريف الرقة", url="")


def checked_session() -> Session:
    session = desk_session()
    take_in(session, [ATTACK, SECOND, OTHER], "feed.json")
    return session


def screen_of(driver: Driver) -> FactChecksScreen:
    screen = driver.app.screen
    assert isinstance(screen, FactChecksScreen)
    return screen


def judged(session: Session) -> list[FactCheckLink]:
    return list(session.store.scan(FactCheckLink))


async def opened(driver: Driver) -> FactChecksScreen:
    """Open the fact-checks of the whole database."""
    await driver.press("g", "f")
    await driver.settle()
    return screen_of(driver)


@pytest.mark.parametrize(
    ("key", "bearing"),
    [("y", Bearing.SAME_CLAIM), ("r", Bearing.RELATED), ("n", Bearing.UNRELATED),
     ("غ", Bearing.SAME_CLAIM)],
)  # fmt: skip
async def test_one_key_a_decision_also_on_an_arabic_keyboard(key: str, bearing: Bearing) -> None:
    session = checked_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        assert screen.state.match is not None
        await driver.press(key)
        (link,) = judged(session)
        assert (link.bearing, link.reviewer) == (bearing, "Nour")
        assert link.score == screen.state.matches[0].candidate.score
        assert driver.said.tone is Tone.GOOD


async def test_a_note_waits_for_the_decision_or_is_added_after_it() -> None:
    session = checked_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        await driver.press("e", *"الصورة", "ctrl+s", "y")
        assert judged(session)[0].note == "الصورة"
        while screen.state.shown_judgement is None:
            await driver.press("k")
        await driver.press("e", "space", *"قديمة", "ctrl+s")
        assert judged(session)[0].note == "الصورة قديمة"


async def test_undo_takes_the_decision_back_and_shows_it_again() -> None:
    session = checked_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        first = screen.state.match
        await driver.press("y", "u")
        assert judged(session) == []
        assert screen.state.match == first


async def test_f_in_the_review_asks_for_the_claim_in_hand_and_its_pane_shows_the_rating() -> None:
    session = checked_session()
    async with driven(session) as driver:
        await driver.press("enter", "g", "g", "j", "f")
        await driver.settle()
        screen = screen_of(driver)
        assert screen.state.claim_id == "clm_2"
        await driver.press("y", "escape")
        await driver.settle()
        shown = ["".join(cell.text for cell in line) for line in claim_lines(driver.review.state)]
        assert "checked تحقق: زائف" in shown


async def test_f_in_the_list_of_claims_and_enter_goes_to_the_claim() -> None:
    async with driven(checked_session()) as driver:
        await driver.press("g", "c")
        await driver.settle()
        await driver.press("j", "f")
        await driver.settle()
        claim_id = screen_of(driver).state.claim_id
        await driver.press("enter")
        await driver.settle()
        assert driver.review.state.claim is not None
        assert driver.review.state.claim.id == claim_id


async def test_space_puts_off_and_j_k_move() -> None:
    async with driven(checked_session()) as driver:
        screen = await opened(driver)
        assert len(screen.state.matches) > 1
        await driver.press("space")
        assert screen.state.index == 1
        await driver.press("k", "up")
        assert screen.state.index == 0
        await driver.press("down", "pagedown", "pageup")
        assert screen.state.index == 1


async def test_the_address_is_opened_and_the_fact_check_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with driven(checked_session()) as driver:
        await opened(driver)
        addresses: list[str] = []
        monkeypatch.setattr(driver.app, "open_url", addresses.append)
        await driver.press("g", "x")
        assert addresses == [ATTACK.url]
        await driver.press("c")
        assert driver.app.clipboard == f"زائف · تحقق · {ATTACK.url}"


async def test_without_any_fact_check_it_is_said_how_to_take_them_in() -> None:
    async with driven(desk_session()) as driver:
        screen = await opened(driver)
        assert screen.pane("nothing").display
        assert "tracker fact-checks add" in nothing_lines(screen.state, 0)[-1][0].text
