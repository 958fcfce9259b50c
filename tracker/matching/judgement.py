"""From a score and signals to a proposal. It suggests; only a reviewer's key decides."""

from collections.abc import Collection
from hashlib import sha256

from tracker.matching.agreement import agreement, features
from tracker.matching.match_text import MatchText
from tracker.matching.polarity import polarity
from tracker.matching.provenance import provenance
from tracker.matching.quantities import quantities
from tracker.matching.reading import read
from tracker.matching.roles import roles
from tracker.matching.signals import CLASHES, strongest_first
from tracker.matching.where_and_when import actors, days, places
from tracker.matching.wording import aligned, reprint, shared_words
from tracker.model import Candidate, ClaimId, Relation, Signal, Stance

#: Version of the matcher: raised whenever it finds other pairs or suggests other relations, so that
#: pairs set aside on its advice are asked again.
MATCHER = "2"
#: From this score, support added, two texts are taken to be about one event. Fitted on ANS train
#: with ``python -m tests.bench.fit_same_event``.
SAME_EVENT = 0.55
#: What each number, place, day or actor that both texts name adds to the score in that question.
SUPPORT = 0.12

_DIGEST = 16
_READERS = (reprint, quantities, polarity, roles, places, days, actors, provenance)


#: From this nearness of meaning (cosine) on it is given as a reason.
NEAR_MEANING = 0.5


def candidate(ours: MatchText, theirs: MatchText, score: float, nearness: float = 0.0) -> Candidate:
    """Return ``theirs`` as a candidate for ``ours``, with its signals and a suggestion.

    Args:
        ours: the claim in hand.
        theirs: the other text.
        score: how likely both speak of one event (0-1).
        nearness: how near their meanings are (0-1), 0 where that is not known.
    """
    us, them = read(ours), read(theirs)
    found = [signal for reader in _READERS for signal in reader(us, them)]
    if nearness >= NEAR_MEANING:
        found.append(Signal(name="meaning", stance=Stance.SUPPORTS, weight=nearness))
    shared = aligned(us, them)
    signals = strongest_first((*shared_words(us, them, score, shared), *found))
    alike = us.writing == them.writing
    return Candidate(
        claim_id=ClaimId(theirs.id),
        score=score,
        agreement=agreement(features(us, them, score, signals, len(shared))) if alike else None,
        suggestion=suggestion(score, signals),
        signals=signals,
    )


def fingerprint(ours: str, theirs: str) -> str:
    """Return what a judgement on two texts rests on: the matcher's version and their digest.

    The same whichever comes first.
    """
    digest = sha256("\n".join(sorted((ours, theirs))).encode("utf-8", "surrogatepass"))
    return f"{MATCHER} {digest.hexdigest()[:_DIGEST]}"


def suggestion(score: float, signals: Collection[Signal]) -> Relation:
    """Return the relation that a score and its signals point to.

    Texts that seem to tell of different events are merely related. Where they clash on number,
    denial, role, place, day or actor, they contradict each other. A near-verbatim text, or one
    resting on the same voice, is suggested as the same origin, never as corroboration.
    """
    warnings = {signal.name for signal in signals if signal.stance is Stance.WARNS}
    supports = [s for s in signals if s.stance is Stance.SUPPORTS and s.name in CLASHES]
    if score + SUPPORT * len(supports) < SAME_EVENT:
        return Relation.RELATED
    if warnings & CLASHES:
        return Relation.CONTRADICTS
    if warnings & {"reprint", "source"}:
        return Relation.SAME_ORIGIN
    return Relation.CORROBORATES
