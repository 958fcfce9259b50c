"""More than one reviewer: nobody sees the first rating before giving a second."""

import pytest

from tests.desk import colleague, desk_session
from tracker.credibility import Adjudication
from tracker.errors import RuleError
from tracker.model import Assessment, Assignment, ClaimId, Credibility, Reliability, Settlement
from tracker.services.adjudicating import (
    assign,
    assignments_of,
    case_of,
    cases,
    is_blind,
    settle,
    settlement_of,
    unassign,
    unsettle,
    visible_assessments,
)
from tracker.services.judging import rate
from tracker.services.undoing import redo, undo

TWO = ClaimId("clm_2")
THREE = ClaimId("clm_3")


def test_a_second_reviewer_sees_no_rating_before_giving_a_number() -> None:
    nour = desk_session()
    sami = colleague(nour)
    rate(nour, TWO, credibility=Credibility.PROBABLY_TRUE, reliability=Reliability.B)
    assert visible_assessments(nour.store, TWO, "Sami") == ((), 1)
    rate(sami, TWO, reliability=Reliability.D)
    seen, hidden = visible_assessments(nour.store, TWO, "Sami")
    assert ([one.reviewer for one in seen], hidden) == (["Sami"], 1)
    assert is_blind(nour.store, TWO, "Sami")
    rate(sami, TWO, credibility=Credibility.DOUBTFUL)
    seen, hidden = visible_assessments(nour.store, TWO, "Sami")
    assert (len(seen), hidden) == (2, 0)


def test_assigned_claims_are_incomplete_until_rated() -> None:
    nour = desk_session()
    assign(nour, [TWO, THREE, TWO], "Sami")
    assert nour.store.count(Assignment) == 2
    (assignment,) = assignments_of(nour.store, TWO)
    assert (assignment.reviewer, assignment.assigned_by) == ("Sami", "Nour")
    assert [case.missing for case in cases(nour.store)] == [("Sami",), ("Sami",)]
    rate(nour, TWO, credibility=Credibility.DOUBTFUL)
    rate(colleague(nour), TWO, credibility=Credibility.DOUBTFUL)
    case = case_of(nour.store, TWO)
    assert case is not None
    assert (case.state, case.missing) == (Adjudication.AGREE, ())
    with pytest.raises(RuleError, match="asked already"):
        assign(nour, [TWO], "Sami")
    unassign(nour, [TWO, THREE], "Sami")
    assert nour.store.count(Assignment) == 0
    with pytest.raises(RuleError, match="not asked"):
        unassign(nour, [TWO], "Sami")


def test_settling_takes_a_rationale_keeps_the_ratings_and_can_be_taken_back() -> None:
    nour = desk_session()
    rate(nour, TWO, credibility=Credibility.PROBABLY_TRUE)
    rate(colleague(nour), TWO, credibility=Credibility.IMPROBABLE)
    case = case_of(nour.store, TWO)
    assert case is not None
    assert (case.state, case.axes) == (Adjudication.DISAGREE, ("credibility",))
    with pytest.raises(RuleError, match="rationale"):
        settle(nour, TWO, credibility=Credibility.DOUBTFUL, rationale=" ")
    settle(nour, TWO, credibility=Credibility.DOUBTFUL, rationale="the film is of 2016")
    assert nour.store.count(Assessment) == 2
    assert [one.state for one in cases(nour.store)] == [Adjudication.ACCEPTED]
    settle(nour, TWO, accepted=False, rationale="it is no claim")
    assert nour.store.count(Settlement) == 1
    assert [one.state for one in cases(nour.store)] == [Adjudication.REJECTED]
    unsettle(nour, TWO)
    assert settlement_of(nour.store, TWO) is None
    undo(nour)
    assert settlement_of(nour.store, TWO) is not None
    redo(nour)
    with pytest.raises(RuleError, match="not settled"):
        unsettle(nour, TWO)


def test_what_nobody_rated_cannot_be_settled_nor_without_a_rating() -> None:
    nour = desk_session()
    with pytest.raises(RuleError, match="nothing to settle"):
        settle(nour, TWO, credibility=Credibility.DOUBTFUL, rationale="x")
    rate(nour, TWO, credibility=Credibility.DOUBTFUL)
    with pytest.raises(RuleError, match="letter or a number"):
        settle(nour, TWO, rationale="x")


def test_cases_that_need_work_come_first() -> None:
    nour = desk_session()
    sami = colleague(nour)
    for session, credibility in ((nour, Credibility.DOUBTFUL), (sami, Credibility.IMPROBABLE)):
        rate(session, TWO, credibility=credibility)
    settle(nour, TWO, credibility=Credibility.DOUBTFUL, rationale="x")
    assign(nour, [THREE], "Sami")
    assert [one.state for one in cases(nour.store)] == [
        Adjudication.INCOMPLETE,
        Adjudication.ACCEPTED,
    ]
