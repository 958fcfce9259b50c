"""Small records for the tests of this folder."""

from collections.abc import Iterable
from datetime import UTC, datetime

from tracker.credibility import Ledger, ledger
from tracker.model import (
    Allegation,
    ArticleId,
    Assertion,
    AssertionId,
    Attribution,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    CorroborationId,
    Dependence,
    Relation,
    Ruling,
    SourceId,
    Span,
    Verdict,
)

WHEN = datetime(2020, 11, 10, tzinfo=UTC)


def claim(
    name: str,
    source: str = "s1",
    *,
    article: str = "art",
    state: ClaimState = ClaimState.ACCEPTED,
    allegation: bool = False,
) -> Claim:
    return Claim(
        id=ClaimId(name),
        article_id=ArticleId(article),
        spans=(Span(0, 3),),
        quote="نصص",
        attribution=Attribution(source_id=SourceId(source)),
        state=state,
        allegation=Allegation() if allegation else None,
    )


def assertion(name: str, claims: str, verdict: Verdict | None = None) -> Assertion:
    ruling = Ruling(verdict=verdict, reviewer="R", decided_at=WHEN) if verdict else None
    members = tuple(ClaimId(member) for member in claims.split())
    return Assertion(id=AssertionId(name), wording=name, claim_ids=members, ruling=ruling)


def judged(
    one: str,
    other: str,
    dependence: Dependence = Dependence.UNKNOWN,
    relation: Relation = Relation.CORROBORATES,
) -> Corroboration:
    low, high = sorted((one, other))
    return Corroboration(
        id=CorroborationId(f"{low}-{high}"),
        claim_id=ClaimId(low),
        other_id=ClaimId(high),
        relation=relation,
        dependence=dependence,
        reviewer="R",
        decided_at=WHEN,
    )


def known(
    claims: Iterable[Claim],
    assertions: Iterable[Assertion] = (),
    pairs: Iterable[Corroboration] = (),
) -> Ledger:
    return ledger({one.id: one for one in claims}, assertions, pairs)
