"""Optimistic versions: an edit names what it saw, and is refused when that is no longer so."""

from collections.abc import Callable, Iterator

from tracker.errors import ConflictError
from tracker.model import ChangeSet, Commit, Entity

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
        ConflictError: naming the reviewer who changed the first record that is not.
    """
    for change in changeset.changes:
        record_id = change.entity.id
        found = current(change.kind, record_id)
        # Nearly always the very record that was read; comparing all fields takes longer.
        if found is not change.before and found != change.before:
            last = next(history(record_id), None)
            who = last.changeset.reviewer if last else ""
            msg = f"{record_id} was changed by {who or 'somebody else'} since it was read."
            raise ConflictError(msg, "Look at it again and repeat the edit.", changed_by=who)
