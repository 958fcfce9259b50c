"""What stands behind assertions: reports, outlets and independent origins."""

from collections.abc import Mapping

from tracker.credibility import Origins, groups, origins
from tracker.model import (
    Article,
    Assertion,
    Claim,
    ClaimState,
    Identity,
    SourceId,
    SourceLink,
)
from tracker.services.reading import corroborations_of
from tracker.store import Store


def origins_of(store: Store, assertion: Assertion) -> Origins:
    """Return how many reports, outlets and independent origins stand behind an assertion."""
    claims = [store.get(Claim, claim_id) for claim_id in assertion.claim_ids]
    standing = [claim for claim in claims if claim.state is not ClaimState.REJECTED]
    outlets = {c.article_id: store.get(Article, c.article_id).outlet_id for c in standing}
    relations = {r.id: r for c in standing for r in corroborations_of(store, c.id)}
    return origins(standing, outlets, relations.values(), same_as=same_voice(store))


def same_voice(store: Store) -> Mapping[SourceId, SourceId]:
    """Return source -> the source that stands for its voice, for those judged ``same_as``."""
    links = [k for k in store.scan(SourceLink) if k.identity is Identity.SAME_AS]
    ends = dict.fromkeys(end for link in links for end in (link.source_id, link.other_id))
    joined = groups(ends, ((link.source_id, link.other_id) for link in links))
    return {source: group[0] for group in joined for source in group}
