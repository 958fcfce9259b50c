"""How well the likelihoods that reviewers gave before a verdict fit what became of the claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from tracker.credibility.ledger import Ledger
from tracker.model import Assessment, Claim, ClaimId, Likelihood

#: Forecasts below which no score is told.
FEWEST_FORECASTS = 20


@frozen(kw_only=True)
class Bin:
    """The forecasts that used one term.

    Attributes:
        likelihood: the term.
        forecasts: how many used it.
        borne_out: how many of those proved right.
    """

    likelihood: Likelihood
    forecasts: int
    borne_out: int


@frozen(kw_only=True)
class Calibration:
    """One reviewer's forecasts against what became of them.

    Attributes:
        reviewer: who gave the likelihoods.
        forecasts: how many were given before the verdict they are held against, one for each
            assertion.
        open: how many wait for a verdict.
        brier: mean squared distance of the probability from the outcome (0 perfect, 0.25 that of
            always saying even, 1 always wrong); None below :data:`FEWEST_FORECASTS`.
        bins: the forecasts by their term.
    """

    reviewer: str
    forecasts: int
    open: int
    brier: float | None
    bins: tuple[Bin, ...]


def calibrations(
    assessments: Iterable[Assessment], claims: Mapping[ClaimId, Claim], known: Ledger
) -> tuple[Calibration, ...]:
    """Return the calibration of every reviewer who gave a likelihood, by name.

    Of several likelihoods that one reviewer gave to claims of one assertion, the last before the
    verdict counts. The score is G. Brier's, "Verification of forecasts expressed in terms of
    probability", *Monthly Weather Review* 78 (1950), in its form for two outcomes; a term stands
    for the middle of its range.
    """
    last: defaultdict[str, dict[str, Assessment]] = defaultdict(dict)
    for assessment in assessments:
        claim = claims.get(assessment.claim_id)
        if claim is None or assessment.likelihood is None or _too_late(assessment, known):
            continue
        held = last[assessment.reviewer].setdefault(known.event(claim), assessment)
        if _said(assessment) > _said(held):
            last[assessment.reviewer][known.event(claim)] = assessment
    return tuple(_calibration(name, last[name].values(), claims, known) for name in sorted(last))


def _said(assessment: Assessment) -> float:
    return (assessment.likelihood_at or assessment.assessed_at).timestamp()


def _too_late(assessment: Assessment, known: Ledger) -> bool:
    assertion = known.assertion_of.get(assessment.claim_id)
    ruling = assertion.ruling if assertion else None
    return ruling is not None and _said(assessment) >= ruling.decided_at.timestamp()


def _calibration(
    reviewer: str,
    given: Iterable[Assessment],
    claims: Mapping[ClaimId, Claim],
    known: Ledger,
) -> Calibration:
    pairs: list[tuple[Likelihood, bool]] = []
    waiting = 0
    for assessment in given:
        right = known.outcome(claims[assessment.claim_id])
        if right is None:
            waiting += 1
        elif assessment.likelihood is not None:
            pairs.append((assessment.likelihood, right))
    enough = len(pairs) >= FEWEST_FORECASTS
    return Calibration(
        reviewer=reviewer,
        forecasts=len(pairs),
        open=waiting,
        brier=brier((term.probability, right) for term, right in pairs) if enough else None,
        bins=tuple(
            Bin(likelihood=term, forecasts=len(rights), borne_out=sum(rights))
            for term in Likelihood
            if (rights := [right for used, right in pairs if used is term])
        ),
    )


def brier(forecasts: Iterable[tuple[float, bool]]) -> float:
    """Return the mean squared distance of probabilities (0-1) from outcomes.

    Raises:
        ZeroDivisionError: when there is no forecast.
    """
    distances = [(probability - right) ** 2 for probability, right in forecasts]
    return sum(distances) / len(distances)
