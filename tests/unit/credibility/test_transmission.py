"""The chain of transmission: a tree for each origin, and the same origins as are counted."""

from collections.abc import Iterator

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.credibility.records import claim, judged
from tracker.credibility import Report, origins, transmission
from tracker.model import Dependence

NUMBERS = st.integers(0, 9)
JUDGEMENTS = st.lists(st.tuples(NUMBERS, NUMBERS, st.sampled_from(list(Dependence))), max_size=25)


def everyone(report: Report) -> Iterator[Report]:
    yield report
    for follower in report.followers:
        yield from everyone(follower)


def test_a_reprint_hangs_on_the_report_it_copies_and_the_earliest_is_on_top() -> None:
    claims = [claim(f"c{n}", source=f"s{n}") for n in (3, 1, 2)]
    pairs = [judged("c1", "c3", Dependence.REPRINT), judged("c1", "c2", Dependence.CITES_OTHER)]
    (strand,) = transmission(claims, pairs)
    assert strand.counted
    assert strand.first.claim_id == "c3"
    (copy,) = strand.first.followers
    assert (copy.claim_id, copy.how) == ("c1", "reprint")
    assert [(one.claim_id, one.how) for one in copy.followers] == [("c2", "cites_other")]


def test_two_claims_of_one_voice_hang_together_as_that() -> None:
    (strand,) = transmission([claim("c1"), claim("c2")], [])
    assert [one.how for one in strand.first.followers] == ["same_voice"]


def test_what_nobody_judged_stands_apart_and_does_not_count() -> None:
    claims = [claim(f"c{n}", source=f"s{n}") for n in range(3)]
    strands = transmission(claims, [judged("c0", "c2", Dependence.INDEPENDENT)])
    assert [(s.first.claim_id, s.counted) for s in strands] == [
        ("c0", True),
        ("c2", True),
        ("c1", False),
    ]


@given(JUDGEMENTS)
def test_every_claim_is_in_one_tree_and_the_trees_are_the_components(
    found: list[tuple[int, int, Dependence]],
) -> None:
    claims = [claim(f"c{n}", source=f"s{n}", article=f"a{n}") for n in range(10)]
    pairs = [judged(f"c{one}", f"c{other}", how) for one, other, how in found if one != other]
    strands = transmission(claims, pairs)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(one.id for one in claims)
    dependent = {Dependence.SAME_ORIGIN, Dependence.REPRINT, Dependence.CITES_OTHER}
    graph.add_edges_from((p.claim_id, p.other_id) for p in pairs if p.dependence in dependent)
    trees = [frozenset(one.claim_id for one in everyone(s.first)) for s in strands]
    assert set(trees) == {frozenset(part) for part in nx.connected_components(graph)}
    assert sum(map(len, trees)) == len(claims)
    behind = origins(claims, {}, pairs)
    assert sum(strand.counted for strand in strands) == behind.origins
    assert len(strands) == behind.origins + behind.unknown
