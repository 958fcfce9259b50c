"""What stands behind a claim as the JSON objects that commands print: origins, records, ratings."""

from collections.abc import Iterable

from tracker.cli.judgement_shapes import JsonObject, assessment_shape
from tracker.credibility import (
    SAMPLE_SENTENCE,
    Agreement,
    Calibration,
    Diagonal,
    Origins,
    Outcome,
    Report,
    Strand,
    VerdictProposal,
)
from tracker.model import Assignment, Profile, Settlement, TrackRecord
from tracker.services.adjudicating import Case
from tracker.services.identifying import Suggestion


def standing_shape(behind: Origins) -> JsonObject:
    """Return reports, outlets and origins."""
    return {
        "reports": behind.reports,
        "outlets": behind.outlets,
        "origins": behind.origins,
        "origins_unknown": behind.unknown,
    }


def tree_shape(strands: Iterable[Strand]) -> list[JsonObject]:
    """Return the chain of transmission, one tree for each origin."""
    return [{"counted": one.counted, "first": _report(one.first)} for one in strands]


def _report(report: Report) -> JsonObject:
    return {
        "claim_id": report.claim_id,
        "how": report.how,
        "followers": [_report(follower) for follower in report.followers],
    }


def proposal_shape(proposal: VerdictProposal) -> JsonObject:
    """Return the verdict that a rule suggests, with the rule."""
    return {"verdict": proposal.verdict.value, "reason": proposal.reason}


def profile_shape(profile: Profile) -> JsonObject:
    """Return what an article says of a source."""
    return {
        "number": profile.number,
        "role": profile.role,
        "place": profile.place,
        "beat": profile.beat,
        "reporter": profile.reporter,
        "distance": profile.distance.value,
        "position_to_know": profile.position_to_know,
        "anonymity_reason": profile.anonymity_reason,
        "motive": profile.motive,
        "known_to": profile.known_to.value,
    }


def suggestion_shape(suggestion: Suggestion) -> JsonObject:
    """Return another source that may be the same voice, with what speaks for it."""
    source = suggestion.source
    return {
        "source": {"id": source.id, "label": source.label, "kind": source.kind.value},
        "reasons": list(suggestion.likeness.reasons),
    }


def record_facts(record: TrackRecord) -> JsonObject:
    """Return a track record without the name of its source."""
    return {
        "voices": record.voices,
        "cited": record.cited,
        "borne_out": record.borne_out,
        "refuted": record.refuted,
        "resolved": record.resolved,
        "open": record.open,
        "contradicted": record.contradicted,
        "mean": record.mean,
        "interval": {
            "low": record.interval.low,
            "high": record.interval.high,
            "level": record.interval.level,
        },
        "letter": record.letter.value,
        "half_life_days": record.weighing.half_life_days,
        "shrinkage": record.weighing.shrinkage,
        "weight": record.weight,
        "drawn_to": record.drawn_to,
        "caution": SAMPLE_SENTENCE,
    }


def outcome_shape(outcome: Outcome) -> JsonObject:
    """Return a settled event."""
    return {
        "assertion_id": outcome.event,
        "borne_out": outcome.borne_out,
        "day": outcome.day.isoformat() if outcome.day else None,
    }


def agreement_shape(agreement: Agreement) -> JsonObject:
    """Return the agreement on one axis."""
    return {
        "axis": agreement.axis,
        "alpha": agreement.alpha,
        "raw": agreement.raw,
        "used": agreement.used,
        "total": agreement.total,
    }


def diagonal_shape(diagonal: Diagonal) -> JsonObject:
    """Return how often a reviewer's two ratings went together."""
    return {
        "reviewer": diagonal.reviewer,
        "on_diagonal": diagonal.on_it,
        "ratings": diagonal.ratings,
        "warning": diagonal.warns,
    }


def calibration_shape(calibration: Calibration) -> JsonObject:
    """Return how a reviewer's likelihoods fit what became of the claims."""
    return {
        "reviewer": calibration.reviewer,
        "forecasts": calibration.forecasts,
        "open": calibration.open,
        "brier": calibration.brier,
        "terms": [
            {
                "likelihood": one.likelihood.value,
                "percent": list(one.likelihood.percent),
                "forecasts": one.forecasts,
                "borne_out": one.borne_out,
            }
            for one in calibration.bins
        ],
    }


def assignment_shape(assignment: Assignment) -> JsonObject:
    """Return who was asked to rate a claim."""
    return {
        "id": assignment.id,
        "version": assignment.version,
        "claim_id": assignment.claim_id,
        "reviewer": assignment.reviewer,
        "assigned_by": assignment.assigned_by,
        "assigned_at": assignment.assigned_at.isoformat(),
    }


def settlement_shape(settlement: Settlement) -> JsonObject:
    """Return how the desk settled the ratings of a claim."""
    return {
        "id": settlement.id,
        "version": settlement.version,
        "claim_id": settlement.claim_id,
        "accepted": settlement.accepted,
        "reliability": settlement.reliability.value if settlement.reliability else None,
        "credibility": settlement.credibility.value if settlement.credibility else None,
        "reviewer": settlement.reviewer,
        "settled_at": settlement.settled_at.isoformat(),
        "rationale": settlement.rationale,
    }


def case_shape(case: Case, *, hidden: bool) -> JsonObject:
    """Return where the ratings of a claim stand; hidden ones are null."""
    return {
        "claim_id": case.claim.id,
        "state": case.state.value,
        "axes": None if hidden else list(case.axes),
        "missing": list(case.missing),
        "assessments": None if hidden else [assessment_shape(one) for one in case.assessments],
        "settlement": settlement_shape(case.settlement) if case.settlement else None,
    }
