"""Ratings on two axes that never touch each other, and verdicts with who gave them."""

import pytest

from tests.desk import colleague, desk_session
from tracker.errors import NotFoundError, RuleError
from tracker.model import (
    Assertion,
    ClaimId,
    Confidence,
    Credibility,
    Reliability,
    Verdict,
)
from tracker.services.judging import lacks_independent_origin, rate, rule, rule_on_claim
from tracker.services.reading import assertion_of, assessment_by

TWO = ClaimId("clm_2")


def test_each_axis_is_set_by_itself_and_never_derived() -> None:
    session = desk_session()
    assert rate(session, TWO, credibility=Credibility.DOUBTFUL).reliability is None
    both = rate(session, TWO, reliability=Reliability.B, confidence=Confidence.LOW)
    assert both.code == "B4"
    assert both.version == 2


def test_rating_the_same_again_is_refused_and_leaves_no_trace() -> None:
    session = desk_session()
    rate(session, TWO, reliability=Reliability.F)
    sequence = session.store.sequence
    with pytest.raises(RuleError, match="so already"):
        rate(session, TWO, reliability=Reliability.F)
    assert session.store.sequence == sequence


def test_two_reviewers_hold_two_assessments() -> None:
    session = desk_session()
    rate(session, TWO, reliability=Reliability.A)
    rate(colleague(session), TWO, reliability=Reliability.D)
    mine = assessment_by(session.store, TWO, "Nour")
    theirs = assessment_by(session.store, TWO, "Sami")
    assert mine is not None
    assert theirs is not None
    assert (mine.reliability, theirs.reliability) == (Reliability.A, Reliability.D)


def test_rating_a_claim_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NotFoundError, match="clm_none"):
        rate(desk_session(), ClaimId("clm_none"), reliability=Reliability.A)


def test_a_verdict_on_a_lone_claim_gives_it_an_assertion() -> None:
    session = desk_session()
    assertion = rule_on_claim(session, TWO, Verdict.VERIFIED, " seen on video ")
    assert assertion.claim_ids == (TWO,)
    assert assertion.ruling is not None
    assert (assertion.ruling.reviewer, assertion.ruling.rationale) == ("Nour", "seen on video")
    view = assessment_by(session.store, TWO, "Nour")
    assert view is not None
    assert view.verdict is Verdict.VERIFIED


def test_a_later_verdict_replaces_the_ruling_of_the_same_assertion() -> None:
    session = desk_session()
    first = rule_on_claim(session, TWO, Verdict.LIKELY)
    rule(session, first.id, Verdict.REFUTED)
    assert session.store.count(Assertion) == 1
    again = assertion_of(session.store, TWO)
    assert again is not None
    assert again.verdict is Verdict.REFUTED


def test_nothing_is_independent_until_somebody_says_so() -> None:
    assert lacks_independent_origin(desk_session().store, TWO)
