"""Judging pairs by keys alone, as a person does."""

import pytest

from tests.desk import make_session
from tests.matched_desk import claim_with, matched_session
from tests.pilot.desk_app import Driver, driven
from tracker.model import Assertion, Claim, Corroboration, Dependence, Relation
from tracker.presenters.tones import Tone
from tracker.services.match_queue import pair_of
from tracker.services.sampling import add_sample
from tracker.services.session import Session
from tracker.tui.progress import Watched
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.prompt import PromptScreen


def screen_of(driver: Driver) -> CorroborateScreen:
    screen = driver.app.screen
    assert isinstance(screen, CorroborateScreen)
    return screen


async def opened(driver: Driver) -> CorroborateScreen:
    """Open the queue from the desk."""
    await driver.press("m")
    await driver.settle()
    return screen_of(driver)


def judged(session: Session) -> list[Corroboration]:
    return list(session.store.scan(Corroboration))


async def test_the_desk_counts_the_matches_that_wait_and_m_judges_them() -> None:
    session = matched_session()
    async with driven(session) as driver:
        await driver.settle()
        waiting = driver.desk.state.to_do.matches
        screen = await opened(driver)
        assert waiting == len(screen.state.matches) > 3
        await driver.press("y", "escape")
        await driver.settle()
        assert driver.desk.state.to_do.matches == waiting - 1


@pytest.mark.parametrize(
    ("key", "relation"),
    [("y", Relation.CORROBORATES), ("p", Relation.PARTLY), ("c", Relation.CONTRADICTS),
     ("o", Relation.SAME_ORIGIN), ("r", Relation.RELATED), ("n", Relation.UNRELATED),
     ("غ", Relation.CORROBORATES), ("ى", Relation.UNRELATED)],
)  # fmt: skip
async def test_one_key_a_decision_also_on_an_arabic_keyboard(key: str, relation: Relation) -> None:
    session = matched_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        first = screen.state.match
        assert first is not None
        await driver.press(key)
        (kept,) = judged(session)
        assert kept.relation is relation
        assert (kept.claim_id, kept.other_id) == pair_of(first)
        assert driver.said.tone is Tone.GOOD
        assert screen.state.match != first


async def test_after_yes_one_key_says_that_the_origins_are_independent() -> None:
    session = matched_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        await driver.press("y")
        assert screen.query_one("#last").display
        await driver.press("i")
        assert judged(session)[0].dependence is Dependence.INDEPENDENT
        assert not screen.query_one("#last").display
        assert session.store.count(Assertion) == 1


async def test_origins_are_chosen_from_a_list_for_the_pair_judged_just_now() -> None:
    session = matched_session()
    async with driven(session) as driver:
        await opened(driver)
        await driver.press("y", "d", "r")
        assert judged(session)[0].dependence is Dependence.REPRINT


async def test_before_judging_dependence_and_note_wait_for_the_decision() -> None:
    session = matched_session()
    async with driven(session) as driver:
        await opened(driver)
        await driver.press("i", "e", *"شاهدان", "ctrl+s")
        assert judged(session) == []
        await driver.press("p")
        (kept,) = judged(session)
        assert (kept.dependence, kept.note) == (Dependence.INDEPENDENT, "شاهدان")


async def test_a_closed_note_keeps_its_draft() -> None:
    async with driven(matched_session()) as driver:
        await opened(driver)
        await driver.press("e", *"abc", "escape", "e")
        prompt = driver.app.screen
        assert isinstance(prompt, PromptScreen)
        assert prompt.written == "abc"


async def test_space_puts_off_and_j_k_move_through_all_pairs() -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        await driver.press("space")
        assert screen.state.index == 1
        await driver.press("j", "down")
        assert screen.state.index == 3
        await driver.press("k", "up", "k", "k")
        assert screen.state.index == 0


async def test_undo_takes_the_decision_back_and_shows_its_pair_redo_makes_it_again() -> None:
    session = matched_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        await driver.press("y", "n", "u")
        assert driver.said.text == "Undone: Judge unrelated. Saved."
        assert screen.state.index == 1
        assert len(judged(session)) == 1
        await driver.press("ctrl+r")
        assert len(judged(session)) == 2


async def test_c_in_the_review_asks_for_the_claim_in_hand_and_enter_opens_the_candidate() -> None:
    session = matched_session()
    async with driven(session) as driver:
        await driver.press("j", "enter")
        while "انفجرت" not in getattr(driver.review.state.claim, "quote", ""):
            await driver.press("j")
        ours = driver.review.state.claim
        assert ours is not None
        await driver.press("c")
        await driver.settle()
        screen = screen_of(driver)
        assert screen.state.claim_id == ours.id
        assert screen.state.claims is not None
        theirs = screen.state.claims[1]
        await driver.press("enter")
        await driver.settle()
        assert driver.review.state.claim == session.store.get(Claim, theirs.id)
        await driver.press("escape", "escape")
        assert driver.review.state.claim == ours


async def test_one_article_says_plainly_what_to_do() -> None:
    session = make_session()
    add_sample(session)
    async with driven(session) as driver:
        screen = await opened(driver)
        assert screen.query_one("#nothing").display
        assert not screen.query_one("#pair").display
        for key in ("y", "space", "j", "i", "d", "e", "enter"):
            await driver.press(key)
            assert screen.is_current
        assert judged(session) == []
        await driver.press("escape")
        assert driver.desk.is_current


async def test_a_claim_rejected_in_its_article_leaves_the_queue() -> None:
    session = matched_session()
    async with driven(session) as driver:
        screen = await opened(driver)
        assert screen.state.claims is not None
        theirs = screen.state.claims[1].id
        await driver.press("enter")
        await driver.settle()
        await driver.press("x", "escape")
        screen = screen_of(driver)
        assert all(theirs not in pair_of(match) for match in screen.state.matches)


async def test_escape_stops_a_search_and_keeps_the_screen() -> None:
    async with driven(matched_session()) as driver:
        screen = await opened(driver)
        watched = Watched(screen)
        screen.search = watched
        await driver.press("escape")
        assert watched.cancelled
        assert screen.is_current


async def test_a_stopped_search_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watched, "report", lambda self, *_: self.stop())
    session = matched_session()
    async with driven(session) as driver:
        await driver.press("j", "enter")
        driver.app.workspace.matches._index = None
        await driver.press("c")
        await driver.settle()
        assert "stopped" in driver.said.text
        assert screen_of(driver).state.matches == ()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 50)])
async def test_it_is_drawn_at_every_size(size: tuple[int, int]) -> None:
    async with driven(matched_session(), size=size) as driver:
        screen = await opened(driver)
        await driver.press("y", "pagedown", "pageup")
        assert all(screen.query_one(f"#{name}").size.height > 0 for name in ("ours", "theirs"))


async def test_a_claim_nobody_can_find_is_told() -> None:
    session = matched_session()
    claim = claim_with(session, "مقتل 15")
    async with driven(session) as driver:
        await opened(driver)
        assert claim.id in {i for m in screen_of(driver).state.matches for i in pair_of(m)}
