"""What the commands of the screen that judges pairs do, by name."""

from collections.abc import Mapping

from tracker.model import Relation

#: Action -> the relation it records.
DECISIONS: Mapping[str, Relation] = {relation.value: relation for relation in Relation}

#: Action -> how many pairs it goes on.
MOVES: Mapping[str, int] = {"next": 1, "previous": -1}
