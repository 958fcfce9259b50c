"""JSON: one object with the claims, each with its source, article, ratings and relations."""

from collections.abc import Collection, Iterator

from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, Partner, entries
from tracker.export.json_text import listed
from tracker.export.others_checks import Checked
from tracker.export.plain import stamp
from tracker.model import (
    BLANK_PROFILE,
    Allegation,
    Article,
    Assessment,
    Assignment,
    Likelihood,
    Settlement,
    Source,
    Span,
)
from tracker.scales import Rating, Scales, scales_to_document


def write_json(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as one JSON object in UTF-8, indented; ``docs/exports.md`` lists fields."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": dossier.tool,
        "as_of": stamp(dossier.as_of),
        "filter": dossier.filter,
        "confidential": dossier.confidential,
        "scales": scales_to_document(dossier.scales),
    }
    yield from listed(head, "claims", (entry_document(e, dossier) for e in entries(dossier)))


def entry_document(entry: Entry, dossier: Dossier) -> dict[str, object]:
    """Return one claim as a dictionary of what JSON can hold. Ratings not given are null."""
    claim, scales = entry.claim, dossier.scales
    attribution = claim.attribution
    return {
        "id": claim.id,
        "state": claim.state.value,
        "quote": claim.quote,
        "spans": [_span(span) for span in claim.spans],
        "shared_quote": claim.shared_quote or None,
        "shared": [_span(span) for span in claim.shared],
        "wording": claim.wording or None,
        "gloss": claim.gloss or None,
        "note": claim.note or None,
        "allegation": _allegation(claim.allegation),
        "source": _source(entry.source, entry.vouching, confidential=dossier.confidential),
        "attribution": {
            "cue": _span(attribution.cue),
            "mention": _span(attribution.mention),
            "via": _span(attribution.via),
            "verb": attribution.verb or None,
            "anaphoric": attribution.anaphoric,
            "delivery": attribution.delivery.value,
            "hedging": attribution.hedging,
            "chain": list(attribution.chain),
        },
        "article": _article(entry.article, entry.outlet),
        "assessments": [_assessment(assessment, scales) for assessment in entry.assessments],
        "assignments": [_assignment(one, entry.awaited) for one in entry.assignments],
        "settlement": _settlement(entry.settlement, scales),
        "assertion": _assertion(entry, scales),
        "corroborations": [_partner(partner) for partner in entry.partners],
        "fact_checks": [_checked(checked) for checked in entry.fact_checks],
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def _allegation(allegation: Allegation | None) -> dict[str, object] | None:
    if allegation is None:
        return None
    return {"accuser": allegation.accuser or None, "cue": _span(allegation.cue)}


def _source(source: Source, vouching: Source | None, *, confidential: bool) -> dict[str, object]:
    affiliation, profile = source.affiliation, source.profile
    document: dict[str, object] = {
        "id": source.id,
        "label": source.label,
        "gloss": source.gloss or None,
        "kind": source.kind.value,
        "outlet": vouching.label if vouching else None,
        "aliases": list(source.aliases),
        "affiliation": {"entity": affiliation.entity, "relation": affiliation.relation}
        if affiliation
        else None,
        "profile": {
            "number": profile.number,
            "role": profile.role or None,
            "place": profile.place or None,
            "beat": profile.beat or None,
            "reporter": profile.reporter or None,
            "distance": profile.distance.value,
            "position_to_know": profile.position_to_know or None,
            "anonymity_reason": profile.anonymity_reason or None,
            "motive": profile.motive or None,
            "known_to": profile.known_to.value,
        }
        if profile != BLANK_PROFILE
        else None,
    }
    if confidential:
        document["confidential"] = source.confidential or None
    return document


def _article(article: Article, outlet: Source) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline or None,
        "outlet": outlet.label,
        "date": article.published.isoformat() if article.published else None,
        "language": article.language,
        "url": article.url or None,
        "sha256": article.sha256,
        "guesses": list(article.guesses),
        "check_original": article.check_original,
        "version_of": article.previous_id,
    }


def _rating(rating: Rating | None, scales: Scales) -> dict[str, str] | None:
    if rating is None:
        return None
    grade = scales.grade(rating)
    return {"code": grade.code, "en": grade.en, "ar": grade.ar}


def _likelihood(likelihood: Likelihood | None, scales: Scales) -> dict[str, object] | None:
    """Return a likelihood with the range (per cent) that its term stands for; null for none."""
    if likelihood is None:
        return None
    return {**(_rating(likelihood, scales) or {}), "percent": list(likelihood.percent)}


def _assignment(assignment: Assignment, awaited: Collection[str]) -> dict[str, object]:
    return {
        "reviewer": assignment.reviewer,
        "assigned_by": assignment.assigned_by,
        "assigned_at": assignment.assigned_at.isoformat(),
        "met": assignment.reviewer not in awaited,
    }


def _assessment(assessment: Assessment, scales: Scales) -> dict[str, object]:
    return {
        "reviewer": assessment.reviewer,
        "assessed_at": assessment.assessed_at.isoformat(),
        "reliability": _rating(assessment.reliability, scales),
        "credibility": _rating(assessment.credibility, scales),
        "confidence": _rating(assessment.confidence, scales),
        "likelihood": _likelihood(assessment.likelihood, scales),
        "likelihood_at": stamp(assessment.likelihood_at),
        "verdict": _rating(assessment.verdict, scales),
        "rationale": assessment.rationale or None,
    }


def _settlement(settlement: Settlement | None, scales: Scales) -> dict[str, object] | None:
    if settlement is None:
        return None
    return {
        "accepted": settlement.accepted,
        "reliability": _rating(settlement.reliability, scales),
        "credibility": _rating(settlement.credibility, scales),
        "reviewer": settlement.reviewer,
        "settled_at": settlement.settled_at.isoformat(),
        "rationale": settlement.rationale,
    }


def _assertion(entry: Entry, scales: Scales) -> dict[str, object]:
    assertion = entry.assertion
    ruling = entry.ruling
    return {
        "id": assertion.id if assertion else None,
        "wording": assertion.wording if assertion else None,
        "verdict": _rating(entry.verdict, scales),
        "reviewer": ruling.reviewer if ruling else None,
        "decided_at": ruling.decided_at.isoformat() if ruling else None,
        "rationale": (ruling.rationale or None) if ruling else None,
        "evidence": list(ruling.evidence) if ruling else [],
        "reports": entry.standing.reports,
        "outlets": entry.standing.outlets,
        "origins": entry.standing.origins,
        "origins_unknown": entry.standing.unknown,
    }


def _partner(partner: Partner) -> dict[str, object]:
    judged = partner.corroboration
    return {
        "claim": partner.claim.id,
        "quote": partner.claim.quote,
        "source": partner.source.label,
        "outlet": partner.outlet.label,
        "date": partner.article.published.isoformat() if partner.article.published else None,
        "relation": judged.relation.value,
        "dependence": judged.dependence.value,
        "note": judged.note or None,
        "reviewer": judged.reviewer,
        "decided_at": judged.decided_at.isoformat(),
    }


def _checked(checked: Checked) -> dict[str, object]:
    """Return a fact-check of others: the rating is a text of theirs, on no scale of the desk."""
    check, link = checked.check, checked.link
    return {
        "id": check.id,
        "claim_reviewed": check.claim_reviewed,
        "title": check.title or None,
        "url": check.url or None,
        "publisher": check.publisher or None,
        "date": check.published.isoformat() if check.published else None,
        "language": check.language or None,
        "rating": check.rating or None,
        "claimant": check.claimant or None,
        "note": link.note or None,
        "reviewer": link.reviewer,
        "decided_at": link.decided_at.isoformat(),
    }
