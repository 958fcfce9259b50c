"""Going back and forward through one reviewer's own edits, across restarts and without limit.

The history is the undo list: an undo is a new change set that takes an earlier one back, a redo
takes an undo back. Which one is next follows from the history alone, read newest first.
"""

from collections import Counter
from collections.abc import Iterable

from tracker.errors import ConflictError, NotFoundError, RuleError
from tracker.model import Action, Change, ChangeSet, ChangeSetId, Commit, Entity
from tracker.services.session import Session
from tracker.store import Store


def undo(session: Session) -> Commit:
    """Take back the reviewer's last edit that still stands.

    Raises:
        RuleError: when there is nothing to undo.
        ConflictError: when somebody else has changed one of its records since.
    """
    found = undoable(session)
    if found is None:
        msg = f"There is nothing of {session.reviewer.name}'s to undo."
        raise RuleError(msg)
    return _revert(session, found, Action.UNDO)


def redo(session: Session) -> Commit:
    """Make the reviewer's last undone edit again.

    Raises:
        RuleError: when there is nothing to redo.
        ConflictError: when somebody else has changed one of its records since.
    """
    found = redoable(session)
    if found is None:
        msg = f"There is nothing of {session.reviewer.name}'s to redo."
        raise RuleError(msg)
    return _revert(session, found, Action.REDO)


def undoable(session: Session) -> Commit | None:
    """Return the commit that :func:`undo` would take back, None when there is none."""
    undone = 0
    for commit in _own(session):
        if commit.changeset.action is Action.UNDO:
            undone += 1
        elif undone:
            undone -= 1
        else:
            return commit
    return None


def redoable(session: Session) -> Commit | None:
    """Return the undo that :func:`redo` would take back, None when there is none."""
    redone = 0
    for commit in _own(session):
        if commit.changeset.action is Action.EDIT:
            return None
        if commit.changeset.action is Action.REDO:
            redone += 1
        elif redone:
            redone -= 1
        else:
            return commit
    return None


def _own(session: Session) -> Iterable[Commit]:
    return session.store.history_of(session.reviewer.name)


def _revert(session: Session, commit: Commit, action: Action) -> Commit:
    done = commit.changeset
    changeset = ChangeSet(
        id=ChangeSetId(session.new_id("chg")),
        reviewer=session.reviewer.name,
        at=session.clock(),
        label=done.label,
        changes=tuple(_inverse(session, c, action, done.label) for c in reversed(done.changes)),
        action=action,
        reverts=done.id,
    )
    return session.store.apply(changeset)


def _inverse(session: Session, change: Change, action: Action, label: str) -> Change:
    store, entity = session.store, change.entity
    try:
        return change.inverse(_current(store, entity))
    except ConflictError as error:
        last = next(store.history(entity.id)).changeset
        msg = (
            f"Cannot {action.value} “{label}”: {last.reviewer} changed {entity.id} since "
            f"(“{last.label}”, {last.at:%Y-%m-%d %H:%M} UTC)."
        )
        raise ConflictError(msg, error.hint, changed_by=last.reviewer) from error


def _current(store: Store, entity: Entity) -> Entity | None:
    try:
        return store.get(type(entity), entity.id)
    except NotFoundError:
        return None


class WithinReach:
    """Which edits an undo or a redo of their own reviewer can still take back or make again.

    Told of the history newest first, it follows every reviewer's lists as :func:`undoable` and
    :func:`redoable` read them.
    """

    def __init__(self) -> None:
        self._undone: Counter[str] = Counter()
        self._redone: Counter[str] = Counter()
        self._edited: set[str] = set()

    def holds(self, commit: Commit) -> bool:
        """Return whether the next older ``commit`` still stands, or is an undo to be redone."""
        name, action = commit.changeset.reviewer, commit.changeset.action
        again = self._can_redo(name, action)
        if action is Action.UNDO:
            self._undone[name] += 1
            return again
        if self._undone[name]:
            self._undone[name] -= 1
            return False
        return True

    def _can_redo(self, name: str, action: Action) -> bool:
        if action is Action.EDIT:
            self._edited.add(name)
        if name in self._edited:
            return False
        if action is Action.REDO:
            self._redone[name] += 1
            return False
        if self._redone[name]:
            self._redone[name] -= 1
            return False
        return True
