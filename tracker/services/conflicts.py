"""Two people at one record: noticing it, and settling it."""

from collections.abc import Iterable
from typing import TypeVar

from attrs import evolve

from tracker.errors import NotFoundError, RuleError
from tracker.model import Change, ChangeSet, ChangeSetId, Commit, Entity, StaleError, differing
from tracker.services.session import Session
from tracker.store import Store

E = TypeVar("E", bound=Entity)


def base_of(store: Store, seen: E, fields: Iterable[str]) -> E:
    """Return the record to write ``fields`` into, for a person who had ``seen`` it.

    That is the record as it stands. When somebody else changed one of these fields since, it is
    what was seen, so that the store refuses the edit and names who did.

    Raises:
        NotFoundError: when the record is gone.
    """
    now = store.get(type(seen), seen.id)
    return now if not set(fields) & set(differing(seen, now)) else seen


def put_mine(session: Session, stale: StaleError) -> Commit:
    """Make an edit that was refused all the same: what it changed goes over what others did.

    What others did to other fields stays. A record that was deleted comes back.

    Raises:
        StaleError: when somebody was quicker once more.
        RuleError: when nothing is left to change.
    """
    refused = stale.changeset
    changes = tuple(
        change
        for old in refused.changes
        if (change := _over(session, old, stale.theirs if old is stale.change else None))
    )
    if not changes:
        msg = "It is so already."
        raise RuleError(msg)
    return session.store.apply(
        ChangeSet(
            id=ChangeSetId(session.new_id("chg")),
            reviewer=refused.reviewer,
            at=session.clock(),
            label=refused.label,
            changes=changes,
            action=refused.action,
            reverts=refused.reverts,
        )
    )


def _over(session: Session, change: Change, known: Entity | None) -> Change | None:
    """Return ``change`` as it goes over the record that stands now.

    Args:
        session: where the record is.
        change: what was refused.
        known: the record that stood in its way; one with another identifier takes its place.
    """
    before, after = change.before, change.after
    if known is not None and after is not None and known.id != after.id:
        return Change.replace(known, evolve(after, id=known.id))
    theirs = standing_record(session.store, change.entity)
    if theirs == before:
        return change
    if theirs is None:
        return _brought_back(session.store, after) if after is not None else None
    if after is None:
        return Change(before=theirs)
    mine = differing(before, after) if before is not None else differing(theirs, after)
    merged = evolve(theirs, **{name: getattr(after, name) for name in mine})
    return Change.replace(theirs, merged) if merged != theirs else None


def standing_record(store: Store, entity: Entity) -> Entity | None:
    """Return a record as it stands now, None when it is gone."""
    try:
        return store.get(type(entity), entity.id)
    except NotFoundError:
        return None


def _brought_back(store: Store, after: Entity) -> Change:
    last = next(store.history(after.id), None)
    gone = [c.before for c in last.changeset.changes if c.before] if last else []
    version = max((e.version for e in gone if e.id == after.id), default=after.version)
    return Change(after=evolve(after, version=version + 1))
