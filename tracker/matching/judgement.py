"""From a score and signals to a proposal. It suggests; only a reviewer's key decides."""

from tracker.matching.match_text import MatchText
from tracker.matching.provenance import provenance
from tracker.matching.reading import read
from tracker.matching.signals import strongest_first
from tracker.matching.wording import reprint, shared_words
from tracker.model import Candidate, ClaimId, Relation, Signal

#: From this score on, two texts are likelier than not about one event. Fitted on ANS train.
SAME_EVENT = 0.5


def candidate(ours: MatchText, theirs: MatchText, score: float) -> Candidate:
    """Return ``theirs`` as a candidate for ``ours``, with its signals and a suggestion."""
    us, them = read(ours), read(theirs)
    signals = strongest_first(
        (*shared_words(us, them, score), *reprint(us, them), *provenance(us, them))
    )
    return Candidate(
        claim_id=ClaimId(theirs.id),
        score=score,
        suggestion=suggestion(score, signals),
        signals=signals,
    )


def suggestion(score: float, signals: tuple[Signal, ...]) -> Relation:
    """Return the relation that a score and its signals point to.

    A near-verbatim text is suggested as the same origin, never as corroboration.
    """
    names = {signal.name for signal in signals}
    if "reprint" in names:
        return Relation.SAME_ORIGIN
    return Relation.CORROBORATES if score >= SAME_EVENT else Relation.RELATED
