"""What changed in a store since somebody last looked."""

from collections.abc import Iterator, Mapping
from itertools import islice

from tracker.errors import NotFoundError
from tracker.model import Change
from tracker.store import Store
from tracker.store.protocol import E


def changes_since(store: Store, sequence: int) -> Iterator[Change]:
    """Yield what the commits after ``sequence`` changed, the newest commit first."""
    # Sequences have no gaps; counting spares reading the commit before, which may be large.
    for commit in islice(store.history(), max(0, store.sequence - sequence)):
        yield from commit.changeset.changes


def changed_since(store: Store, kind: type[E], sequence: int) -> Mapping[str, E | None]:
    """Return the records of ``kind`` that commits after ``sequence`` touched, as they stand now.

    By identifier; None for those that are gone.
    """
    entities = (change.entity for change in changes_since(store, sequence))
    touched = dict.fromkeys(e.id for e in entities if isinstance(e, kind))
    return {record_id: _current(store, kind, record_id) for record_id in touched}


def _current(store: Store, kind: type[E], record_id: str) -> E | None:
    try:
        return store.get(kind, record_id)
    except NotFoundError:
        return None
