"""The claims that a filter asks for, with all that they need to be understood."""

from collections.abc import Mapping
from itertools import chain

from tracker.export.confidences import as_seen_by, without_confidences
from tracker.export.dossier import Desk, Dossier, Records
from tracker.export.entries import Register, voices
from tracker.export.filters import Filter
from tracker.model import ArticleId, Claim, ClaimId, Relation, SourceId
from tracker.scales import Scales


def assemble(
    records: Records,
    *,
    filter: Filter,  # noqa: A002  (the word of the command line and of the exports)
    tool: str,
    scales: Scales,
    include_confidential: bool = False,
    desk: Desk | None = None,
    language: str = "",
    reader: str = "",
) -> Dossier:
    """Return the dossier of the claims in ``records`` that ``filter`` lets through.

    An empty filter takes every record. Any other takes the claims it lets through, the claims
    that share an assertion with them or that a reviewer related to them, and what all these
    refer to, so that no reference leads out of the dossier and counts of origins stay right.

    Args:
        records: everything the database holds.
        filter: which claims are asked for.
        tool: the program and its version.
        scales: the scales that the ratings are on.
        include_confidential: whether what was noted in confidence, what may name an unnamed
            source, and ratings that ``reader`` may not see yet leave with it.
        desk: who hands it on; None for nobody in particular.
        language: what a report to read is worded in; empty for that of most claims.
        reader: the reviewer who makes it; empty for nobody in particular.
    """
    same = voices(records)
    ordered = records.ordered()
    if not include_confidential:
        ordered = without_confidences(as_seen_by(ordered, reader))
    everything = ordered
    if filter.terms:
        found = Register(ordered, same).entries()
        selected = tuple(entry.claim.id for entry in found if filter.matches(entry))
        ordered = _needed_by(frozenset(selected), ordered)
    else:
        selected = tuple(claim.id for claim in ordered.claims)
    return Dossier(
        records=ordered,
        selected=selected,
        filter=filter.text,
        tool=tool,
        scales=scales,
        confidential=include_confidential,
        desk=desk or Desk(),
        language=language,
        everything=everything,
        voices=same,
        withheld=_judged(records) - _judged(everything),
    )


def _judged(records: Records) -> int:
    return len(records.assessments) + len(records.settlements)


def _needed_by(selected: frozenset[ClaimId], records: Records) -> Records:
    claims = _joined_to(selected, records)
    ids = {claim.id for claim in claims}
    sources = _with_same_voice(
        set(chain.from_iterable((c.source_id, *c.attribution.chain) for c in claims)),
        voices(records),
    )
    sources = _with_candidates(sources, records)
    links = tuple(link for link in records.fact_check_links if link.claim_id in ids)
    checks = {link.fact_check_id for link in links}
    articles = {claim.article_id for claim in claims} | {
        s.article_id for s in records.sources if s.id in sources and s.article_id
    }
    articles = _with_earlier(articles, records)
    sources |= {a.outlet_id for a in records.articles if a.id in articles}
    sources |= {s.outlet_id for s in records.sources if s.id in sources and s.outlet_id}
    return Records(
        articles=tuple(a for a in records.articles if a.id in articles),
        sources=tuple(s for s in records.sources if s.id in sources),
        source_links=tuple(
            s for s in records.source_links if s.source_id in sources and s.other_id in sources
        ),
        claims=claims,
        corroborations=tuple(
            c for c in records.corroborations if c.claim_id in ids and c.other_id in ids
        ),
        assertions=tuple(a for a in records.assertions if ids.issuperset(a.claim_ids)),
        assessments=tuple(a for a in records.assessments if a.claim_id in ids),
        assignments=tuple(a for a in records.assignments if a.claim_id in ids),
        settlements=tuple(s for s in records.settlements if s.claim_id in ids),
        fact_checks=tuple(c for c in records.fact_checks if c.id in checks),
        fact_check_links=links,
    )


def _joined_to(selected: frozenset[ClaimId], records: Records) -> tuple[Claim, ...]:
    ids = set(selected)
    for assertion in records.assertions:
        if not selected.isdisjoint(assertion.claim_ids):
            ids.update(assertion.claim_ids)
    for corroboration in records.corroborations:
        ends = {corroboration.claim_id, corroboration.other_id}
        if corroboration.relation is not Relation.UNRELATED and not selected.isdisjoint(ends):
            ids |= ends
    return tuple(claim for claim in records.claims if claim.id in ids)


def _with_earlier(articles: set[ArticleId], records: Records) -> set[ArticleId]:
    """Return the articles and all those that they are later versions of."""
    earlier = {a.id: a.previous_id for a in records.articles if a.previous_id}
    found: set[ArticleId] = set()
    for article_id in articles:
        version: ArticleId | None = article_id
        while version is not None and version not in found:
            found.add(version)
            version = earlier.get(version)
    return found


def _with_candidates(cited: set[SourceId], records: Records) -> set[SourceId]:
    candidates = {source.id: source.candidate_ids for source in records.sources}
    found: set[SourceId] = set()
    waiting = list(cited)
    while waiting:
        source_id = waiting.pop()
        if source_id not in found:
            found.add(source_id)
            waiting.extend(candidates.get(source_id, ()))
    return found


def _with_same_voice(cited: set[SourceId], joined: Mapping[SourceId, SourceId]) -> set[SourceId]:
    wanted = {joined[source] for source in cited if source in joined}
    return cited | {source for source, voice in joined.items() if voice in wanted}
