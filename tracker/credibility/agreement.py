"""How far reviewers agree, always with how many claims that was computed from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from attrs import frozen

from tracker.model import (
    Assessment,
    ClaimId,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
    Verdict,
)

#: The axes of an assessment, each with its steps in order where it has one. F and 6 say that
#: nothing can be judged: they are no step of any order and count as not given.
ORDINAL: dict[str, tuple[object, ...]] = {
    "credibility": tuple(g for g in Credibility if g is not Credibility.CANNOT_BE_JUDGED),
    "reliability": tuple(g for g in Reliability if g is not Reliability.F),
    "confidence": tuple(Confidence),
    "likelihood": tuple(Likelihood),
}
NOMINAL: dict[str, tuple[object, ...]] = {"verdict": tuple(Verdict)}

#: The ratings that one scale copied from the other would give.
DIAGONAL = frozenset(
    {
        (Reliability.A, Credibility.CONFIRMED),
        (Reliability.B, Credibility.PROBABLY_TRUE),
        (Reliability.C, Credibility.POSSIBLY_TRUE),
    }
)
#: Share of a reviewer's ratings on the diagonal from which a warning is due, and the number of
#: ratings from which the share says anything. In over 1,400 Army reports it was 0.87 (Baker,
#: McKendry and Mace 1968).
DIAGONAL_SHARE = 0.6
FEWEST_RATINGS = 10


@frozen(kw_only=True)
class Agreement:
    """How far reviewers agree on one axis.

    Attributes:
        axis: ``credibility``, ``reliability``, ``confidence``, ``likelihood`` or ``verdict``.
        alpha: Krippendorff's alpha (1 agreement, 0 chance); None where fewer than two claims were
            rated twice or all ratings are the same, so that chance cannot be told.
        raw: the share (0-1) of pairs of ratings of one claim that agree; None without any.
        used: claims that two or more reviewers gave a step of the axis.
        total: claims that anybody rated at all.
    """

    axis: str
    alpha: float | None
    raw: float | None
    used: int
    total: int


@frozen(kw_only=True)
class Diagonal:
    """How often one reviewer's two ratings of a claim were A1, B2 or C3.

    Attributes:
        reviewer: who rated.
        on_it: ratings on the diagonal.
        ratings: ratings with a letter from A to E and a number from 1 to 5.
    """

    reviewer: str
    on_it: int
    ratings: int

    @property
    def share(self) -> float:
        """The share (0-1) on the diagonal; 0 without ratings."""
        return self.on_it / self.ratings if self.ratings else 0.0

    @property
    def warns(self) -> bool:
        """Whether one rating seems to follow from the other."""
        return self.ratings >= FEWEST_RATINGS and self.share >= DIAGONAL_SHARE


def agreements(assessments: Iterable[Assessment]) -> tuple[Agreement, ...]:
    """Return the agreement on every axis, for ratings of whatever claims."""
    by_claim: defaultdict[ClaimId, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        by_claim[assessment.claim_id].append(assessment)
    rated = list(by_claim.values())
    return tuple(
        _agreement(axis, steps, rated, "ordinal" if axis in ORDINAL else "nominal")
        for axis, steps in (ORDINAL | NOMINAL).items()
    )


def _agreement(
    axis: str,
    steps: Sequence[object],
    rated: Iterable[Sequence[Assessment]],
    level: Literal["ordinal", "nominal"],
) -> Agreement:
    place = {step: number for number, step in enumerate(steps)}
    units = [
        [place[value] for one in claim if (value := getattr(one, axis)) in place] for claim in rated
    ]
    used = [unit for unit in units if len(unit) > 1]
    pairs = [one == other for unit in used for one, other in combinations(unit, 2)]
    return Agreement(
        axis=axis,
        alpha=alpha(used, len(steps), level),
        raw=sum(pairs) / len(pairs) if pairs else None,
        used=len(used),
        total=len(units),
    )


def alpha(
    units: Sequence[Sequence[int]], steps: int, level: Literal["ordinal", "nominal"]
) -> float | None:
    """Return Krippendorff's alpha of ``units``, None where it is not defined.

    K. Krippendorff, *Content Analysis* (2004), chapter 11; computed by the package krippendorff.

    Args:
        units: for each thing rated the places (from 0) of the steps it was given.
        steps: how many steps the scale has.
        level: whether steps have an order.
    """
    used = [unit for unit in units if len(unit) > 1]
    if len(used) < 2 or len({value for unit in used for value in unit}) < 2:
        return None
    # numpy takes longer to load than most commands to run.
    import krippendorff
    import numpy as np

    counts = np.array([[Counter(unit)[step] for step in range(steps)] for unit in used])
    found = krippendorff.alpha(
        value_counts=counts, value_domain=np.arange(steps), level_of_measurement=level
    )
    return float(found)


def diagonals(assessments: Iterable[Assessment]) -> tuple[Diagonal, ...]:
    """Return for each reviewer how often the two ratings were on the diagonal, by name."""
    ratings: Counter[str] = Counter()
    on_it: Counter[str] = Counter()
    for one in assessments:
        if one.reliability in ORDINAL["reliability"] and one.credibility in ORDINAL["credibility"]:
            ratings[one.reviewer] += 1
            on_it[one.reviewer] += (one.reliability, one.credibility) in DIAGONAL
    return tuple(
        Diagonal(reviewer=name, on_it=on_it[name], ratings=ratings[name])
        for name in sorted(ratings)
    )
