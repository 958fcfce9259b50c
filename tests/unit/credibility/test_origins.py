"""Reports are not witnesses: what depends on each other has one origin."""

from collections.abc import Sequence

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.credibility.records import claim, judged
from tracker.credibility import Origins, groups, origins
from tracker.model import ArticleId, Claim, Dependence, SourceId

NUMBERS = st.integers(0, 11)


def reports(count: int) -> list[Claim]:
    return [claim(f"c{n:02}", source=f"s{n}", article=f"art{n}") for n in range(count)]


def outlets(claims: Sequence[Claim], names: str) -> dict[ArticleId, SourceId | None]:
    return {c.article_id: SourceId(n) for c, n in zip(claims, names, strict=True)}


def test_five_reports_of_three_outlets_can_have_one_origin() -> None:
    claims = reports(5)
    pairs = [judged("c00", f"c0{n}", Dependence.REPRINT) for n in range(1, 5)]
    assert origins(claims, outlets(claims, "aabbc"), pairs) == Origins(
        reports=5, outlets=3, origins=1, unknown=0
    )


def test_unknown_dependence_adds_no_origin_but_is_told() -> None:
    claims = reports(3)
    pairs = [judged("c00", "c01"), judged("c01", "c02")]
    found = origins(claims, {}, pairs)
    assert (found.origins, found.unknown, found.outlets) == (1, 2, 0)


def test_reports_judged_independent_are_separate_origins() -> None:
    claims = reports(4)
    pairs = [
        judged("c00", "c01", Dependence.INDEPENDENT),
        judged("c01", "c02", Dependence.CITES_OTHER),
    ]
    found = origins(claims, {}, pairs)
    assert (found.origins, found.unknown) == (2, 1)


def test_independence_within_a_dependent_group_adds_nothing() -> None:
    pairs = [
        judged("c00", "c01", Dependence.SAME_ORIGIN),
        judged("c01", "c02", Dependence.REPRINT),
        judged("c00", "c02", Dependence.INDEPENDENT),
    ]
    assert origins(reports(3), {}, pairs).origins == 1


def test_claims_that_rest_on_one_voice_have_one_origin() -> None:
    claims = [claim("a", source="s1"), claim("b", source="s1"), claim("c", source="s2")]
    linked = {SourceId("s2"): SourceId("s1")}
    assert origins(claims, {}, []).unknown == 1
    assert origins(claims, {}, [], same_as=linked) == Origins(
        reports=1, outlets=0, origins=1, unknown=0
    )


def test_no_claims_have_no_origin() -> None:
    assert origins([], {}, []) == Origins(reports=0, outlets=0, origins=0, unknown=0)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=15))
def test_groups_are_the_connected_components(pairs: list[tuple[int, int]]) -> None:
    graph: nx.Graph[int] = nx.Graph(pairs)
    graph.add_nodes_from(range(10))
    members = sorted(graph)
    expected = {frozenset(part) for part in nx.connected_components(graph)}
    found = groups(members, pairs)
    assert {frozenset(part) for part in found} == expected
    assert [part[0] for part in found] == sorted(part[0] for part in found)


@given(
    st.dictionaries(
        st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from(Dependence),
        max_size=20,
    )
)
def test_origins_and_unknown_are_the_components_of_dependence(
    pairs: dict[tuple[int, int], Dependence],
) -> None:
    claims = reports(12)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(c.id for c in claims)
    made = [judged(f"c{a:02}", f"c{b:02}", how) for (a, b), how in pairs.items()]
    joining = {Dependence.SAME_ORIGIN, Dependence.REPRINT, Dependence.CITES_OTHER}
    graph.add_edges_from((p.claim_id, p.other_id) for p in made if p.dependence in joining)
    parts = list(nx.connected_components(graph))
    apart = [p for p in made if p.dependence is Dependence.INDEPENDENT]
    shown = sum(any((p.claim_id in part) != (p.other_id in part) for p in apart) for part in parts)
    found = origins(claims, {}, made)
    assert found.origins == max(shown, 1)
    assert found.origins + found.unknown == len(parts)
