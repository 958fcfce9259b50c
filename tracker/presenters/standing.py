"""Where a claim stands: one symbol, one word and one tone for its state, ratings and verdict."""

from collections.abc import Sequence
from enum import Enum

from tracker.model import Assessment, Claim, ClaimState, Verdict
from tracker.presenters.tones import Tone
from tracker.services.reading import assertion_of
from tracker.store import Store


class Standing(Enum):
    """How far the work on a claim is; the symbol says it without any colour."""

    PROPOSED = ("○", "proposed", Tone.WARN)
    ACCEPTED = ("●", "accepted", Tone.GOOD)
    RATED = ("◐", "rated", Tone.ACCENT)
    SETTLED = ("✔", "settled", Tone.GOOD)
    REJECTED = ("✗", "rejected", Tone.MUTED)
    DISAGREED = ("!", "disagreement", Tone.BAD)

    def __init__(self, symbol: str, word: str, tone: Tone) -> None:
        self.symbol = symbol
        self.word = word
        self.tone = tone


_SETTLING = frozenset(Verdict) - {Verdict.UNVERIFIED}


def standing_of(store: Store, claim: Claim) -> Standing:
    """Return where a claim stands.

    A verdict other than ``unverified`` settles it; without one, two reviewers who rated it apart
    make it a disagreement.
    """
    if claim.state is ClaimState.REJECTED:
        return Standing.REJECTED
    assertion = assertion_of(store, claim.id)
    if assertion and assertion.verdict in _SETTLING:
        return Standing.SETTLED
    assessments = store.find(Assessment, "claim_id", claim.id)
    if disagree(assessments):
        return Standing.DISAGREED
    if claim.state is ClaimState.PROPOSED:
        return Standing.PROPOSED
    return Standing.RATED if assessments else Standing.ACCEPTED


def disagree(assessments: Sequence[Assessment]) -> bool:
    """Return whether two reviewers put one claim in different places on any axis they share."""
    for axis in ("reliability", "credibility", "verdict"):
        values = {getattr(assessment, axis) for assessment in assessments} - {None}
        if len(values) > 1:
            return True
    return False
