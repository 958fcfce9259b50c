"""How an assertion reached its reports: for each origin a tree of who has it from whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from tracker.credibility.origins import DEPENDENT, one_voice, origin_groups
from tracker.model import Claim, ClaimId, Corroboration, SourceId

#: How a report that rests on its forerunner's voice hangs on it; others by their dependence.
SAME_VOICE = "same_voice"


@frozen(kw_only=True)
class Report:
    """A claim in the tree.

    Attributes:
        claim_id: the claim.
        how: ``same_voice`` or the dependence that hangs it on the report above; empty at the top.
        followers: the reports that have it from this one, earliest first.
    """

    claim_id: ClaimId
    how: str = ""
    followers: tuple["Report", ...] = ()


@frozen(kw_only=True)
class Strand:
    """One origin with all reports that go back to it.

    Attributes:
        counted: whether it counts as an origin; where not, its independence is unknown.
        first: its earliest report.
    """

    counted: bool
    first: Report


def transmission(
    claims: Sequence[Claim],
    corroborations: Iterable[Corroboration],
    *,
    same_as: Mapping[SourceId, SourceId] | None = None,
) -> tuple[Strand, ...]:
    """Return the strands of one assertion, those that count as origins first.

    A judged dependence has no direction, so that the time of publication gives one: of two reports
    the later has it from the earlier.

    Args:
        claims: the claims of the assertion, earliest first.
        corroborations: judged pairs; those with an end elsewhere are passed over.
        same_as: as for :func:`~tracker.credibility.origins.origins`.
    """
    judged = list(corroborations)
    found = origin_groups(claims, judged, same_as=same_as)
    edges = _edges(claims, judged, same_as or {})
    rank = {claim.id: place for place, claim in enumerate(claims)}
    strands = [
        Strand(counted=group.counted, first=_tree(group.claim_ids, edges, rank)) for group in found
    ]
    return tuple(sorted(strands, key=lambda strand: not strand.counted))


_Edges = Mapping[ClaimId, Sequence[tuple[ClaimId, str]]]


def _edges(
    claims: Sequence[Claim],
    judged: Iterable[Corroboration],
    same_as: Mapping[SourceId, SourceId],
) -> _Edges:
    edges: dict[ClaimId, list[tuple[ClaimId, str]]] = defaultdict(list)
    # A judgement says more than the mere voice, so it comes first.
    pairs = [
        (c.claim_id, c.other_id, c.dependence.value) for c in judged if c.dependence in DEPENDENT
    ]
    pairs += [(one, other, SAME_VOICE) for one, other in one_voice(claims, same_as)]
    for one, other, how in pairs:
        if one != other:
            edges[one].append((other, how))
            edges[other].append((one, how))
    return edges


def _tree(group: Sequence[ClaimId], edges: _Edges, rank: Mapping[ClaimId, int]) -> Report:
    """Return the group as a tree, grown breadth first from its earliest report."""
    first = min(group, key=rank.__getitem__)
    hung: dict[ClaimId, str] = {first: ""}
    followers: dict[ClaimId, list[ClaimId]] = defaultdict(list)
    waiting = [first]
    for claim_id in waiting:
        near = sorted(
            (e for e in edges.get(claim_id, ()) if e[0] in rank), key=lambda e: rank[e[0]]
        )
        for other, how in near:
            if other not in hung:
                hung[other] = how
                followers[claim_id].append(other)
                waiting.append(other)
    made: dict[ClaimId, Report] = {}
    for claim_id in reversed(waiting):
        below = tuple(made[other] for other in followers[claim_id])
        made[claim_id] = Report(claim_id=claim_id, how=hung[claim_id], followers=below)
    return made[first]
