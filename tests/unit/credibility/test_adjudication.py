"""Where the ratings of one claim stand."""

from datetime import UTC, datetime

from tests.unit.credibility.test_agreement import rating
from tracker.credibility import Adjudication, adjudication, differing
from tracker.model import ClaimId, Reliability, Settlement, SettlementId, Verdict


def settled(*, accepted: bool) -> Settlement:
    return Settlement(
        id=SettlementId("stl_1"),
        claim_id=ClaimId("c1"),
        accepted=accepted,
        reliability=Reliability.C if accepted else None,
        reviewer="Nour",
        settled_at=datetime(2020, 11, 10, tzinfo=UTC),
        rationale="the photograph",
    )


def test_one_rating_that_nobody_else_was_asked_for_is_no_case() -> None:
    assert adjudication([rating("c1", "Nour", "2")]) is None
    assert adjudication([rating("c1", "Nour", "2")], ["Nour"]) is None


def test_it_is_incomplete_until_everybody_asked_has_rated() -> None:
    two = [rating("c1", "Nour", "2"), rating("c1", "Sami", "5")]
    assert adjudication(two[:1], ["Sami"]) is Adjudication.INCOMPLETE
    assert adjudication(two, ["Sami", "Rana"]) is Adjudication.INCOMPLETE
    assert adjudication(two, ["Sami"]) is Adjudication.DISAGREE


def test_reviewers_agree_or_disagree_on_what_both_gave() -> None:
    ours = rating("c1", "Nour", "2", "B")
    assert adjudication([ours, rating("c1", "Sami", "2")]) is Adjudication.AGREE
    assert adjudication([ours, rating("c1", "Sami", "6")]) is Adjudication.DISAGREE
    assert differing([ours, rating("c1", "Sami", "6", "F")]) == ("credibility", "reliability")
    verdicts = (Verdict.LIKELY, Verdict.REFUTED)
    apart = [rating("c1", name, verdict=v) for name, v in zip(("a", "b"), verdicts, strict=True)]
    assert differing(apart) == ("verdict",)


def test_a_settlement_ends_it_either_way() -> None:
    apart = [rating("c1", "Nour", "2"), rating("c1", "Sami", "5")]
    assert adjudication(apart, (), settled(accepted=True)) is Adjudication.ACCEPTED
    assert adjudication(apart, (), settled(accepted=False)) is Adjudication.REJECTED
