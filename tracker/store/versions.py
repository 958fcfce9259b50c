"""Optimistic versions: an edit names what it saw, and is refused when that is no longer so."""

from collections.abc import Callable, Iterator

from tracker.model import ChangeSet, Commit, Entity, StaleError

#: Looks a record up by kind and identifier.
Current = Callable[[str, str], Entity | None]


def refuse_stale(
    changeset: ChangeSet, current: Current, history: Callable[[str], Iterator[Commit]]
) -> None:
    """Do nothing when every record is as ``changeset`` expects.

    Args:
        changeset: the edit; each change names the record before it.
        current: looks up a record as it is.
        history: the commits that touched a record, newest first.

    Raises:
        StaleError: naming who changed the first record that is not, what and when.
    """
    for change in changeset.changes:
        theirs = current(change.kind, change.entity.id)
        # Nearly always the very record that was read; comparing all fields takes longer.
        if theirs is not change.before and theirs != change.before:
            raise StaleError(changeset, change, theirs, next(history(change.entity.id), None))
