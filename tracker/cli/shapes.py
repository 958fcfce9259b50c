"""Records as the JSON objects that commands print. Their fields are a contract: see docs/json.md.

Offsets count code points of the article's text, end exclusive; times are ISO 8601 in UTC.
"""

from collections.abc import Iterable

from attrs import frozen

from tracker.cli.judgement_shapes import (
    JsonObject,
    assessment_shape,
    corroboration_shape,
    fact_check_link_shape,
    fact_check_shape,
    source_link_shape,
)
from tracker.cli.origin_shape import origin_shape
from tracker.cli.standing_shapes import (
    assignment_shape,
    profile_shape,
    record_facts,
    settlement_shape,
    standing_shape,
)
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Assignment,
    Attribution,
    Change,
    Claim,
    Commit,
    Corroboration,
    FactCheck,
    FactCheckLink,
    Passage,
    Settlement,
    Source,
    SourceId,
    SourceLink,
    Span,
    TrackRecord,
)
from tracker.services.reading import assertion_of, progress_of
from tracker.services.standing import origins_of
from tracker.store import Store


def span_shape(span: Span | None) -> JsonObject | None:
    """Return ``{"start", "end"}``, None for no span."""
    return {"start": span.start, "end": span.end} if span else None


def spans_shape(spans: Iterable[Span]) -> list[JsonObject]:
    """Return a list of ``{"start", "end"}``."""
    return [{"start": span.start, "end": span.end} for span in spans]


@frozen
class Shapes:
    """Makes the shapes of a store's records, naming the sources that they point to."""

    store: Store

    def source_name(self, source_id: SourceId | None) -> JsonObject | None:
        """Return a source as others point to it: ``{"id", "label", "kind"}``."""
        if source_id is None:
            return None
        source = self.store.get(Source, source_id)
        return {"id": source.id, "label": source.label, "kind": source.kind.value}

    def article(self, article: Article) -> JsonObject:
        """Return an article without its text, with how far its review is."""
        progress = progress_of(self.store.find(Claim, "article_id", article.id))
        return {
            "id": article.id,
            "version": article.version,
            "title": article.title,
            "outlet": self.source_name(article.outlet_id),
            "published": article.published.isoformat() if article.published else None,
            "language": article.language,
            "origin": article.origin,
            "url": article.url,
            "sha256": article.sha256,
            "guesses": list(article.guesses),
            **origin_shape(article),
            "added_at": article.added_at.isoformat(),
            "added_by": article.added_by,
            "claims": {
                "proposed": progress.proposed,
                "accepted": progress.accepted,
                "rejected": progress.rejected,
                "total": progress.total,
            },
        }

    def claim(self, claim: Claim) -> JsonObject:
        """Return a claim with its source by name and the assertion it belongs to."""
        assertion = assertion_of(self.store, claim.id)
        return {
            "id": claim.id,
            "version": claim.version,
            "article_id": claim.article_id,
            "state": claim.state.value,
            "spans": spans_shape(claim.spans),
            "quote": claim.quote,
            "shared": spans_shape(claim.shared),
            "shared_quote": claim.shared_quote,
            "wording": claim.wording,
            "gloss": claim.gloss,
            "note": claim.note,
            "source": self.source_name(claim.source_id),
            "attribution": _attribution(claim.attribution),
            "allegation": {
                "accuser": claim.allegation.accuser,
                "cue": span_shape(claim.allegation.cue),
            }
            if claim.allegation
            else None,
            "reasons": list(claim.reasons),
            "assertion_id": assertion.id if assertion else None,
            "verdict": assertion.verdict.value if assertion else None,
        }

    def source(self, source: Source) -> JsonObject:
        """Return a source. What was noted about it in confidence is never part of it."""
        affiliation = source.affiliation
        return {
            "id": source.id,
            "version": source.version,
            "kind": source.kind.value,
            "label": source.label,
            "gloss": source.gloss,
            "outlet": self.source_name(source.outlet_id),
            "article_id": source.article_id,
            "affiliation": {"entity": affiliation.entity, "relation": affiliation.relation}
            if affiliation
            else None,
            "aliases": list(source.aliases),
            "profile": profile_shape(source.profile),
            "candidate_ids": list(source.candidate_ids),
            "claims": len(self.store.find(Claim, "source_id", source.id)),
        }

    def assertion(self, assertion: Assertion) -> JsonObject:
        """Return an assertion with its verdict and who gave it."""
        ruling = assertion.ruling
        return {
            "id": assertion.id,
            "version": assertion.version,
            "wording": assertion.wording,
            "claim_ids": list(assertion.claim_ids),
            "verdict": assertion.verdict.value,
            "ruling": {
                "verdict": ruling.verdict.value,
                "reviewer": ruling.reviewer,
                "decided_at": ruling.decided_at.isoformat(),
                "rationale": ruling.rationale,
                "evidence": list(ruling.evidence),
            }
            if ruling
            else None,
            "standing": standing_shape(origins_of(self.store, assertion)),
        }

    def record(self, record: TrackRecord) -> JsonObject:
        """Return a track record, with the source by name."""
        return {"source": self.source_name(record.source_id), **record_facts(record)}

    def any_record(self, entity: object) -> JsonObject:
        """Return the shape of a record of whatever kind.

        Raises:
            TypeError: when it is no record.
        """
        match entity:
            case Article():
                return self.article(entity)
            case Claim():
                return self.claim(entity)
            case Source():
                return self.source(entity)
            case Assertion():
                return self.assertion(entity)
            case Assessment():
                return assessment_shape(entity)
            case Corroboration():
                return corroboration_shape(entity)
            case SourceLink():
                return source_link_shape(entity)
            case Assignment():
                return assignment_shape(entity)
            case Settlement():
                return settlement_shape(entity)
            case FactCheck():
                return fact_check_shape(entity)
            case FactCheckLink():
                return fact_check_link_shape(entity)
            case _:
                raise TypeError(type(entity))


def _attribution(attribution: Attribution) -> JsonObject:
    return {
        "cue": span_shape(attribution.cue),
        "mention": span_shape(attribution.mention),
        "via": span_shape(attribution.via),
        "verb": attribution.verb,
        "delivery": attribution.delivery.value,
        "hedging": attribution.hedging,
        "chain": list(attribution.chain),
        "anaphoric": attribution.anaphoric,
        "reasons": list(attribution.reasons),
    }


def passage_shape(passage: Passage) -> JsonObject:
    """Return ``{"kind", "start", "end"}``."""
    return {"kind": passage.kind.value, "start": passage.span.start, "end": passage.span.end}


def commit_shape(commit: Commit) -> JsonObject:
    """Return a change set as the history lists it."""
    changeset = commit.changeset
    return {
        "sequence": commit.sequence,
        "id": changeset.id,
        "at": changeset.at.isoformat(),
        "reviewer": changeset.reviewer,
        "action": changeset.action.value,
        "label": changeset.label,
        "reverts": changeset.reverts,
        "hash": commit.hash,
        "changes": [_change(change) for change in changeset.changes],
    }


def _change(change: Change) -> JsonObject:
    return {
        "kind": change.kind,
        "id": change.entity.id,
        "version": change.entity.version,
        "what": deed(change),
    }


def deed(change: Change) -> str:
    """Return whether a change ``created``, ``replaced`` or ``deleted`` its record."""
    if change.before is None:
        return "created"
    return "replaced" if change.after else "deleted"
