"""The records of one kind in memory, each held once: as its document until somebody asks for it."""

from collections.abc import Iterable, Iterator

from tracker.codec import Document, from_document, to_document
from tracker.errors import DamagedError, InputError
from tracker.model import Entity
from tracker.model.change import KINDS
from tracker.store.protocol import INDEXES

Row = Entity | Document

#: Where an indexed field stands in a document, when it is not at the top.
_PLACES: dict[tuple[str, str], tuple[str, ...]] = {
    ("claims", "source_id"): ("attribution", "source_id"),
}


class Records:
    """The rows of one table in the order they were created, with its secondary look-ups.

    Rows are never changed in place, so a shallow copy of :attr:`rows` is a consistent picture.
    Look-ups are built when first asked for and kept by edit from then on.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.rows: dict[str, Row] = {}
        self._ranks: dict[str, int] = {}
        self._created = 0
        self._buckets: dict[str, dict[str, set[str]]] = {}

    def load(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Add rows in the order they were created."""
        for record_id, row in rows:
            self.put(record_id, row)

    def put(self, record_id: str, row: Row) -> None:
        """Create or replace a record."""
        old = self.rows.get(record_id)
        if old is None:
            self._ranks[record_id] = self._created
            self._created += 1
        for field, buckets in self._buckets.items():
            before = set(values_of(self.kind, old, field)) if old is not None else set()
            after = set(values_of(self.kind, row, field))
            for value in before - after:
                buckets[value].discard(record_id)
            for value in after - before:
                buckets.setdefault(value, set()).add(record_id)
        self.rows[record_id] = row

    def remove(self, record_id: str) -> None:
        """Delete a record."""
        row = self.rows.pop(record_id)
        del self._ranks[record_id]
        for field, buckets in self._buckets.items():
            for value in values_of(self.kind, row, field):
                buckets[value].discard(record_id)

    def entity(self, record_id: str) -> Entity:
        """Return a record, decoded once.

        Raises:
            KeyError: when there is none.
            DamagedError: when what was read is no record of this kind.
        """
        return self.decoded(record_id, self.rows[record_id])

    def decoded(self, record_id: str, row: Row) -> Entity:
        """Return ``row``, now or once a row of ``record_id``, decoded; kept while it stands.

        Raises:
            DamagedError: when what was read is no record of this kind.
        """
        if isinstance(row, Entity):
            return row
        current = self.rows.get(record_id)
        if isinstance(current, Entity) and current.version == row.get("version"):
            return current
        try:
            entity = from_document(self.kind, row)
        except InputError as error:
            msg = f"A stored record is unusable: {error.message}"
            raise DamagedError(msg, "Run: tracker check") from None
        if current is row:
            self.rows[record_id] = entity
        return entity

    def document(self, record_id: str) -> Document:
        """Return a record as a document that nobody may change.

        Raises:
            KeyError: when there is none.
        """
        return document_of(self.rows[record_id])

    def find(self, field: str, value: str) -> tuple[Entity, ...]:
        """Return the records holding ``value`` in an indexed field, in order of creation.

        Raises:
            KeyError: when the field is not indexed.
        """
        if field not in INDEXES[self.kind]:
            raise KeyError(field)
        if field not in self._buckets:
            self._index(field)
        found = self._buckets[field].get(value, ())
        return tuple(self.entity(i) for i in sorted(found, key=self._ranks.__getitem__))

    def _index(self, field: str) -> None:
        buckets: dict[str, set[str]] = {}
        for record_id, row in self.rows.items():
            for value in values_of(self.kind, row, field):
                buckets.setdefault(value, set()).add(record_id)
        self._buckets[field] = buckets

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)


def document_of(row: Row) -> Document:
    """Return a row as a document."""
    return to_document(row) if isinstance(row, Entity) else row


def values_of(kind: str, row: Row, field: str) -> tuple[str, ...]:
    """Return the values of an indexed field: every element of a tuple, nothing for None."""
    if isinstance(row, Entity):
        found: object = getattr(row, field)
    else:
        found = row
        for key in _PLACES.get((kind, field), (field,)):
            found = found.get(key) if isinstance(found, dict) else None
    if isinstance(found, tuple | list):
        return tuple(value for value in found if isinstance(value, str))
    return (found,) if isinstance(found, str) else ()


def empty_tables() -> dict[str, Records]:
    """Return a table without records for every kind."""
    return {kind: Records(kind) for kind in KINDS}
