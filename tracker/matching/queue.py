"""Which pairs of claims are worth a reviewer's time first."""

from tracker.model import Candidate, Relation

#: Score at which a pair is as likely about one event as not; certainty on either side needs no
#: reviewer as urgently. Fitted on ANS train.
_UNCERTAIN = 0.5


def pair_value(candidate: Candidate, *, origins: int = 1, stakes: float = 0.5) -> float:
    """Return how much a reviewer's decision on this pair is worth (0-1).

    The value is the chance that deciding changes what the desk knows: the score (is it the same
    event at all), times what a yes would bring.

    Args:
        candidate: the pair as one claim sees it.
        origins: how many independent origins stand behind the claim so far.
        stakes: how much hangs on the claim (0-1), such as a claim waiting for a verdict.
    """
    names = {signal.name for signal in candidate.signals}
    gain = 1.0 / (1 + origins)
    if candidate.suggestion is Relation.SAME_ORIGIN or "source" in names:
        gain *= 0.5
    elif "outlet" in names:
        gain *= 0.75
    return candidate.score * gain * (0.5 + stakes / 2)
