"""How likely two texts about one event agree, from the score, the wording and the signals.

A logistic model. ``python -m tests.bench.fit_agreement`` fits its weights on the train split of
the ANS pairs (human paraphrases and contradictions of Arabic headlines) and prints them. It orders
pairs for a reviewer; which relation is suggested follows from rules, not from this number.
"""

from collections.abc import Iterable, Mapping
from math import exp

from tracker.matching.reading import Reading
from tracker.matching.wording import containment
from tracker.model import Signal, Stance

#: Signals that the score holds already.
_UNSEEN = frozenset({"words", "meaning"})

#: Feature → weight; ``warns:`` and ``supports:`` are signals of that stance.
WEIGHTS: Mapping[str, float] = {
    "constant": 0.17,
    "containment": -1.94,
    "our_length": 0.4,
    "our_rest": -2.18,
    "our_rest_share": -0.79,
    "score": -1.51,
    "score_squared": 0.99,
    "supports:actor": 0.15,
    "supports:day": 0.68,
    "supports:number": 0.3,
    "supports:place": 0.11,
    "their_length": 2.15,
    "their_rest": -0.43,
    "their_rest_share": -1.25,
    "warns:agency": 0.28,
    "warns:day": -1.37,
    "warns:denial": -2.7,
    "warns:number": -2.34,
    "warns:opposite": -3.29,
    "warns:place": -2.83,
    "warns:reprint": -0.97,
    "warns:roles": -0.98,
}


def features(
    ours: Reading, theirs: Reading, score: float, signals: Iterable[Signal], shared: int
) -> dict[str, float]:
    """Return what the model looks at.

    Args:
        ours: the claim in hand.
        theirs: the other claim.
        score: how likely both are about one event (0-1).
        signals: what else the pair shows.
        shared: how many telling words both use.
    """
    our_rest, their_rest = len(ours.telling) - shared, len(theirs.telling) - shared
    found = {
        "constant": 1.0,
        "score": score,
        "score_squared": score**2,
        "containment": containment(ours, theirs),
        "our_rest": our_rest / 10,
        "their_rest": their_rest / 10,
        "our_rest_share": our_rest / max(len(ours.telling), 1),
        "their_rest_share": their_rest / max(len(theirs.telling), 1),
        "our_length": len(ours.telling) / 10,
        "their_length": len(theirs.telling) / 10,
    }
    for signal in signals:
        if signal.stance is not Stance.NOTES and signal.name not in _UNSEEN:
            found[f"{signal.stance.value}:{signal.name}"] = 1.0
    return found


def agreement(found: Mapping[str, float]) -> float:
    """Return how likely two texts agree (0-1), given that they are about one event.

    Args:
        found: what :func:`features` found.
    """
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-total))
