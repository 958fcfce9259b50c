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
    before = _own_assessment(session, claim_id)
    after = before.rated(
        reliability=reliability,
        credibility=credibility,
        confidence=confidence,
        rationale=rationale,
    )
    if after == before:
        msg = "The rating is so already."
        raise RuleError(msg)
    given = [axis.value for axis in (reliability, credibility, confidence) if axis]
    session.commit(f"Rate {' '.join(given) or 'with a rationale'}", _assess(session, before, after))
    return _own_assessment(session, claim_id)


def _own_assessment(session: Session, claim_id: ClaimId) -> Assessment:
    """Return the reviewer's assessment of a claim; a blank, unstored one when there is none."""
    stored = assessment_by(session.store, claim_id, session.reviewer.name)
    return stored or Assessment(
        id=AssessmentId(session.new_id("asm")),
        claim_id=claim_id,
        reviewer=session.reviewer.name,
        assessed_at=session.clock(),
    )


def _assess(session: Session, before: Assessment, after: Assessment) -> Change:
    dated = evolve(after, assessed_at=session.clock())
    stored = assessment_by(session.store, before.claim_id, before.reviewer)
    return Change.replace(stored, dated) if stored else Change(after=dated)


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
    view = _own_assessment(session, claim_id)
    held = view.rated(verdict=verdict)
    views = () if held == view else (_assess(session, view, held),)
    session.commit(f"Verdict {verdict.value}", change, *views)
    return session.store.get(Assertion, assertion_id)


def _ruling(session: Session, verdict: Verdict, rationale: str) -> Ruling:
    return Ruling(
        verdict=verdict,
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
        rationale=rationale.strip(),
    )
