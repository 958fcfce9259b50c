"""Where a claim stands: one symbol, one word and one tone for its state, ratings and verdict."""

from enum import Enum

from tracker.credibility import Adjudication, adjudication
from tracker.model import Assessment, Claim, ClaimState, Verdict
from tracker.presenters.tones import Tone
from tracker.services.adjudicating import assignments_of, settlement_of
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

    A verdict other than ``unverified``, or the desk's own rating, settles it; without one, two
    reviewers who rated it apart make it a disagreement, once everybody asked has rated.
    """
    if claim.state is ClaimState.REJECTED:
        return Standing.REJECTED
    assertion = assertion_of(store, claim.id)
    if assertion and assertion.verdict in _SETTLING:
        return Standing.SETTLED
    assessments = store.find(Assessment, "claim_id", claim.id)
    asked = [assignment.reviewer for assignment in assignments_of(store, claim.id)]
    match adjudication(assessments, asked, settlement_of(store, claim.id)):
        case Adjudication.ACCEPTED | Adjudication.REJECTED:
            return Standing.SETTLED
        case Adjudication.DISAGREE:
            return Standing.DISAGREED
    if claim.state is ClaimState.PROPOSED:
        return Standing.PROPOSED
    return Standing.RATED if assessments else Standing.ACCEPTED
