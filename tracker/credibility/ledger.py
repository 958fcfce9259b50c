"""What became of claims: the desk's verdicts, read once for any number of track records."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from tracker.credibility.origins import origin_groups
from tracker.model import (
    Article,
    ArticleId,
    Assertion,
    AssertionId,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    Relation,
    SourceId,
    Verdict,
)

_OUTCOMES = {Verdict.VERIFIED: True, Verdict.REFUTED: False}


@frozen(kw_only=True)
class Ledger:
    """What is known of the outcomes of claims.

    Attributes:
        assertion_of: the assertion of every claim that has one.
        origin_of: for claims of resolved assertions that were judged independent: which of the
            assertion's origins they have.
        contradicted: claims, and claims of assertions, that an accepted claim contradicts.
        published: the day of publication of articles, where known.
    """

    assertion_of: Mapping[ClaimId, Assertion] = field(factory=dict, repr=False)
    origin_of: Mapping[ClaimId, int] = field(factory=dict, repr=False)
    contradicted: frozenset[ClaimId | AssertionId] = field(default=frozenset(), repr=False)
    published: Mapping[ArticleId, date] = field(factory=dict, repr=False)

    def outcome(self, claim: Claim) -> bool | None:
        """Return whether a claim was borne out, None while nothing is settled."""
        assertion = self.assertion_of.get(claim.id)
        return _OUTCOMES.get(assertion.verdict) if assertion else None

    def event(self, claim: Claim) -> ClaimId | AssertionId:
        """Return what a claim is about: its assertion, or itself where it stands alone."""
        assertion = self.assertion_of.get(claim.id)
        return assertion.id if assertion else claim.id

    def day(self, claim: Claim) -> date | None:
        """Return when a claim was made, as far as its article or the verdict on it tells."""
        assertion = self.assertion_of.get(claim.id)
        ruling = assertion.ruling if assertion else None
        ruled = ruling.decided_at.date() if ruling else None
        return self.published.get(claim.article_id, ruled)


def ledger(
    claims: Mapping[ClaimId, Claim],
    assertions: Iterable[Assertion],
    corroborations: Iterable[Corroboration],
    articles: Iterable[Article] = (),
    *,
    same_as: Mapping[SourceId, SourceId] | None = None,
) -> Ledger:
    """Return what is known of the outcomes of claims.

    Args:
        claims: the claims concerned, and those that share an assertion with them or contradict
            them.
        assertions: the assertions of those claims.
        corroborations: judged pairs of those claims.
        articles: where they stand, for the day they were made.
        same_as: source → the source that stands for its voice, where a reviewer joined them.
    """
    known = tuple(assertions)
    judged = tuple(corroborations)
    assertion_of = {claim_id: one for one in known for claim_id in one.claim_ids}
    return Ledger(
        assertion_of=assertion_of,
        origin_of=_origins(claims, known, judged, same_as or {}),
        contradicted=frozenset(_contradicted(claims, assertion_of, judged)),
        published={a.id: a.published for a in articles if a.published},
    )


def _origins(
    claims: Mapping[ClaimId, Claim],
    assertions: Sequence[Assertion],
    judged: Sequence[Corroboration],
    same_as: Mapping[SourceId, SourceId],
) -> dict[ClaimId, int]:
    resolved = {a.id: a for a in assertions if a.verdict in _OUTCOMES and len(a.claim_ids) > 1}
    owner = {claim_id: a.id for a in resolved.values() for claim_id in a.claim_ids}
    pairs: dict[AssertionId, list[Corroboration]] = {}
    for pair in judged:
        if (held := owner.get(pair.claim_id)) and owner.get(pair.other_id) == held:
            pairs.setdefault(held, []).append(pair)
    origin_of: dict[ClaimId, int] = {}
    for assertion_id, own in pairs.items():
        members = [claims[i] for i in resolved[assertion_id].claim_ids if i in claims]
        found = origin_groups(members, own, same_as=same_as)
        independent = [group for group in found if group.counted]
        if len(independent) > 1:
            for place, group in enumerate(independent):
                origin_of |= dict.fromkeys(group.claim_ids, place)
    return origin_of


def _contradicted(
    claims: Mapping[ClaimId, Claim],
    assertion_of: Mapping[ClaimId, Assertion],
    judged: Sequence[Corroboration],
) -> Iterable[ClaimId | AssertionId]:
    for pair in judged:
        if pair.relation is not Relation.CONTRADICTS:
            continue
        for one, other in ((pair.claim_id, pair.other_id), (pair.other_id, pair.claim_id)):
            opposing = claims.get(other)
            if opposing is not None and opposing.state is ClaimState.ACCEPTED:
                assertion = assertion_of.get(one)
                yield assertion.id if assertion else one
