"""Ratings and verdicts: the two Admiralty axes apart, and where the desk stands."""

from collections.abc import Sequence

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
    Likelihood,
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
    likelihood: Likelihood | None = None,
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
        likelihood=likelihood,
        rationale=rationale,
    )
    if after == before:
        msg = "The rating is so already."
        raise RuleError(msg)
    given = [a.value for a in (reliability, credibility, confidence, likelihood) if a]
    label = " ".join(given).replace("_", " ") or "with a rationale"
    session.commit(f"Rate {label}", _assess(session, before, after))
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
    now = session.clock()
    forecast_at = before.likelihood_at if after.likelihood is before.likelihood else now
    dated = evolve(after, assessed_at=now, likelihood_at=forecast_at)
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
    session: Session,
    assertion_id: AssertionId,
    verdict: Verdict,
    rationale: str = "",
    evidence: Sequence[str] = (),
) -> Assertion:
    """Set the desk's verdict on an assertion and return it.

    Args:
        session: who decides, and where it is kept.
        assertion_id: the assertion.
        verdict: where the desk stands.
        rationale: why.
        evidence: what it rests on, one thing each.

    Raises:
        NotFoundError: when the assertion does not exist.
    """
    assertion = session.store.get(Assertion, assertion_id)
    ruled = evolve(assertion, ruling=_ruling(session, verdict, rationale, evidence))
    session.commit(f"Verdict {verdict.value}", Change.replace(assertion, ruled))
    return session.store.get(Assertion, assertion_id)


def rule_on_claim(
    session: Session,
    claim_id: ClaimId,
    verdict: Verdict,
    rationale: str = "",
    evidence: Sequence[str] = (),
) -> Assertion:
    """Set the desk's verdict on what a claim asserts, and the reviewer's own view with it.

    A claim that belongs to no assertion yet gets one of its own. Returns the assertion. Arguments
    are as for :func:`rule`.

    Raises:
        NotFoundError: when the claim does not exist.
    """
    claim = session.store.get(Claim, claim_id)
    existing = assertion_of(session.store, claim_id)
    ruling = _ruling(session, verdict, rationale, evidence)
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


def _ruling(session: Session, verdict: Verdict, rationale: str, evidence: Sequence[str]) -> Ruling:
    return Ruling(
        verdict=verdict,
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
        rationale=rationale.strip(),
        evidence=tuple(line.strip() for line in evidence if line.strip()),
    )


def explain_ruling(
    session: Session,
    assertion_id: AssertionId,
    *,
    rationale: str | None = None,
    evidence: Sequence[str] | None = None,
) -> Assertion:
    """Say why the desk's verdict is as it is, or what it rests on (None leaves it).

    Raises:
        NotFoundError: when the assertion does not exist.
        RuleError: when there is no verdict on it yet.
    """
    assertion = session.store.get(Assertion, assertion_id)
    ruling = assertion.ruling
    if ruling is None:
        msg = "There is no verdict yet that this could explain."
        raise RuleError(msg, "Give the verdict first.")
    lines = ruling.evidence if evidence is None else evidence
    explained = evolve(
        ruling,
        rationale=ruling.rationale if rationale is None else rationale.strip(),
        evidence=tuple(line.strip() for line in lines if line.strip()),
    )
    if explained != ruling:
        change = Change.replace(assertion, evolve(assertion, ruling=explained))
        session.commit("Explain the verdict", change)
    return session.store.get(Assertion, assertion_id)


def lacks_evidence(ruling: Ruling) -> bool:
    """Return whether a ruling settles something and names nothing that it rests on."""
    settles = ruling.verdict in {Verdict.VERIFIED, Verdict.REFUTED}
    return settles and not ruling.evidence and not ruling.rationale
