"""Where the rating of a claim by more than one reviewer stands."""

from collections.abc import Collection, Sequence
from enum import Enum

from tracker.model import Assessment, Settlement

#: The axes on which two reviewers can disagree about a claim.
AXES = ("credibility", "reliability", "verdict")


class Adjudication(Enum):
    """How far reviewers have come with a claim; the states of INCEpTION's curation."""

    INCOMPLETE = "incomplete"
    DISAGREE = "disagree"
    AGREE = "agree"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


def rated(assessment: Assessment) -> bool:
    """Return whether an assessment rates the source or the information."""
    return bool(assessment.credibility or assessment.reliability)


def differing(assessments: Sequence[Assessment]) -> tuple[str, ...]:
    """Return the axes on which reviewers put one claim in different places.

    An axis counts where two of them gave a value; that something cannot be judged is a value.
    """
    return tuple(
        axis
        for axis in AXES
        if len({getattr(assessment, axis) for assessment in assessments} - {None}) > 1
    )


def adjudication(
    assessments: Sequence[Assessment],
    assigned: Collection[str] = (),
    settlement: Settlement | None = None,
) -> Adjudication | None:
    """Return where the ratings of one claim stand, None where no second one is wanted.

    Args:
        assessments: the assessments of the claim, one a reviewer.
        assigned: the reviewers who were asked to rate it.
        settlement: how the desk settled it, None while it did not.
    """
    if settlement is not None:
        return Adjudication.ACCEPTED if settlement.accepted else Adjudication.REJECTED
    given = {one.reviewer for one in assessments if rated(one)}
    if not set(assigned) <= given:
        return Adjudication.INCOMPLETE
    if len(assessments) < 2:
        return None
    return Adjudication.DISAGREE if differing(assessments) else Adjudication.AGREE
