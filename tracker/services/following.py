"""What changed in a store since somebody last looked."""

from collections.abc import Mapping

from tracker.errors import NotFoundError
from tracker.store import Store
from tracker.store.protocol import E


def changed_since(store: Store, kind: type[E], sequence: int) -> Mapping[str, E | None]:
    """Return the records of ``kind`` that commits after ``sequence`` touched, as they stand now.

    By identifier; None for those that are gone.
    """
    touched: dict[str, None] = {}
    for commit in store.history():
        if commit.sequence <= sequence:
            break
        changed = (change.entity for change in commit.changeset.changes)
        touched.update(dict.fromkeys(e.id for e in changed if isinstance(e, kind)))
    return {record_id: _current(store, kind, record_id) for record_id in touched}


def _current(store: Store, kind: type[E], record_id: str) -> E | None:
    try:
        return store.get(kind, record_id)
    except NotFoundError:
        return None
