"""Finding claims that may say the same, and a person's judgement on them."""

from collections.abc import Iterator

from attrs import evolve, frozen

from tracker.credibility import regroup
from tracker.matching import pair_value
from tracker.model import (
    Assertion,
    AssertionId,
    Candidate,
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Commit,
    Corroboration,
    CorroborationId,
    Dependence,
    Relation,
)
from tracker.services.claim_index import ClaimIndex, statements_fingerprint
from tracker.services.reading import corroborations_of
from tracker.services.session import ProgressSink, Session, Silent
from tracker.store import Store


@frozen(kw_only=True)
class Match:
    """A pair that waits for a reviewer.

    Attributes:
        claim: the claim in hand.
        candidate: the other one with score and signals.
        value: how much judging it is worth (0-1).
    """

    claim: Claim
    candidate: Candidate
    value: float


def queue(
    store: Store,
    index: ClaimIndex,
    *,
    at_least: float = 0.3,
    per_claim: int = 5,
    progress: ProgressSink | None = None,
) -> tuple[Match, ...]:
    """Return the unjudged pairs of the whole database, most valuable first, each pair once."""
    progress = progress or Silent()
    found: dict[tuple[str, str], Match] = {}
    total = store.count(Claim)
    for done, claim in enumerate(store.scan(Claim)):
        if progress.cancelled:
            break
        progress.report(done, total, "Matching")
        if claim.state is not ClaimState.REJECTED:
            for match in matches_of(index, claim, at_least, per_claim):
                ends = sorted((claim.id, match.candidate.claim_id))
                found.setdefault((ends[0], ends[1]), match)
    return tuple(sorted(found.values(), key=lambda m: (-m.value, m.claim.id)))


def matches_of(index: ClaimIndex, claim: Claim, at_least: float, per_claim: int) -> Iterator[Match]:
    """Yield the open matches of one claim that score ``at_least`` (0-1), best first."""
    found = index.candidates(claim, per_claim, at_least)
    behind = index.origins(claim) if found else 1
    for candidate in found:
        yield Match(claim=claim, candidate=candidate, value=pair_value(candidate, origins=behind))


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
