"""What the commands of the screen that judges pairs do, by name."""

from collections.abc import Mapping, Sequence

from tracker.model import Dependence, Relation
from tracker.presenters.corroborate import CorroborateState
from tracker.presenters.judgement_words import DEPENDENCES
from tracker.presenters.rating_options import Option

#: Action -> the relation it records.
DECISIONS: Mapping[str, Relation] = {relation.value: relation for relation in Relation}

#: Action -> how many pairs it goes on.
MOVES: Mapping[str, int] = {"next": 1, "previous": -1}

_KEYS = {
    Dependence.INDEPENDENT: "i",
    Dependence.SAME_ORIGIN: "o",
    Dependence.REPRINT: "r",
    Dependence.CITES_OTHER: "c",
    Dependence.UNKNOWN: "u",
}


def dependence_options(state: CorroborateState) -> Sequence[Option]:
    """Return how origins can depend on each other; what holds now is marked."""
    concerned = state.concerned
    now = concerned.dependence if concerned else state.intention.dependence
    return tuple(
        Option(key=_KEYS[d], label=words, value=d.value, current=d is now)
        for d, words in DEPENDENCES.items()
    )
