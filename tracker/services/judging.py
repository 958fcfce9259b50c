"""Ratings and verdicts: the two Admiralty axes apart, and where the desk stands."""

from attrs import evolve

from tracker.errors import RuleError
from tracker.model import (
    Assertion,
    AssertionId,
    Assessment,
    AssessmentId,
    Change,
    Claim,
    ClaimId,
    Confidence,
    Credibility,
    Dependence,
    Relation,
    Reliability,
    Ruling,
    Verdict,
)
from tracker.services.reading import assertion_of, assessment_by, corroborations_of
from tracker.services.session import Session
from tracker.store import Store


def rate(
    session: Session,
    claim_id: ClaimId,
    *,
    reliability: Reliability | None = None,
    credibility: Credibility | None = None,
    confidence: Confidence | None = None,
    rationale: str | None = None,
) -> Assessment:
    """Set the reviewer's rating of a claim and return it. What is None stays as it was.

    Neither axis is ever derived from the other.

    Raises:
        NotFoundError: when the claim does not exist.
        RuleError: when nothing would change.
    """
    session.store.get(Claim, claim_id)
    before = assessment_by(session.store, claim_id, session.reviewer.name)
    given: dict[str, object] = {
        "reliability": reliability,
        "credibility": credibility,
        "confidence": confidence,
        "rationale": rationale,
    }
    stated = {name: value for name, value in given.items() if value is not None}
    change = _assess(session, claim_id, before, stated)
    if change is None:
        msg = "The rating is so already."
        raise RuleError(msg)
    session.commit(f"Rate {_named(stated)}", change)
    rated = assessment_by(session.store, claim_id, session.reviewer.name)
    assert rated is not None  # noqa: S101  (it was written two lines above)
    return rated


def _named(stated: dict[str, object]) -> str:
    codes = (getattr(value, "value", "") for value in stated.values())
    return " ".join(code for code in codes if code) or "with a rationale"


def _assess(
    session: Session, claim_id: ClaimId, before: Assessment | None, stated: dict[str, object]
) -> Change | None:
    """Return the change that gives the reviewer's assessment the ``stated`` values."""
    now = session.clock()
    if before is None:
        blank = Assessment(
            id=AssessmentId(session.new_id("asm")),
            claim_id=claim_id,
            reviewer=session.reviewer.name,
            assessed_at=now,
        )
        return Change(after=evolve(blank, **stated)) if stated else None
    after = evolve(before, **stated)
    return Change.replace(before, evolve(after, assessed_at=now)) if after != before else None


def lacks_independent_origin(store: Store, claim_id: ClaimId) -> bool:
    """Return whether nothing independent corroborates a claim, so that rating 1 is in question.

    STANAG 2511: credibility 1 needs another source; where independence cannot be shown the
    information is at best 2.
    """
    return not any(
        c.relation is Relation.CORROBORATES and c.dependence is Dependence.INDEPENDENT
        for c in corroborations_of(store, claim_id)
    )


def rule(
    session: Session, assertion_id: AssertionId, verdict: Verdict, rationale: str = ""
) -> Assertion:
    """Set the desk's verdict on an assertion and return it.

    Raises:
        NotFoundError: when the assertion does not exist.
    """
    assertion = session.store.get(Assertion, assertion_id)
    ruled = evolve(assertion, ruling=_ruling(session, verdict, rationale))
    session.commit(f"Verdict {verdict.value}", Change.replace(assertion, ruled))
    return session.store.get(Assertion, assertion_id)


def rule_on_claim(
    session: Session, claim_id: ClaimId, verdict: Verdict, rationale: str = ""
) -> Assertion:
    """Set the desk's verdict on what a claim asserts, and the reviewer's own view with it.

    A claim that belongs to no assertion yet gets one of its own. Returns the assertion.

    Raises:
        NotFoundError: when the claim does not exist.
    """
    claim = session.store.get(Claim, claim_id)
    existing = assertion_of(session.store, claim_id)
    ruling = _ruling(session, verdict, rationale)
    if existing:
        assertion_id = existing.id
        change = Change.replace(existing, evolve(existing, ruling=ruling))
    else:
        assertion_id = AssertionId(session.new_id("asn"))
        change = Change(
            after=Assertion(
                id=assertion_id, wording=claim.statement, claim_ids=(claim.id,), ruling=ruling
            )
        )
    before = assessment_by(session.store, claim_id, session.reviewer.name)
    view = _assess(session, claim_id, before, {"verdict": verdict})
    session.commit(f"Verdict {verdict.value}", *filter(None, (change, view)))
    return session.store.get(Assertion, assertion_id)


def _ruling(session: Session, verdict: Verdict, rationale: str) -> Ruling:
    return Ruling(
        verdict=verdict,
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
        rationale=rationale.strip(),
    )
