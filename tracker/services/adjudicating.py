"""More than one reviewer: who is asked to rate, who may see what, and how the desk settles it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from tracker.credibility import Adjudication, adjudication, differing, rated
from tracker.errors import RuleError
from tracker.model import (
    Assessment,
    Assignment,
    AssignmentId,
    Change,
    Claim,
    ClaimId,
    Commit,
    Credibility,
    Reliability,
    Reviewer,
    Settlement,
    SettlementId,
)
from tracker.services.session import Session
from tracker.store import Store


@frozen(kw_only=True)
class Case:
    """A claim that more than one reviewer rates, or was asked to.

    Attributes:
        claim: the claim.
        state: where its ratings stand.
        assessments: the ratings given, by reviewer.
        missing: reviewers who were asked and have not rated yet, by name.
        axes: the axes on which reviewers differ.
        settlement: how the desk settled it, None while it did not.
    """

    claim: Claim
    state: Adjudication
    assessments: tuple[Assessment, ...]
    missing: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    settlement: Settlement | None = None


def assign(session: Session, claim_ids: Sequence[ClaimId], reviewer: str) -> Commit:
    """Ask a reviewer to rate claims, in one change set.

    Raises:
        NotFoundError: when a claim does not exist.
        RuleError: when the name is no name, or everything is assigned to that reviewer already.
    """
    name = Reviewer(reviewer).name
    changes = []
    for claim_id in dict.fromkeys(claim_ids):
        claim = session.store.get(Claim, claim_id)
        if name not in {a.reviewer for a in assignments_of(session.store, claim.id)}:
            assignment = Assignment(
                id=AssignmentId(session.new_id("sgn")),
                claim_id=claim.id,
                reviewer=name,
                assigned_by=session.reviewer.name,
                assigned_at=session.clock(),
            )
            changes.append(Change(after=assignment))
    if not changes:
        msg = f"{name} was asked already."
        raise RuleError(msg)
    return session.commit(f"Assign {_claims(len(changes))} to {name}", *changes)


def unassign(session: Session, claim_ids: Sequence[ClaimId], reviewer: str) -> Commit:
    """Take back that a reviewer is to rate claims.

    Raises:
        RuleError: when none of the claims is assigned to that reviewer.
    """
    changes = [
        Change(before=assignment)
        for claim_id in dict.fromkeys(claim_ids)
        for assignment in assignments_of(session.store, claim_id)
        if assignment.reviewer == reviewer
    ]
    if not changes:
        msg = f"{reviewer} was not asked to rate this."
        raise RuleError(msg)
    return session.commit(f"Take {_claims(len(changes))} back from {reviewer}", *changes)


def _claims(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"


def assignments_of(store: Store, claim_id: ClaimId) -> tuple[Assignment, ...]:
    """Return who was asked to rate a claim, oldest first."""
    return store.find(Assignment, "claim_id", claim_id)


def waiting_for(store: Store, reviewer: str) -> tuple[ClaimId, ...]:
    """Return the claims that ``reviewer`` was asked to rate and has not rated, oldest first."""
    asked = (one.claim_id for one in store.find(Assignment, "reviewer", reviewer))
    return tuple(
        claim_id
        for claim_id in asked
        if not any(
            one.reviewer == reviewer and rated(one)
            for one in store.find(Assessment, "claim_id", claim_id)
        )
    )


def settlement_of(store: Store, claim_id: ClaimId) -> Settlement | None:
    """Return how the desk settled the ratings of a claim, None while it did not."""
    return next(iter(store.find(Settlement, "claim_id", claim_id)), None)


def settle(
    session: Session,
    claim_id: ClaimId,
    *,
    accepted: bool = True,
    reliability: Reliability | None = None,
    credibility: Credibility | None = None,
    rationale: str,
) -> Settlement:
    """Settle the ratings of a claim with the desk's own, or reject them all; return that.

    What reviewers rated stays as it was; settling again replaces the earlier settlement.

    Raises:
        NotFoundError: when the claim does not exist.
        RuleError: when nobody rated it, no rationale is given, or the rating is missing.
    """
    store = session.store
    claim = store.get(Claim, claim_id)
    if not store.find(Assessment, "claim_id", claim.id):
        msg = "Nobody has rated this claim: there is nothing to settle."
        raise RuleError(msg, "Rate it first.")
    if not rationale.strip():
        msg = "Settling what reviewers rated apart needs a rationale."
        raise RuleError(msg, "Say what decided it.")
    before = settlement_of(store, claim.id)
    after = Settlement(
        id=before.id if before else SettlementId(session.new_id("stl")),
        claim_id=claim.id,
        accepted=accepted,
        reliability=reliability,
        credibility=credibility,
        reviewer=session.reviewer.name,
        settled_at=session.clock(),
        rationale=rationale.strip(),
    )
    change = Change.replace(before, after) if before else Change(after=after)
    session.commit("Settle ratings" if accepted else "Reject ratings", change)
    return store.get(Settlement, after.id)


def unsettle(session: Session, claim_id: ClaimId) -> Commit:
    """Take back how the ratings of a claim were settled.

    Raises:
        RuleError: when they are not settled.
    """
    settlement = settlement_of(session.store, claim_id)
    if settlement is None:
        msg = "The ratings of this claim are not settled."
        raise RuleError(msg)
    return session.commit("Reopen ratings", Change(before=settlement))


def is_blind(store: Store, claim_id: ClaimId, reviewer: str) -> bool:
    """Return whether ``reviewer`` may not see others' ratings yet: not before their own number."""
    ratings = store.find(Assessment, "claim_id", claim_id)
    own = next((a for a in ratings if a.reviewer == reviewer), None)
    return own is None or own.credibility is None


def visible_assessments(
    store: Store, claim_id: ClaimId, reviewer: str
) -> tuple[tuple[Assessment, ...], int]:
    """Return the ratings that ``reviewer`` may see of a claim, and how many they may not yet."""
    ratings = store.find(Assessment, "claim_id", claim_id)
    if not is_blind(store, claim_id, reviewer):
        return ratings, 0
    own = tuple(a for a in ratings if a.reviewer == reviewer)
    return own, len(ratings) - len(own)


def cases(store: Store) -> tuple[Case, ...]:
    """Return every claim that is rated twice or was to be, those that need work first."""
    ratings: defaultdict[ClaimId, list[Assessment]] = defaultdict(list)
    for assessment in store.scan(Assessment):
        ratings[assessment.claim_id].append(assessment)
    asked: defaultdict[ClaimId, list[str]] = defaultdict(list)
    for assignment in store.scan(Assignment):
        asked[assignment.claim_id].append(assignment.reviewer)
    settled = {settlement.claim_id: settlement for settlement in store.scan(Settlement)}
    found = []
    for claim_id in dict.fromkeys((*ratings, *asked, *settled)):
        case = _case(
            store.get(Claim, claim_id), ratings[claim_id], asked[claim_id], settled.get(claim_id)
        )
        if case is not None:
            found.append(case)
    order = list(Adjudication)
    return tuple(sorted(found, key=lambda case: order.index(case.state)))


def case_of(store: Store, claim_id: ClaimId) -> Case | None:
    """Return where the ratings of one claim stand, None where no second one is wanted."""
    return _case(
        store.get(Claim, claim_id),
        store.find(Assessment, "claim_id", claim_id),
        [assignment.reviewer for assignment in assignments_of(store, claim_id)],
        settlement_of(store, claim_id),
    )


def _case(
    claim: Claim,
    assessments: Iterable[Assessment],
    asked: Sequence[str],
    settlement: Settlement | None,
) -> Case | None:
    given = tuple(sorted(assessments, key=lambda one: one.reviewer))
    state = adjudication(given, tuple(asked), settlement)
    if state is None:
        return None
    return Case(
        claim=claim,
        state=state,
        assessments=given,
        missing=tuple(sorted(set(asked) - {one.reviewer for one in given if rated(one)})),
        axes=differing(given),
        settlement=settlement,
    )
