"""Random databases whose references all lead somewhere."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from tests import strategies
from tracker.export import Records
from tracker.model import (
    Article,
    ArticleId,
    Assertion,
    AssertionId,
    Assessment,
    AssessmentId,
    Assignment,
    AssignmentId,
    Claim,
    ClaimId,
    Corroboration,
    CorroborationId,
    FactCheck,
    FactCheckId,
    FactCheckLink,
    FactCheckLinkId,
    Settlement,
    SettlementId,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
)

T = TypeVar("T")


def _some(values: Sequence[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(st.sampled_from(values), max_size=2).map(tuple)


@st.composite
def _sources(draw: st.DrawFn, articles: Sequence[ArticleId]) -> list[Source]:
    outlets = [
        Source(id=SourceId(f"src_o{n}"), kind=SourceKind.OUTLET, label=draw(strategies.labels))
        for n in range(draw(st.integers(1, 2)))
    ]
    vouching = st.none() | st.sampled_from([outlet.id for outlet in outlets])
    voices = []
    for number, voice in enumerate(draw(st.lists(strategies.sources(), max_size=3))):
        home = draw(st.sampled_from(articles)) if voice.kind.anonymous else None
        voices.append(
            evolve(
                voice,
                id=SourceId(f"src_v{number}"),
                outlet_id=draw(vouching),
                article_id=home,
                candidate_ids=draw(_some([outlet.id for outlet in outlets])),
            )
        )
    return [*outlets, *voices]


@st.composite
def _claims(draw: st.DrawFn, articles: list[Article], sources: list[SourceId]) -> list[Claim]:
    claims = []
    for number in range(draw(st.integers(0, 5))):
        claim = draw(strategies.claims_of(draw(st.sampled_from(articles))))
        attribution = evolve(
            claim.attribution,
            source_id=draw(st.sampled_from(sources)),
            chain=draw(_some(sources)),
        )
        claims.append(evolve(claim, id=ClaimId(f"clm_{number}"), attribution=attribution))
    return claims


@st.composite
def _links(draw: st.DrawFn, sources: list[SourceId]) -> list[SourceLink]:
    return [
        evolve(draw(strategies.source_links), id=f"lnk_{number}", source_id=one, other_id=other)
        for number, (one, other) in enumerate(pairwise(sources))
    ]


@st.composite
def _corroborations(draw: st.DrawFn, claims: list[ClaimId]) -> list[Corroboration]:
    return [
        evolve(
            draw(strategies.corroborations),
            id=CorroborationId(f"cor_{number}"),
            claim_id=one,
            other_id=other,
        )
        for number, (one, other) in enumerate(pairwise(claims))
    ]


@st.composite
def _assertions(draw: st.DrawFn, claims: list[ClaimId]) -> list[Assertion]:
    cut = draw(st.integers(0, len(claims)))
    return [
        evolve(draw(strategies.assertions), id=AssertionId(f"ast_{number}"), claim_ids=tuple(part))
        for number, part in enumerate((claims[:cut], claims[cut:]))
        if part
    ]


@st.composite
def _assessments(draw: st.DrawFn, claims: list[ClaimId]) -> list[Assessment]:
    return [
        evolve(draw(strategies.assessments), id=AssessmentId(f"asm_{number}"), claim_id=claim)
        for number, claim in enumerate(draw(_some(claims)) if claims else ())
    ]


@st.composite
def _adjudications(draw: st.DrawFn, claims: list[ClaimId]) -> list[Assignment | Settlement]:
    asked = [
        evolve(draw(strategies.assignments), id=AssignmentId(f"sgn_{number}"), claim_id=claim)
        for number, claim in enumerate(draw(_some(claims)) if claims else ())
    ]
    settled = [
        evolve(draw(strategies.settlements), id=SettlementId(f"stl_{number}"), claim_id=claim)
        for number, claim in enumerate(dict.fromkeys(draw(_some(claims)) if claims else ()))
    ]
    return [*asked, *settled]


@st.composite
def _fact_checks(draw: st.DrawFn, claims: list[ClaimId]) -> list[FactCheck | FactCheckLink]:
    checks = [
        evolve(check, id=FactCheckId(f"fck_{number}"))
        for number, check in enumerate(draw(st.lists(strategies.fact_checks, max_size=2)))
    ]
    pairs = [(claim, check.id) for claim in claims for check in checks]
    links = [
        evolve(
            draw(strategies.fact_check_links),
            id=FactCheckLinkId(f"fcl_{number}"),
            claim_id=claim,
            fact_check_id=check,
        )
        for number, (claim, check) in enumerate(draw(_some(pairs)) if pairs else ())
    ]
    return [*checks, *links]


@st.composite
def databases(draw: st.DrawFn) -> Records:
    """Draw the records of a small database, each kind in a random order."""
    texts = draw(
        st.lists(strategies.articles().filter(lambda a: bool(a.text)), min_size=1, max_size=3)
    )
    ids = [ArticleId(f"art_{number}") for number in range(len(texts))]
    sources = draw(_sources(ids))
    outlets = st.sampled_from([s.id for s in sources if s.kind is SourceKind.OUTLET])
    articles = [
        evolve(
            article,
            id=known,
            outlet_id=draw(outlets),
            previous_id=draw(st.none() | st.sampled_from(ids[:place])) if place else None,
        )
        for place, (known, article) in enumerate(zip(ids, texts, strict=True))
    ]
    names = [source.id for source in sources]
    claims = draw(_claims(articles, names))
    said = [claim.id for claim in claims]
    judged = [
        *draw(_links(names)),
        *draw(_corroborations(said)),
        *draw(_assertions(said)),
        *draw(_assessments(said)),
        *draw(_adjudications(said)),
        *draw(_fact_checks(said)),
    ]
    return Records.of(draw(st.permutations([*articles, *sources, *claims, *judged])))
