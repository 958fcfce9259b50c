"""A person's judgement on two claims, and what follows from it."""

from attrs import evolve

from tracker.credibility import regroup
from tracker.model import (
    Assertion,
    AssertionId,
    Candidate,
    Change,
    Claim,
    ClaimId,
    Commit,
    Corroboration,
    CorroborationId,
    Dependence,
    Relation,
)
from tracker.services.claim_index import statements_fingerprint
from tracker.services.reading import corroborations_of
from tracker.services.session import Session
from tracker.store import Store


def judge(
    session: Session,
    claim_id: ClaimId,
    other_id: ClaimId,
    relation: Relation,
    *,
    dependence: Dependence | None = None,
    candidate: Candidate | None = None,
    note: str = "",
) -> Commit:
    """Record what a reviewer judged two claims to be to each other.

    A claim judged to corroborate another joins its assertion; judging anew replaces the earlier
    judgement and regroups. Nothing is copied from one claim's ratings to the other's.

    Args:
        session: who judges, and where it is kept.
        claim_id: the claim in hand.
        other_id: the other claim.
        relation: what they are to each other.
        dependence: whether the origins are independent; None keeps what was judged before,
            or follows from ``same_origin``, else is unknown and does not count.
        candidate: the suggestion that was shown, kept with the judgement.
        note: the rationale.

    Raises:
        NotFoundError: when one of the claims does not exist.
        RuleError: when the two are one claim.
    """
    store = session.store
    first, second = sorted((store.get(Claim, claim_id).id, store.get(Claim, other_id).id))
    before = next((c for c in corroborations_of(store, first) if c.partner(first) == second), None)
    judged = Corroboration(
        id=before.id if before else CorroborationId(session.new_id("cor")),
        claim_id=first,
        other_id=second,
        relation=relation,
        dependence=dependence or _default_dependence(relation, before),
        score=candidate.score if candidate else (before.score if before else 0.0),
        signals=candidate.signals if candidate else (before.signals if before else ()),
        note=note.strip() or (before.note if before else ""),
        matcher=statements_fingerprint(store, first, second),
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
    )
    change = Change.replace(before, judged) if before else Change(after=judged)
    groups = _regrouped(session, judged, before)
    return session.commit(f"Judge {relation.value.replace('_', ' ')}", change, *groups)


def _default_dependence(relation: Relation, before: Corroboration | None) -> Dependence:
    if relation is Relation.SAME_ORIGIN:
        return Dependence.SAME_ORIGIN
    return before.dependence if before else Dependence.UNKNOWN


def _regrouped(
    session: Session, judged: Corroboration, before: Corroboration | None
) -> tuple[Change, ...]:
    """Return the changes to assertions that follow from one judgement."""
    store = session.store
    joins = {Relation.CORROBORATES}
    if judged.relation not in joins and (before is None or before.relation not in joins):
        return ()
    claims, relations = _neighbourhood(store, judged, joins)
    reached = {a.id for c in claims for a in store.find(Assertion, "claim_ids", c)}
    return regroup(
        [assertion for assertion in store.scan(Assertion) if assertion.id in reached],
        relations,
        (judged.claim_id, judged.other_id),
        new_id=lambda: AssertionId(session.new_id("asn")),
        wording=lambda claim_id: store.get(Claim, claim_id).statement,
    )


def _neighbourhood(
    store: Store, judged: Corroboration, joins: set[Relation]
) -> tuple[set[ClaimId], list[Corroboration]]:
    """Return the claims reachable over joining relations, old and new, and those relations."""
    relations = {judged.id: judged} if judged.relation in joins else {}
    seen: set[ClaimId] = set()
    waiting = [judged.claim_id, judged.other_id]
    while waiting:
        claim_id = waiting.pop()
        if claim_id in seen:
            continue
        seen.add(claim_id)
        for relation in corroborations_of(store, claim_id):
            if relation.relation in joins and relation.id != judged.id:
                relations[relation.id] = relation
                waiting.append(relation.partner(claim_id))
    return seen, list(relations.values())


def set_dependence(
    session: Session, corroboration_id: CorroborationId, dependence: Dependence
) -> Commit:
    """Record whether two related reports rest on different origins.

    Raises:
        NotFoundError: when the corroboration does not exist.
    """
    before = session.store.get(Corroboration, corroboration_id)
    after = evolve(
        before,
        dependence=dependence,
        reviewer=session.reviewer.name,
        decided_at=session.clock(),
    )
    label = f"Judge dependence {dependence.value.replace('_', ' ')}"
    return session.commit(label, Change.replace(before, after))
