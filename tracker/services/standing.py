"""What stands behind assertions: reports, outlets, independent origins, and what speaks against."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from tracker.credibility import (
    Origins,
    Strand,
    VerdictProposal,
    groups,
    origins,
    transmission,
    verdict_proposal,
)
from tracker.model import (
    Article,
    Assertion,
    AssertionId,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    Identity,
    Relation,
    Source,
    SourceId,
    SourceLink,
)
from tracker.services.reading import corroborations_of
from tracker.services.sources import links_of
from tracker.store import Store


@frozen(kw_only=True)
class Opposing:
    """A claim that a reviewer judged to contradict one of an assertion's."""

    claim: Claim
    corroboration: Corroboration


@frozen(kw_only=True)
class AssertionView:
    """An assertion with everything that bears on it.

    Attributes:
        assertion: the assertion.
        claims: its claims that nobody rejected, by identifier.
        standing: the reports, outlets and independent origins behind it.
        strands: how it reached its reports, one tree for each origin.
        opposing: the claims that contradict it, rejected ones left out.
        proposal: the verdict that a rule suggests.
    """

    assertion: Assertion
    claims: Mapping[ClaimId, Claim]
    standing: Origins
    strands: tuple[Strand, ...]
    opposing: tuple[Opposing, ...]
    proposal: VerdictProposal


def origins_of(store: Store, assertion: Assertion) -> Origins:
    """Return how many reports, outlets and independent origins stand behind an assertion."""
    standing = _standing(store, assertion)
    outlets = {c.article_id: store.get(Article, c.article_id).outlet_id for c in standing}
    voices = voices_of(store, (claim.source_id for claim in standing))
    return origins(standing, outlets, _judged(store, standing), same_as=voices)


def view_of(store: Store, assertion: Assertion) -> AssertionView:
    """Return an assertion with everything that bears on it."""
    claims = sorted(_standing(store, assertion), key=lambda claim: _when(store, claim))
    judged = _judged(store, claims)
    voices = voices_of(store, (claim.source_id for claim in claims))
    outlets = {c.article_id: store.get(Article, c.article_id).outlet_id for c in claims}
    behind = origins(claims, outlets, judged, same_as=voices)
    opposing = _opposing(store, {claim.id for claim in claims}, judged)
    kinds = [store.get(Source, claim.source_id).kind for claim in claims]
    contradicted = any(one.claim.state is ClaimState.ACCEPTED for one in opposing)
    return AssertionView(
        assertion=assertion,
        claims={claim.id: claim for claim in claims},
        standing=behind,
        strands=transmission(claims, judged, same_as=voices),
        opposing=opposing,
        proposal=verdict_proposal(behind, kinds, contradicted=contradicted),
    )


def alone(claim: Claim) -> Assertion:
    """Return what a claim that belongs to no assertion would assert; nothing is stored."""
    return Assertion(id=AssertionId(claim.id), wording=claim.statement, claim_ids=(claim.id,))


def _standing(store: Store, assertion: Assertion) -> list[Claim]:
    claims = (store.get(Claim, claim_id) for claim_id in assertion.claim_ids)
    return [claim for claim in claims if claim.state is not ClaimState.REJECTED]


def _judged(store: Store, claims: Iterable[Claim]) -> list[Corroboration]:
    return list({r.id: r for c in claims for r in corroborations_of(store, c.id)}.values())


def _when(store: Store, claim: Claim) -> tuple[date, float, int]:
    article = store.get(Article, claim.article_id)
    added = article.added_at
    return article.published or added.date(), added.timestamp(), claim.spans[0].start


def _opposing(
    store: Store, own: set[ClaimId], judged: Iterable[Corroboration]
) -> tuple[Opposing, ...]:
    found: dict[ClaimId, Opposing] = {}
    for pair in judged:
        if pair.relation is not Relation.CONTRADICTS:
            continue
        for end in {pair.claim_id, pair.other_id} - own:
            claim = store.get(Claim, end)
            if claim.state is not ClaimState.REJECTED:
                found.setdefault(end, Opposing(claim=claim, corroboration=pair))
    return tuple(found[end] for end in sorted(found))


def same_voice(store: Store) -> Mapping[SourceId, SourceId]:
    """Return source -> the source that stands for its voice, for those judged ``same_as``."""
    return _joined(k for k in store.scan(SourceLink) if k.identity is Identity.SAME_AS)


def voices_of(store: Store, source_ids: Iterable[SourceId]) -> Mapping[SourceId, SourceId]:
    """Return what :func:`same_voice` says of some sources, without reading all links."""
    links: dict[str, SourceLink] = {}
    waiting = list(dict.fromkeys(source_ids))
    seen = set(waiting)
    while waiting:
        for link in links_of(store, waiting.pop()):
            if link.identity is Identity.SAME_AS:
                links[link.id] = link
                further = {link.source_id, link.other_id} - seen
                seen |= further
                waiting.extend(further)
    return _joined(links.values())


def _joined(links: Iterable[SourceLink]) -> Mapping[SourceId, SourceId]:
    pairs = [(link.source_id, link.other_id) for link in links]
    ends = dict.fromkeys(sorted(end for pair in pairs for end in pair))
    return {source: group[0] for group in groups(ends, pairs) for source in group}
