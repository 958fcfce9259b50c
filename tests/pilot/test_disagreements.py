"""Several reviewers by keys alone: blind second ratings, settling, the rating panel."""

from tests.desk import colleague, desk_session
from tests.pilot.desk_app import Driver, driven, reviewing
from tracker.credibility import Adjudication
from tracker.model import Assessment, ClaimId, Confidence, Credibility, Likelihood, Reliability
from tracker.presenters.disagreements import side_by_side
from tracker.presenters.rate_panel import panel_lines
from tracker.presenters.tones import Tone
from tracker.services.adjudicating import assign, assignments_of, settlement_of
from tracker.services.judging import rate
from tracker.services.session import Session
from tracker.tui.screens.disagreements import DisagreementsScreen
from tracker.tui.screens.rate import RateScreen

ONE, TWO = ClaimId("clm_1"), ClaimId("clm_2")


def screen_of(driver: Driver) -> DisagreementsScreen:
    screen = driver.app.screen
    assert isinstance(screen, DisagreementsScreen)
    return screen


def panel_of(driver: Driver) -> RateScreen:
    screen = driver.app.screen
    assert isinstance(screen, RateScreen)
    return screen


def text(screen: RateScreen) -> str:
    return "\n".join("".join(c.text for c in line) for line in panel_lines(screen.panel))


def apart() -> Session:
    """Return a desk on which two reviewers rated one claim apart."""
    session = desk_session()
    rate(session, TWO, credibility=Credibility.PROBABLY_TRUE, reliability=Reliability.B)
    rate(colleague(session), TWO, credibility=Credibility.IMPROBABLE)
    return session


async def test_what_is_apart_is_settled_with_a_rating_and_a_rationale() -> None:
    session = apart()
    async with driven(session) as driver:
        await driver.press("d")
        screen = screen_of(driver)
        assert [case.state for case in screen.state.shown] == [Adjudication.DISAGREE]
        await driver.press("s", "4", "c", *"the film is older", "enter")
        settled = settlement_of(session.store, TWO)
        assert settled is not None
        assert (settled.credibility, settled.reliability) == (
            Credibility.DOUBTFUL,
            Reliability.C,
        )
        assert settled.rationale == "the film is older"
        assert [case.state for case in screen.state.shown] == [Adjudication.ACCEPTED]
        assert session.store.count(Assessment) == 2
        await driver.press("minus")
        assert [case.state for case in screen.state.shown] == [Adjudication.DISAGREE]
        await driver.press("u")
        assert [case.state for case in screen.state.shown] == [Adjudication.ACCEPTED]


async def test_all_ratings_can_be_rejected() -> None:
    session = apart()
    async with driven(session) as driver:
        await driver.press("d", "s", "x", *"no claim", "enter")
        assert [c.state for c in screen_of(driver).state.shown] == [Adjudication.REJECTED]
        await driver.press("o")
        assert screen_of(driver).state.shown == ()


async def test_a_second_rating_is_given_without_seeing_the_first() -> None:
    session = desk_session()
    sami = colleague(session)
    rate(sami, TWO, credibility=Credibility.IMPROBABLE, reliability=Reliability.E)
    assign(sami, [TWO], "Nour")
    async with driven(session) as driver:
        assert driver.desk.state.to_do.asked == 1
        await driver.press("d")
        screen = screen_of(driver)
        (case,) = screen.state.shown
        assert case.state is Adjudication.INCOMPLETE

        def shown() -> str:
            case = screen.state.case(TWO)
            return "".join(c.text for line in side_by_side(screen.state, case) for c in line)

        assert "hidden until you rate" in shown()
        await driver.press("s")
        assert "Rate it yourself first" in driver.said.text
        await driver.press("R", "5", "enter")
        assert [c.state for c in screen.state.shown] == [Adjudication.AGREE]
        assert "hidden" not in shown()
        assert "Sami" in shown()
        await driver.press("q")
        assert driver.desk.state.to_do.asked == 0


async def test_a_reviewer_is_asked_from_the_review() -> None:
    async with reviewing() as driver:
        await driver.press("I", *"Sami", "enter")
        store = driver.app.workspace.session.store
        assert [one.reviewer for one in assignments_of(store, ONE)] == ["Sami"]


async def test_the_panel_shows_the_source_only_after_the_number() -> None:
    async with reviewing() as driver:
        await driver.press("j", "R")
        screen = panel_of(driver)
        assert "hidden until the information has its number" in text(screen)
        assert "مصدر" not in text(screen)
        await driver.press("B")
        assert "First the information" in driver.said.text
        await driver.press("3")
        assert "source: ? مصدر" in text(screen)
        assert "not a random sample" in text(screen)
        await driver.press("b", "z", "l", "p", "5", "w", *"one voice", "ctrl+s")
        own = screen.panel.own
        assert own is not None
        assert own.code == "B3"
        assert (own.confidence, own.likelihood) == (Confidence.LOW, Likelihood.LIKELY)
        assert own.rationale == "one voice"
        await driver.press("escape")
        assert driver.review.state.claim is not None


async def test_a_one_without_an_independent_origin_is_asked_about() -> None:
    async with reviewing() as driver:
        await driver.press("R", "1")
        screen = panel_of(driver)
        assert screen.panel.own is None
        assert driver.said.tone is Tone.WARN
        await driver.press("1")
        assert screen.panel.own is not None
        assert screen.panel.own.credibility is Credibility.CONFIRMED
