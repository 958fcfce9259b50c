"""Hypothesis strategies for every record of the model: hostile texts, all optional parts."""

from datetime import UTC
from enum import Enum
from typing import TypeVar

from hypothesis import strategies as st

from tracker.model import (
    Affiliation,
    Allegation,
    Article,
    ArticleId,
    Assertion,
    AssertionId,
    Assessment,
    AssessmentId,
    Assignment,
    AssignmentId,
    Attribution,
    Basis,
    Bearing,
    Change,
    ChangeSet,
    ChangeSetId,
    Claim,
    ClaimId,
    ClaimState,
    Confidence,
    Corroboration,
    CorroborationId,
    Credibility,
    Delivery,
    Dependence,
    Distance,
    Entity,
    FactCheck,
    FactCheckId,
    FactCheckLink,
    FactCheckLinkId,
    Identity,
    KnownTo,
    Likelihood,
    LinkBasis,
    Passage,
    PassageKind,
    Profile,
    Provenance,
    Relation,
    Reliability,
    Ruling,
    Settlement,
    SettlementId,
    Signal,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
    Span,
    Stance,
    Verdict,
    content_hash,
    quote,
)

E = TypeVar("E", bound=Enum)

_ALPHABET = "abz09 _\n\t\0\x1b\"\\'[](){}=+@-،.؟«»ابتثحخدرسشعفقلمنهويىةأإآًٌّـ١٢٣\u200f\u202e\ufeff😀"

#: Any text, with those characters often that files, terminals and spreadsheets stumble over.
texts = st.one_of(st.text(alphabet=_ALPHABET, max_size=40), st.text(max_size=20))
labels = texts.filter(bool)
times = st.datetimes(timezones=st.just(UTC))
names = st.sampled_from(("Huda", "رنا", "Alex Doe"))
_TAILS = st.text(alphabet="0123456789abcdefghjkmnpqrstvwxyz", min_size=4, max_size=4)


def members(enum: type[E]) -> st.SearchStrategy[E]:
    """Any member of an enumeration."""
    return st.sampled_from(list(enum))


def ids(prefix: str) -> st.SearchStrategy[str]:
    """An identifier as the application makes them, ``clm_4t9k``."""
    return _TAILS.map(lambda tail: f"{prefix}_{tail}")


article_ids = ids("art").map(ArticleId)
claim_ids = ids("clm").map(ClaimId)
source_ids = ids("src").map(SourceId)
spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 10_000),
    st.integers(1, 500),
)


@st.composite
def ordered_spans(draw: st.DrawFn, end: int = 500, least: int = 1) -> tuple[Span, ...]:
    """Spans in reading order that do not overlap, before ``end``."""
    most = min(8, end + 1)
    edges = draw(
        st.lists(st.integers(0, end), min_size=2 * least, max_size=most, unique=True).filter(
            lambda found: len(found) % 2 == 0
        )
    )
    edges.sort()
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


provenances = st.builds(
    Provenance, field=st.sampled_from(("title", "url")), basis=members(Basis), where=texts
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with passages inside its text."""
    text = draw(texts)
    passages = draw(ordered_spans(len(text), least=0)) if text else ()
    return Article(
        id=draw(article_ids),
        version=draw(st.integers(1, 9)),
        text=text,
        sha256=content_hash(text),
        title=draw(texts),
        outlet_id=draw(source_ids),
        published=draw(st.none() | st.dates()),
        language=draw(st.sampled_from(("ar", "en", "zh-Hant"))),
        origin=draw(texts),
        url=draw(texts),
        guesses=tuple(draw(st.lists(st.sampled_from(("outlet", "published")), max_size=2))),
        byline=draw(texts),
        provenance=tuple(draw(st.lists(provenances, max_size=2))),
        original=draw(st.just("") | st.just(content_hash(text))),
        media_type=draw(st.sampled_from(("", "text/html"))),
        encoding=draw(st.sampled_from(("", "windows-1256"))),
        check_original=draw(st.booleans()),
        previous_id=draw(st.none() | article_ids),
        fingerprints=tuple(draw(st.lists(texts, max_size=2))),
        passages=tuple(Passage(kind=draw(members(PassageKind)), span=span) for span in passages),
        added_at=draw(times),
        added_by=draw(names),
    )


profiles = st.builds(
    Profile,
    number=st.none() | st.integers(1, 99),
    role=texts,
    place=texts,
    beat=texts,
    reporter=texts,
    distance=members(Distance),
    position_to_know=texts,
    anonymity_reason=texts,
    motive=texts,
    known_to=members(KnownTo),
)
affiliations = st.builds(Affiliation, entity=texts, relation=texts)
attributions = st.builds(
    Attribution,
    source_id=source_ids,
    cue=st.none() | spans,
    mention=st.none() | spans,
    via=st.none() | spans,
    verb=texts,
    delivery=members(Delivery),
    hedging=st.integers(0, 3),
    chain=st.lists(source_ids, max_size=3).map(tuple),
    anaphoric=st.booleans(),
    reasons=st.lists(texts, max_size=3).map(tuple),
)
allegations = st.builds(Allegation, accuser=texts, cue=st.none() | spans)
claims = st.builds(
    Claim,
    id=claim_ids,
    version=st.integers(1, 9),
    article_id=article_ids,
    spans=ordered_spans(),
    quote=texts,
    attribution=attributions,
    state=members(ClaimState),
    wording=texts,
    gloss=texts,
    allegation=st.none() | allegations,
    note=texts,
    reasons=st.lists(texts, max_size=3).map(tuple),
)


@st.composite
def claims_of(draw: st.DrawFn, article: Article) -> Claim:
    """A claim whose quote is what its spans cover in ``article``, which must have text."""
    every = draw(ordered_spans(len(article.text)))
    own = draw(st.integers(0, len(every) - 1))
    found, shared = every[own:], every[:own]
    return Claim(
        id=draw(claim_ids),
        article_id=article.id,
        spans=found,
        quote=quote(article.text, found),
        shared=shared,
        shared_quote=quote(article.text, shared),
        attribution=draw(attributions),
        state=draw(members(ClaimState)),
    )


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A source of any kind; an anonymous one belongs to an article."""
    kind = draw(members(SourceKind))
    return Source(
        id=draw(source_ids),
        version=draw(st.integers(1, 9)),
        kind=kind,
        label=draw(labels),
        gloss=draw(texts),
        outlet_id=draw(st.none() | source_ids),
        article_id=draw(article_ids) if kind.anonymous else None,
        affiliation=draw(st.none() | affiliations),
        aliases=tuple(draw(st.lists(texts, max_size=3))),
        profile=draw(profiles),
        candidate_ids=tuple(draw(st.lists(source_ids, max_size=2))),
        confidential=draw(texts),
    )


source_links = st.builds(
    SourceLink,
    id=ids("lnk"),
    version=st.integers(1, 9),
    source_id=st.just(SourceId("src_one")),
    other_id=source_ids,
    identity=members(Identity),
    basis=members(LinkBasis),
    reason=texts,
    reviewer=names,
    decided_at=times,
)
signals = st.builds(
    Signal, name=texts, stance=members(Stance), ours=texts, theirs=texts, weight=st.floats(0, 1)
)
corroborations = st.builds(
    Corroboration,
    id=ids("cor").map(CorroborationId),
    version=st.integers(1, 9),
    claim_id=st.just(ClaimId("clm_")),
    other_id=claim_ids,
    relation=members(Relation),
    dependence=members(Dependence),
    score=st.floats(0, 1),
    signals=st.lists(signals, max_size=2).map(tuple),
    note=texts,
    reviewer=names,
    decided_at=times,
)
rulings = st.builds(
    Ruling,
    verdict=members(Verdict),
    reviewer=names,
    decided_at=times,
    rationale=texts,
    evidence=st.lists(texts, max_size=2).map(tuple),
)
assertions = st.builds(
    Assertion,
    id=ids("ast").map(AssertionId),
    version=st.integers(1, 9),
    wording=texts,
    claim_ids=st.lists(claim_ids, min_size=1, max_size=4).map(tuple),
    ruling=st.none() | rulings,
)
assessments = st.builds(
    Assessment,
    id=ids("asm").map(AssessmentId),
    version=st.integers(1, 9),
    claim_id=claim_ids,
    reviewer=names,
    assessed_at=times,
    reliability=st.none() | members(Reliability),
    credibility=st.none() | members(Credibility),
    confidence=st.none() | members(Confidence),
    likelihood=st.none() | members(Likelihood),
    likelihood_at=st.none() | times,
    verdict=st.none() | members(Verdict),
    rationale=texts,
)
assignments = st.builds(
    Assignment,
    id=ids("sgn").map(AssignmentId),
    version=st.integers(1, 9),
    claim_id=claim_ids,
    reviewer=names,
    assigned_by=names,
    assigned_at=times,
)
settlements = st.builds(
    Settlement,
    id=ids("stl").map(SettlementId),
    version=st.integers(1, 9),
    claim_id=claim_ids,
    reliability=members(Reliability),
    credibility=st.none() | members(Credibility),
    reviewer=names,
    settled_at=times,
    rationale=labels,
) | st.builds(
    Settlement,
    id=ids("stl").map(SettlementId),
    claim_id=claim_ids,
    accepted=st.just(False),
    reviewer=names,
    settled_at=times,
    rationale=labels,
)

fact_checks = st.builds(
    FactCheck,
    id=ids("fck").map(FactCheckId),
    version=st.integers(1, 9),
    claim_reviewed=labels,
    title=texts,
    url=texts,
    publisher=texts,
    published=st.none() | st.dates(),
    language=st.sampled_from(["", "ar", "en"]),
    rating=texts,
    claimant=texts,
)
fact_check_links = st.builds(
    FactCheckLink,
    id=ids("fcl").map(FactCheckLinkId),
    version=st.integers(1, 9),
    claim_id=claim_ids,
    fact_check_id=ids("fck").map(FactCheckId),
    bearing=members(Bearing),
    score=st.floats(0, 1),
    note=texts,
    reviewer=names,
    decided_at=times,
)

#: A strategy for every kind of record, by the name of its table.
RECORDS: dict[str, st.SearchStrategy[Entity]] = {
    "articles": articles(),
    "claims": claims,
    "sources": sources(),
    "source_links": source_links,
    "corroborations": corroborations,
    "assertions": assertions,
    "assessments": assessments,
    "assignments": assignments,
    "settlements": settlements,
    "fact_checks": fact_checks,
    "fact_check_links": fact_check_links,
}
#: A record of any kind.
records = st.one_of(*RECORDS.values())


def _changeset(entities: list[Entity], **fields: object) -> ChangeSet:
    changes = tuple(Change(after=entity) for entity in entities)
    return ChangeSet(changes=changes, **fields)  # type: ignore[arg-type]  # drawn by type


#: A change set that creates records, at most one of an identifier.
creations: st.SearchStrategy[ChangeSet] = st.builds(
    _changeset,
    st.lists(records, min_size=1, max_size=4, unique_by=lambda entity: entity.id),
    id=ids("chg").map(ChangeSetId),
    reviewer=names,
    at=times,
    label=texts,
)
