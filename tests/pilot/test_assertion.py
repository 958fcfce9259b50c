"""Who stands behind it, by keys alone: eight reports of one event are two origins."""

from tests.desk import make_session
from tests.eight_reports import REPORTS, EventReport, in_arabic
from tests.pilot.desk_app import Driver, driven
from tracker.intake import Received
from tracker.model import (
    Article,
    Assertion,
    Claim,
    ClaimId,
    Dependence,
    Relation,
    Source,
    Verdict,
)
from tracker.presenters.tones import Tone
from tracker.services.adding import Details, add_article
from tracker.services.session import Session
from tracker.tui.places import OpenClaim
from tracker.tui.screens.assertion import AssertionScreen
from tracker.tui.screens.assertions import AssertionsScreen
from tracker.tui.screens.corroborate import CorroborateScreen
from tracker.tui.screens.source import SourceScreen

_RELATIONS = {Relation.CORROBORATES: "y", Relation.CONTRADICTS: "c"}
_DEPENDENCES = {
    Dependence.REPRINT: ("d", "r"),
    Dependence.CITES_OTHER: ("d", "c"),
    Dependence.INDEPENDENT: ("i",),
}


def with_reports() -> tuple[Session, dict[ClaimId, EventReport]]:
    """Return a session that holds the eight reports, and the claim of each."""
    session = make_session()
    claims = {}
    for report in REPORTS:
        received = Received(
            text=report.text,
            origin=report.outlet,
            encoding="utf-8",
            original=report.text.encode(),
        )
        added = add_article(session, received, Details(outlet=report.outlet, published=report.day))
        found = session.store.find(Claim, "article_id", added.article.id)
        claims[next(c.id for c in found if report.key in c.quote)] = report
    return session, claims


async def accept(driver: Driver, claim_id: ClaimId, report: EventReport) -> None:
    """Go to a claim, word it in Arabic where it is not, and accept it."""
    driver.app.post_message(OpenClaim(claim_id))
    await driver.settle()
    if wording := in_arabic(report):
        await driver.press("w", "ctrl+u", *wording, "enter")
    await driver.press("enter")
    await driver.press("g", "d")


async def judge_all(driver: Driver, claims: dict[ClaimId, EventReport]) -> None:
    """Judge every candidate of the first report's claim as the reports say."""
    driver.app.post_message(OpenClaim(next(iter(claims))))
    await driver.settle()
    await driver.press("c")
    screen = driver.app.screen
    assert isinstance(screen, CorroborateScreen)
    while screen.state.left:
        assert screen.state.match is not None
        report = claims.get(screen.state.match.candidate.claim_id)
        if report is None:
            await driver.press("n")
            continue
        await driver.press(_RELATIONS[report.relation])
        if report.dependence is not None:
            await driver.press(*_DEPENDENCES[report.dependence])
    await driver.press("q")


async def judged(driver: Driver, claims: dict[ClaimId, EventReport]) -> AssertionScreen:
    """Accept and judge everything, and open what the first report asserts."""
    for claim_id, report in claims.items():
        await accept(driver, claim_id, report)
    await judge_all(driver, claims)
    await driver.press("b")
    screen = driver.app.screen
    assert isinstance(screen, AssertionScreen)
    return screen


async def test_eight_reports_of_one_event_are_two_origins_by_keys_alone() -> None:
    session, claims = with_reports()
    async with driven(session) as driver:
        screen = await judged(driver, claims)
        behind = screen.page.view.standing
        assert (behind.reports, behind.outlets) == (7, 7)
        assert (behind.origins, behind.unknown) == (2, 1)
        rows = screen.page.rows
        assert len(rows) == 8
        assert [row.against for row in rows] == [False] * 7 + [True]
        assert [row.branch for row in rows[:5]] == [
            "● origin 1",
            "├─ reprint",
            "├─ reprint",
            "├─ reprint",
            "└─ cites it",
        ]
        assert (rows[5].branch, rows[5].outlet) == ("● origin 2", "SOHR")
        assert (rows[6].branch, rows[6].counted) == ("○ not judged", False)
        proposal = screen.page.view.proposal
        assert (proposal.verdict, proposal.reason) == (Verdict.DISPUTED, "contradicted")
        await driver.press("g", "a")
        listed = driver.app.screen
        assert isinstance(listed, AssertionsScreen)
        assert [row.standing for row in listed.state.shown] == [
            "7 reports · 7 outlets · 2 origins · 1 not judged"
        ]


async def test_a_dependence_is_changed_in_the_tree_and_undone() -> None:
    session, claims = with_reports()
    async with driven(session) as driver:
        screen = await judged(driver, claims)
        ids = [row.claim_id for row in screen.page.rows]
        screen.table.move_to(ids[5])
        await driver.press("d", "r")
        assert screen.page.view.standing.origins == 1
        assert driver.said.tone is Tone.GOOD
        await driver.press("u")
        assert screen.page.view.standing.origins == 2


async def test_a_verdict_is_given_with_its_evidence_and_the_rule_beside_it() -> None:
    session, claims = with_reports()
    async with driven(session) as driver:
        screen = await judged(driver, claims)
        await driver.press("E")
        assert "verdict first" in driver.said.text
        await driver.press("v", "v")
        assert "What does it rest on?" in driver.said.text
        await driver.press("E", *"film", "ctrl+s")
        await driver.press("W", *"seen", "ctrl+s")
        (assertion,) = session.store.scan(Assertion)
        assert assertion.ruling is not None
        assert assertion.ruling.evidence == ("film",)
        assert assertion.ruling.rationale == "seen"
        await driver.press("s")
        page = driver.app.screen
        assert isinstance(page, SourceScreen)
        source = session.store.get(Source, page.page.source.id)
        assert source.label == 'مصدر لـ"العربي الجديد"'
        assert page.page.record.borne_out == 1
        await driver.press("q", "enter")
        assert driver.review.state.article == session.store.get(
            Article, driver.review.state.article.id
        )
        assert screen.page.verdict is Verdict.VERIFIED


async def test_a_claim_alone_shows_what_stands_behind_it() -> None:
    session, claims = with_reports()
    async with driven(session) as driver:
        driver.app.post_message(OpenClaim(next(iter(claims))))
        await driver.settle()
        await driver.press("b")
        screen = driver.app.screen
        assert isinstance(screen, AssertionScreen)
        assert screen.page.view.standing.origins == 1
        assert screen.page.view.proposal.reason == "single_anonymous"
        await driver.press("d", "i")
        assert "no other report" in driver.said.text
        await driver.press("v", "l")
        assert session.store.count(Assertion) == 1
