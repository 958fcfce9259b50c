"""Which claims form assertions: what reviewers judged to corroborate each other."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from attrs import evolve

from tracker.credibility.groups import groups
from tracker.model import (
    Assertion,
    AssertionId,
    Change,
    ClaimId,
    Corroboration,
    Relation,
)

Pair = tuple[ClaimId, ClaimId]


def regroup(
    existing: Sequence[Assertion],
    corroborations: Iterable[Corroboration],
    touched: Iterable[ClaimId],
    new_id: Callable[[], AssertionId],
    wording: Callable[[ClaimId], str],
    *,
    removed: Collection[ClaimId] = (),
) -> tuple[Change, ...]:
    """Return the changes that make the assertions follow the corroborations.

    Claims joined by ``corroborates`` form one assertion. Where groups join, the oldest assertion
    keeps its identity and wording, and of their rulings the oldest assertion's stands; the others
    are deleted, which the history shows. Where a group parts, the part with its first claim stays
    the assertion; parts split off have no ruling. A claim alone has an assertion only where there
    is a ruling on it.

    Args:
        existing: all assertions, oldest first.
        corroborations: all judged pairs as they now stand; other relations join nothing.
        touched: the claims whose relations changed; groups out of their reach are left alone.
        new_id: makes the identifier of a new assertion.
        wording: gives the plain words of a new assertion from its first claim.
        removed: claims that are no more; they leave whatever held them.
    """
    gone = frozenset(removed)
    pairs = [
        (pair.claim_id, pair.other_id)
        for pair in corroborations
        if pair.relation is Relation.CORROBORATES and not gone & {pair.claim_id, pair.other_id}
    ]
    reach = _reach([*touched, *removed], existing, pairs)
    held = [assertion for assertion in existing if not reach.isdisjoint(assertion.claim_ids)]
    parts = groups([claim for claim in _in_order(held, reach) if claim not in gone], pairs)
    heads = _heads(held, parts)
    kept: set[str] = set()
    changes: list[Change] = []
    for part in parts:
        owners = heads.get(part, [])
        ruling = next((owner.ruling for owner in owners if owner.ruling), None)
        if len(part) == 1 and ruling is None:
            continue
        if not owners:
            made = Assertion(id=new_id(), wording=wording(part[0]), claim_ids=part)
            changes.append(Change(after=made))
            continue
        heir = owners[0]
        kept.add(heir.id)
        after = evolve(heir, claim_ids=part, ruling=ruling)
        if after != heir:
            changes.append(Change.replace(heir, after))
    deleted = [Change(before=old) for old in held if old.id not in kept]
    return (*deleted, *changes)


def _reach(
    start: Iterable[ClaimId], existing: Iterable[Assertion], pairs: Iterable[Pair]
) -> frozenset[ClaimId]:
    neighbours: dict[ClaimId, set[ClaimId]] = {}
    for one, other in pairs:
        neighbours.setdefault(one, set()).add(other)
        neighbours.setdefault(other, set()).add(one)
    for assertion in existing:
        for claim in assertion.claim_ids:
            neighbours.setdefault(claim, set()).update(assertion.claim_ids)
    reached: set[ClaimId] = set()
    waiting = list(start)
    while waiting:
        claim = waiting.pop()
        if claim not in reached:
            reached.add(claim)
            waiting.extend(neighbours.get(claim, ()))
    return frozenset(reached)


def _in_order(held: Iterable[Assertion], reach: Collection[ClaimId]) -> list[ClaimId]:
    known = [claim for assertion in held for claim in assertion.claim_ids]
    return list(dict.fromkeys([*known, *sorted(reach)]))


def _heads(
    held: Iterable[Assertion], parts: Iterable[tuple[ClaimId, ...]]
) -> Mapping[tuple[ClaimId, ...], list[Assertion]]:
    """Return for each part the assertions whose first remaining claim it holds, oldest first."""
    part_of = {claim: part for part in parts for claim in part}
    heads: dict[tuple[ClaimId, ...], list[Assertion]] = {}
    for assertion in held:
        first = next((claim for claim in assertion.claim_ids if claim in part_of), None)
        if first is not None:
            heads.setdefault(part_of[first], []).append(assertion)
    return heads
