"""An edit that met another one, with everything that is needed to show and to settle it."""

from attrs import fields

from tracker.errors import ConflictError
from tracker.model.change import Change, ChangeSet, Commit
from tracker.model.entity import Entity


class StaleError(ConflictError):
    """A record is no longer what an edit had seen; nothing was written.

    Attributes:
        changeset: the edit, whole.
        change: what it would have done to that record.
        theirs: the record as it stands, None when it is gone. Of a record to be created it is
            the one that somebody else made meanwhile, under another identifier.
        commit: what made it so, None when that is unknown.
    """

    def __init__(
        self, changeset: ChangeSet, change: Change, theirs: Entity | None, commit: Commit | None
    ) -> None:
        who = commit.changeset.reviewer if commit else ""
        super().__init__(
            _sentence(change, theirs, commit),
            "Look at it again and repeat the edit.",
            changed_by=who,
        )
        self.changeset = changeset
        self.change = change
        self.theirs = theirs
        self.commit = commit


def differing(one: Entity, other: Entity) -> tuple[str, ...]:
    """Return the names of the fields, the version aside, in which two records differ."""
    names = (field.name for field in fields(type(one)) if field.name != "version")
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


def _sentence(change: Change, theirs: Entity | None, commit: Commit | None) -> str:
    """Return who did what to the record and when, in one sentence."""
    twin = theirs is not None and theirs.id != change.entity.id
    verb = "deleted" if theirs is None else "changed"
    if commit is None:
        return f"{change.entity.id} was {verb} by somebody else since it was read."
    done = commit.changeset
    if twin:
        return (
            f"{done.reviewer} was quicker to make what {change.entity.id} would be: "
            f"“{done.label}”, {done.at:%Y-%m-%d %H:%M} UTC."
        )
    what = ""
    if theirs is not None and change.before is not None:
        what = (
            f" ({', '.join(name.replace('_', ' ') for name in differing(change.before, theirs))})"
        )
    return (
        f"{change.entity.id} was {verb} by {done.reviewer} since it was read: "
        f"“{done.label}”{what}, {done.at:%Y-%m-%d %H:%M} UTC."
    )
