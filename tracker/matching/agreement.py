"""How likely two texts about one event agree, from the score, the wording and the signals.

A logistic model. ``python -m tests.bench.fit_agreement`` fits its weights on the train split of
the ANS pairs (human paraphrases and contradictions of Arabic headlines) and prints them. It orders
pairs for a reviewer; which relation is suggested follows from rules, not from this number.
"""

from collections.abc import Mapping
from math import exp

from tracker.matching.match_text import MatchText
from tracker.matching.reading import read
from tracker.matching.wording import aligned, containment
from tracker.model import Candidate, Stance

#: Feature → weight; ``warns:`` and ``supports:`` are signals of that stance.
WEIGHTS: Mapping[str, float] = {
    "constant": 0.16,
    "containment": -1.98,
    "our_length": 0.41,
    "our_rest": -2.2,
    "our_rest_share": -0.78,
    "score": -1.51,
    "score_squared": 0.99,
    "supports:actor": 0.23,
    "supports:day": 0.68,
    "supports:number": 0.3,
    "supports:place": 0.12,
    "their_length": 2.17,
    "their_rest": -0.44,
    "their_rest_share": -1.25,
    "warns:agency": 0.28,
    "warns:day": -1.36,
    "warns:denial": -2.71,
    "warns:number": -2.35,
    "warns:opposite": -3.3,
    "warns:place": -2.83,
    "warns:reprint": -0.77,
    "warns:roles": -0.98,
}


def features(ours: MatchText, theirs: MatchText, candidate: Candidate) -> dict[str, float]:
    """Return what the model looks at.

    Args:
        ours: the claim in hand.
        theirs: the other claim.
        candidate: ``theirs`` as seen from ``ours``.
    """
    us, them = read(ours), read(theirs)
    shared = len(aligned(us, them))
    our_rest, their_rest = len(us.telling) - shared, len(them.telling) - shared
    found = {
        "constant": 1.0,
        "score": candidate.score,
        "score_squared": candidate.score**2,
        "containment": containment(us, them),
        "our_rest": our_rest / 10,
        "their_rest": their_rest / 10,
        "our_rest_share": our_rest / max(len(us.telling), 1),
        "their_rest_share": their_rest / max(len(them.telling), 1),
        "our_length": len(us.telling) / 10,
        "their_length": len(them.telling) / 10,
    }
    for signal in candidate.signals:
        if signal.stance is not Stance.NOTES and signal.name != "words":
            found[f"{signal.stance.value}:{signal.name}"] = 1.0
    return found


def agreement(ours: MatchText, theirs: MatchText, candidate: Candidate) -> float:
    """Return how likely the two texts agree (0-1), given that they are about one event.

    Args:
        ours: the claim in hand.
        theirs: the other claim.
        candidate: ``theirs`` as seen from ``ours``.
    """
    found = features(ours, theirs, candidate)
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-total))
