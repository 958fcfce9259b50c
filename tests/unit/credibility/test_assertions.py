"""Assertions follow the corroborations; identity and rulings survive where they can."""

from itertools import count

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.credibility.records import assertion, judged
from tracker.credibility import regroup
from tracker.model import (
    Assertion,
    AssertionId,
    Change,
    ClaimId,
    Corroboration,
    Relation,
    Verdict,
)


def run(
    existing: list[Assertion],
    pairs: list[Corroboration],
    touched: str,
    removed: str = "",
    numbered_from: int = 1,
) -> list[Assertion]:
    """Return the assertions after regrouping, oldest first."""
    numbers = count(numbered_from)
    changes = regroup(
        existing,
        pairs,
        [ClaimId(name) for name in touched.split()],
        lambda: AssertionId(f"new{next(numbers)}"),
        lambda claim_id: f"wording of {claim_id}",
        removed=[ClaimId(name) for name in removed.split()],
    )
    return applied(existing, changes)


def applied(existing: list[Assertion], changes: tuple[Change, ...]) -> list[Assertion]:
    after: dict[str, Assertion] = {item.id: item for item in existing}
    for change in changes:
        if change.after is None:
            del after[change.entity.id]
        else:
            assert isinstance(change.after, Assertion)
            assert after.get(change.after.id) == change.before
            after[change.after.id] = change.after
    return list(after.values())


def shape(assertions: list[Assertion]) -> dict[str, tuple[tuple[str, ...], Verdict | None]]:
    return {
        item.id: (item.claim_ids, item.ruling.verdict if item.ruling else None)
        for item in assertions
    }


def test_two_claims_that_corroborate_become_an_assertion() -> None:
    (made,) = run([], [judged("c1", "c2")], "c1 c2")
    assert (made.claim_ids, made.ruling, made.wording) == (("c1", "c2"), None, "wording of c1")


def test_other_relations_join_nothing() -> None:
    others = [relation for relation in Relation if relation is not Relation.CORROBORATES]
    for relation in others:
        assert run([], [judged("c1", "c2", relation=relation)], "c1 c2") == []


def test_joined_groups_keep_the_oldest_identity_and_ruling() -> None:
    old = [assertion("a", "c1 c2", Verdict.VERIFIED), assertion("b", "c3 c4", Verdict.REFUTED)]
    pairs = [judged("c1", "c2"), judged("c3", "c4"), judged("c2", "c3")]
    found = run(old, pairs, "c2 c3")
    assert shape(found) == {"a": (("c1", "c2", "c3", "c4"), Verdict.VERIFIED)}
    assert found[0].version == 2


def test_a_ruling_is_not_lost_when_the_older_group_has_none() -> None:
    old = [assertion("a", "c1 c2"), assertion("b", "c3", Verdict.REFUTED)]
    found = run(old, [judged("c1", "c2"), judged("c2", "c3")], "c2 c3")
    assert shape(found) == {"a": (("c1", "c2", "c3"), Verdict.REFUTED)}


def test_parts_split_off_get_no_ruling() -> None:
    old = [assertion("a", "c1 c2 c3 c4", Verdict.VERIFIED)]
    found = run(old, [judged("c1", "c2"), judged("c3", "c4")], "c2 c3")
    assert shape(found) == {
        "a": (("c1", "c2"), Verdict.VERIFIED),
        "new1": (("c3", "c4"), None),
    }


def test_a_claim_alone_keeps_its_assertion_only_with_a_ruling() -> None:
    assert run([assertion("a", "c1 c2")], [], "c1 c2") == []
    ruled = run([assertion("a", "c1 c2", Verdict.LIKELY)], [], "c1 c2")
    assert shape(ruled) == {"a": (("c1",), Verdict.LIKELY)}


def test_a_removed_claim_leaves_its_assertion() -> None:
    old = [assertion("a", "c1 c2 c3", Verdict.LIKELY)]
    pairs = [judged("c1", "c2"), judged("c2", "c3")]
    found = run(old, pairs, "", removed="c1")
    assert shape(found) == {"a": (("c2", "c3"), Verdict.LIKELY)}


def test_groups_out_of_reach_are_left_alone() -> None:
    elsewhere = assertion("z", "x1 x2")
    assert run([elsewhere], [judged("c1", "c2")], "c1")[0] is elsewhere


CLAIMS = [f"c{number}" for number in range(8)]
PAIRS = st.sets(
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)).filter(lambda p: p[0] < p[1]),
    max_size=12,
)


@given(PAIRS, PAIRS, st.sets(st.sampled_from(CLAIMS)))
def test_after_any_edit_the_assertions_are_the_components(
    before: set[tuple[str, str]], after: set[tuple[str, str]], ruled: set[str]
) -> None:
    alone = [assertion(f"r{name}", name, Verdict.LIKELY) for name in sorted(ruled)]
    first = run(alone, [judged(*pair) for pair in sorted(before)], " ".join(CLAIMS))
    changed = {name for pair in before ^ after for name in pair}
    pairs = [judged(*pair) for pair in sorted(after)]
    last = run(first, pairs, " ".join(sorted(changed)), numbered_from=100)
    graph: nx.Graph[str] = nx.Graph(after)
    expected = {frozenset(part) for part in nx.connected_components(graph)}
    several = {frozenset(item.claim_ids) for item in last if len(item.claim_ids) > 1}
    assert several == expected
    assert all(item.ruling for item in last if len(item.claim_ids) == 1)
    held = [name for item in last for name in item.claim_ids]
    assert len(held) == len(set(held))
    assert run(last, pairs, " ".join(CLAIMS), numbered_from=200) == last
