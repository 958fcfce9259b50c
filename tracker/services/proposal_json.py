"""A proposal as the plain dictionary that ``tracker propose --json`` prints."""

from collections.abc import Iterable, Mapping

from tracker.model import Proposal, ProposedAttribution, ProposedClaim, ProposedSource, Span
from tracker.services.explaining import Grounds
from tracker.text.details import Detail

SCHEMA_VERSION = 1

Json = dict[str, object]


def _place(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def _attribution(proposal: Proposal, one: ProposedAttribution) -> Json:
    kinds = {source.id: source.kind.value for source in proposal.sources}
    return {
        "id": one.id,
        "cue": _place(one.cue.span),
        "source": _place(one.cue.mention),
        "via": _place(one.cue.via),
        "kind": kinds[one.source_id],
        "source_id": one.source_id,
        "verb": one.cue.verb,
        "delivery": one.delivery.value,
        "hedging": one.cue.hedging,
        "anaphoric": one.anaphoric,
        "chain": list(one.chain),
        "reasons": list(one.reasons),
    }


def _source(one: ProposedSource) -> Json:
    stands = one.affiliation
    return {
        "id": one.id,
        "label": one.label,
        "kind": one.kind.value,
        "outlet": one.outlet,
        "affiliation": {"entity": stands.entity, "relation": stands.relation} if stands else None,
        "candidate_same_as": list(one.candidate_same_as),
        "role": one.role,
        "basis": one.basis,
        "anonymity_reason": one.anonymity_reason,
    }


def detail_to_json(text: str, one: Detail) -> Json:
    """Return one thing that a claim of ``text`` names, as plain values."""
    return {
        "kind": one.kind.value,
        "value": one.value,
        "text": one.span.slice(text),
        "start": one.span.start,
        "end": one.span.end,
    }


def _claim(proposal: Proposal, one: ProposedClaim, attribution: ProposedAttribution | None) -> Json:
    charge = one.allegation
    return {
        "id": one.id,
        "spans": [_place(span) for span in one.spans],
        "shared": [_place(span) for span in one.shared],
        "attribution": attribution.id if attribution else None,
        "source_id": attribution.source_id if attribution else proposal.sources[0].id,
        "allegation": {"accuser": charge.accuser, "cue": _place(charge.cue)} if charge else None,
        "reasons": list(one.reasons),
    }


def grounds_to_json(grounds: Iterable[Grounds]) -> list[Json]:
    """Return why each proposal was made, as plain values."""
    return [
        {
            "proposal": one.proposal,
            "reason": one.reason,
            "row": {
                "table": one.place.table,
                "line": one.place.line,
                "row": one.place.row,
                "gloss": one.place.gloss,
            }
            if one.place
            else None,
        }
        for one in grounds
    ]


def proposal_to_json(
    proposal: Proposal, text: str = "", details: Mapping[str, Iterable[Detail]] | None = None
) -> Json:
    """Return ``proposal`` as plain values; offsets count code points, end exclusive.

    Args:
        proposal: what was proposed.
        text: the article.
        details: what each claim names, by the claim's identifier; left out when None.
    """
    found = {
        key: {"details": [detail_to_json(text, one) for one in ones]}
        for key, ones in (details or {}).items()
    }
    by_cue = {one.cue.span: one for one in proposal.attributions}
    return {
        "schema_version": SCHEMA_VERSION,
        "language": proposal.language,
        "segments": [
            {"kind": one.kind.value, "start": one.span.start, "end": one.span.end}
            for one in proposal.segments
        ],
        "attributions": [_attribution(proposal, one) for one in proposal.attributions],
        "sources": [_source(one) for one in proposal.sources],
        "claims": [
            _claim(proposal, one, by_cue[one.cue.span] if one.cue else None) | found.get(one.id, {})
            for one in proposal.claims
        ],
    }
