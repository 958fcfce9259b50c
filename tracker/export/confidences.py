"""What stays with the desk unless it is asked for by name, and what a reviewer may not see yet."""

from attrs import evolve

from tracker.credibility import rated
from tracker.export.dossier import Records
from tracker.model import ClaimId, Source, SourceId, SourceLink


def without_confidences(records: Records) -> Records:
    """Return ``records`` without what would give a source away.

    That is what reviewers noted in confidence, and whatever may name who is unnamed in the
    articles: other names of an anonymous source, the named ones that it may be, and judgements on
    whether it is the same voice as one that has a name.
    """
    unnamed = {source.id for source in records.sources if source.kind.anonymous}
    return evolve(
        records,
        sources=tuple(_bare(source, unnamed) for source in records.sources),
        source_links=tuple(k for k in records.source_links if not _names(k, unnamed)),
    )


def _bare(source: Source, unnamed: set[SourceId]) -> Source:
    if source.id not in unnamed:
        return evolve(source, confidential="") if source.confidential else source
    if not (source.confidential or source.aliases or source.candidate_ids):
        return source
    candidates = tuple(i for i in source.candidate_ids if i in unnamed)
    return evolve(source, confidential="", aliases=(), candidate_ids=candidates)


def _names(link: SourceLink, unnamed: set[SourceId]) -> bool:
    return (link.source_id in unnamed) != (link.other_id in unnamed)


def as_seen_by(records: Records, reviewer: str) -> Records:
    """Return ``records`` without what others rated of claims that ``reviewer`` has yet to rate.

    Whoever was asked for a rating gives it without seeing the others', nor how they were settled,
    nor who else has yet to rate.
    """
    waiting = awaited_from(records, reviewer)
    if not waiting:
        return records
    return evolve(
        records,
        assessments=tuple(
            a for a in records.assessments if a.claim_id not in waiting or a.reviewer == reviewer
        ),
        assignments=tuple(
            a for a in records.assignments if a.claim_id not in waiting or a.reviewer == reviewer
        ),
        settlements=tuple(s for s in records.settlements if s.claim_id not in waiting),
    )


def awaited_from(records: Records, reviewer: str) -> frozenset[ClaimId]:
    """Return the claims that ``reviewer`` was asked to rate and has not."""
    asked = {a.claim_id for a in records.assignments if a.reviewer == reviewer}
    done = {a.claim_id for a in records.assessments if a.reviewer == reviewer and rated(a)}
    return frozenset(asked - done)
