"""Judgements as the JSON objects that commands print: ratings, relations, identities, matches."""

from tracker.model import Assessment, Candidate, Corroboration, FactCheck, FactCheckLink, SourceLink

JsonObject = dict[str, object]


def assessment_shape(assessment: Assessment) -> JsonObject:
    """Return a rating; an axis nobody judged, and one judged F or 6, keep apart: null and F."""
    return {
        "id": assessment.id,
        "version": assessment.version,
        "claim_id": assessment.claim_id,
        "reviewer": assessment.reviewer,
        "assessed_at": assessment.assessed_at.isoformat(),
        "reliability": assessment.reliability.value if assessment.reliability else None,
        "credibility": assessment.credibility.value if assessment.credibility else None,
        "confidence": assessment.confidence.value if assessment.confidence else None,
        "likelihood": assessment.likelihood.value if assessment.likelihood else None,
        "likelihood_at": assessment.likelihood_at.isoformat() if assessment.likelihood_at else None,
        "verdict": assessment.verdict.value if assessment.verdict else None,
        "rationale": assessment.rationale,
    }


def corroboration_shape(corroboration: Corroboration) -> JsonObject:
    """Return a judgement on two claims."""
    return {
        "id": corroboration.id,
        "version": corroboration.version,
        "claim_id": corroboration.claim_id,
        "other_id": corroboration.other_id,
        "relation": corroboration.relation.value,
        "dependence": corroboration.dependence.value,
        "score": corroboration.score,
        "note": corroboration.note,
        "reviewer": corroboration.reviewer,
        "decided_at": corroboration.decided_at.isoformat(),
    }


def source_link_shape(link: SourceLink) -> JsonObject:
    """Return a judgement on whether two sources are one voice."""
    return {
        "id": link.id,
        "version": link.version,
        "source_id": link.source_id,
        "other_id": link.other_id,
        "identity": link.identity.value,
        "basis": link.basis.value,
        "reason": link.reason,
        "reviewer": link.reviewer,
        "decided_at": link.decided_at.isoformat(),
    }


def fact_check_shape(check: FactCheck) -> JsonObject:
    """Return a fact-check that others published; what they did not state is null or empty."""
    return {
        "id": check.id,
        "version": check.version,
        "claim_reviewed": check.claim_reviewed,
        "title": check.title,
        "url": check.url,
        "publisher": check.publisher,
        "published": check.published.isoformat() if check.published else None,
        "language": check.language,
        "rating": check.rating,
        "claimant": check.claimant,
    }


def fact_check_link_shape(link: FactCheckLink) -> JsonObject:
    """Return a judgement on a claim and a fact-check."""
    return {
        "id": link.id,
        "version": link.version,
        "claim_id": link.claim_id,
        "fact_check_id": link.fact_check_id,
        "bearing": link.bearing.value,
        "score": link.score,
        "note": link.note,
        "reviewer": link.reviewer,
        "decided_at": link.decided_at.isoformat(),
    }


def candidate_shape(candidate: Candidate, id_name: str = "claim_id") -> JsonObject:
    """Return a candidate with its signals; score and agreement are 0-1 to four decimals.

    Signals are an object by name; a name that occurs twice has a list.
    """
    signals: dict[str, list[JsonObject]] = {}
    for signal in candidate.signals:
        shape: JsonObject = {
            "stance": signal.stance.value,
            "ours": signal.ours,
            "theirs": signal.theirs,
            "weight": round(signal.weight, 4),
        }
        signals.setdefault(signal.name, []).append(shape)
    return {
        id_name: candidate.claim_id,
        "score": round(candidate.score, 4),
        "agreement": None if candidate.agreement is None else round(candidate.agreement, 4),
        "suggestion": candidate.suggestion.value,
        "signals": signals,
    }
