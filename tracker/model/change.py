"""The one way to change anything: a set of changes, applied whole or not at all."""

from datetime import datetime
from enum import Enum

from attrs import evolve, field, frozen
from attrs.validators import min_len

from tracker.errors import ConflictError, RuleError
from tracker.model.article import Article
from tracker.model.assertion import Assertion
from tracker.model.assessment import Assessment
from tracker.model.assignment import Assignment
from tracker.model.claim import Claim
from tracker.model.corroboration import Corroboration
from tracker.model.entity import ChangeSetId, Entity
from tracker.model.fact_check import FactCheck, FactCheckLink
from tracker.model.settlement import Settlement
from tracker.model.source import Source, SourceLink

#: Every kind of record that a database holds, by the name of its table.
KINDS: dict[str, type[Entity]] = {
    "articles": Article,
    "claims": Claim,
    "sources": Source,
    "source_links": SourceLink,
    "corroborations": Corroboration,
    "assertions": Assertion,
    "assessments": Assessment,
    "assignments": Assignment,
    "settlements": Settlement,
    "fact_checks": FactCheck,
    "fact_check_links": FactCheckLink,
}
_NAMES = {entity: name for name, entity in KINDS.items()}


def kind_of(entity: Entity) -> str:
    """Return the name of the table that records like ``entity`` live in."""
    return _NAMES[type(entity)]


class Action(Enum):
    """What brought a change set about; undo and redo find their way by it."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@frozen(kw_only=True)
class Change:
    """One record created (no ``before``), replaced, or deleted (no ``after``).

    Raises:
        RuleError: when both sides are missing, differ in identity, or skip a version.
    """

    before: Entity | None = None
    after: Entity | None = None

    def __attrs_post_init__(self) -> None:
        before, after = self.before, self.after
        if before is None and after is None:
            msg = "A change needs a record before or after it."
            raise RuleError(msg)
        if before is None or after is None:
            return
        same = type(before) is type(after) and before.id == after.id
        if not same or after.version != before.version + 1:
            msg = f"A change of {before.id} must keep its identity and add one to its version."
            raise RuleError(msg)

    @property
    def entity(self) -> Entity:
        """The record after the change, or the one deleted."""
        entity = self.after or self.before
        assert entity is not None  # noqa: S101  (the constructor refuses a change without either)
        return entity

    @property
    def kind(self) -> str:
        """Name of the table concerned."""
        return kind_of(self.entity)

    @classmethod
    def replace(cls, before: Entity, after: Entity) -> "Change":
        """Return the change from ``before`` to ``after``, with the next version number."""
        return cls(before=before, after=evolve(after, version=before.version + 1))

    def inverse(self, current: Entity | None) -> "Change":
        """Return the change that takes this one back, given the record as it stands now.

        The record goes back to what it was before, as a new version.

        Raises:
            ConflictError: when the record no longer is what this change left, version aside.
        """
        if not _same_content(current, self.after):
            msg = f"{self.entity.id} was changed since."
            raise ConflictError(msg, "Change it by hand instead.")
        if self.before is None:
            return Change(before=current)
        last = current or self.before
        return Change(before=current, after=evolve(self.before, version=last.version + 1))


def _same_content(one: Entity | None, other: Entity | None) -> bool:
    if one is None or other is None:
        return one is other
    return one == evolve(other, version=one.version)


@frozen(kw_only=True)
class ChangeSet:
    """Changes that belong together, with who made them, when, and a label for the undo list.

    Attributes:
        id: the change set's identifier.
        reviewer: name of the person who made it.
        at: when (aware, UTC).
        label: a short sentence naming the edit, for example ``Accept claim 7``.
        changes: at least one, at most one for each record.
        action: an edit, an undo or a redo.
        reverts: the change set that an undo or redo takes back.

    Raises:
        RuleError: when it is empty, changes one record twice or carries a naive time.
    """

    id: ChangeSetId
    reviewer: str
    at: datetime
    label: str
    changes: tuple[Change, ...] = field(validator=min_len(1))
    action: Action = Action.EDIT
    reverts: ChangeSetId | None = None

    def __attrs_post_init__(self) -> None:
        touched = {(change.kind, change.entity.id) for change in self.changes}
        if len(touched) != len(self.changes):
            msg = f"Change set “{self.label}” changes one record twice."
            raise RuleError(msg)
        if self.at.tzinfo is None:
            msg = f"Change set “{self.label}” carries a time without a zone."
            raise RuleError(msg)


@frozen(kw_only=True)
class Commit:
    """A change set as the history keeps it.

    Attributes:
        sequence: 1 for the first change set of the database, then without gaps.
        changeset: what was done.
        hash: hexadecimal digest over this record and the previous hash; empty in memory stores.
    """

    sequence: int
    changeset: ChangeSet
    hash: str = ""
