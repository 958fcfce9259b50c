"""How many independent origins stand behind an assertion."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from tracker.credibility.groups import groups
from tracker.model import ArticleId, Claim, ClaimId, Corroboration, Dependence, SourceId

#: Judgements that give two reports one origin.
DEPENDENT = frozenset({Dependence.SAME_ORIGIN, Dependence.REPRINT, Dependence.CITES_OTHER})


@frozen(kw_only=True)
class Origins:
    """What stands behind an assertion: "5 reports · 3 outlets · 1 origin".

    Attributes:
        reports: articles that say it.
        outlets: publishers of those articles, where known.
        origins: origins shown to be independent; 1 for any claim at all.
        unknown: further origins there may be, whose independence nobody has judged.
    """

    reports: int
    outlets: int
    origins: int
    unknown: int


@frozen(kw_only=True)
class OriginGroup:
    """Claims that have one origin.

    Attributes:
        claim_ids: in the order given.
        counted: whether it counts: a reviewer judged it independent of another group, or it is
            the first where nobody judged any.
    """

    claim_ids: tuple[ClaimId, ...]
    counted: bool


def origins(
    claims: Sequence[Claim],
    outlet_of: Mapping[ArticleId, SourceId | None],
    corroborations: Iterable[Corroboration],
    *,
    same_as: Mapping[SourceId, SourceId] | None = None,
) -> Origins:
    """Count the independent origins of the claims of one assertion.

    Claims that rest on one voice, and claims judged to depend on each other (same origin, reprint,
    one cites the other), have one origin. Of these groups those count that a reviewer judged
    independent of another group. Unknown dependence, the default, adds nothing; nor does a
    judgement of independence inside a group, which other judgements contradict.

    Args:
        claims: the claims of the assertion.
        outlet_of: the outlet of every article; None or missing where unknown.
        corroborations: judged pairs; those with an end elsewhere are passed over.
        same_as: source → the source that stands for its voice, where a reviewer joined them.
    """
    parts = origin_groups(claims, corroborations, same_as=same_as)
    counted = sum(part.counted for part in parts)
    articles = {claim.article_id for claim in claims}
    return Origins(
        reports=len(articles),
        outlets=len({outlet_of.get(article) for article in articles} - {None}),
        origins=counted,
        unknown=len(parts) - counted,
    )


def origin_groups(
    claims: Sequence[Claim],
    corroborations: Iterable[Corroboration],
    *,
    same_as: Mapping[SourceId, SourceId] | None = None,
) -> tuple[OriginGroup, ...]:
    """Return the claims of one assertion by their origins, as :func:`origins` counts them."""
    if len(claims) == 1:  # most of a database, whatever it is related to elsewhere
        return (OriginGroup(claim_ids=(claims[0].id,), counted=True),)
    judged = list(corroborations)
    parts = groups(
        [claim.id for claim in claims],
        [*one_voice(claims, same_as or {}), *_pairs(judged, DEPENDENT)],
    )
    group_of = {claim_id: number for number, part in enumerate(parts) for claim_id in part}
    independent: set[int] = set()
    for one, other in _pairs(judged, frozenset({Dependence.INDEPENDENT})):
        ends = {group_of.get(one), group_of.get(other)} - {None}
        if len(ends) > 1:
            independent |= {end for end in ends if end is not None}
    counted = independent or {0}
    return tuple(
        OriginGroup(claim_ids=part, counted=number in counted) for number, part in enumerate(parts)
    )


def one_voice(
    claims: Sequence[Claim], same_as: Mapping[SourceId, SourceId]
) -> Iterable[tuple[ClaimId, ClaimId]]:
    """Yield the pairs of claims, first and later, that rest on one voice."""
    first: dict[SourceId, ClaimId] = {}
    for claim in claims:
        voice = same_as.get(claim.source_id, claim.source_id)
        yield first.setdefault(voice, claim.id), claim.id


def _pairs(
    judged: Iterable[Corroboration], wanted: frozenset[Dependence]
) -> Iterable[tuple[ClaimId, ClaimId]]:
    return ((pair.claim_id, pair.other_id) for pair in judged if pair.dependence in wanted)
