"""Records of a server looked up: in memory where their table is held, else where they are."""

from collections.abc import Callable
from typing import Any, cast

from tracker.model import Entity
from tracker.store.protocol import INDEXES, E, not_found, table_of
from tracker.store.shared.keys import key_of
from tracker.store.shared.replica import Replica, entity_of

#: Asks the server with a statement and its arguments, and returns the rows.
Ask = Callable[..., list[tuple[Any, ...]]]

_HOLDING = (
    "FROM tracker_values v JOIN tracker_records r ON r.kind = v.kind AND r.id = v.id"
    " WHERE v.kind = %s AND v.field = %s AND v.value = %s ORDER BY r.place"
)


class Lookups:
    """What :class:`~tracker.store.protocol.Store` says of single records and their look-ups."""

    def __init__(self, replica: Replica, ask: Ask) -> None:
        self._replica = replica
        self._ask = ask

    def get(self, kind: type[E], record_id: str) -> E:
        """Return one record."""
        name = table_of(kind)
        with self._replica.guard:
            table = self._replica.tables.get(name)
            if table is not None:
                try:
                    return cast("E", table.entity(record_id))
                except KeyError:
                    raise not_found(name, record_id) from None
        question = "SELECT id, format, document FROM tracker_records WHERE kind = %s AND id = %s"
        for row in self._ask(question, name, record_id):
            return cast("E", entity_of(name, row))
        raise not_found(name, record_id)

    def find(self, kind: type[E], field: str, value: str) -> tuple[E, ...]:
        """Return the records holding ``value`` in ``field``."""
        name = table_of(kind)
        if field not in INDEXES[name]:
            raise KeyError(field)
        with self._replica.guard:
            table = self._replica.tables.get(name)
            if table is not None:
                return cast("tuple[E, ...]", table.find(field, value))
        question = f"SELECT r.id, r.format, r.document {_HOLDING}"
        rows = self._ask(question, name, field, key_of(value))
        return tuple(cast("E", entity_of(name, row)) for row in rows)

    def holders(self, kind: type[Entity], field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of what :meth:`find` returns."""
        name = table_of(kind)
        with self._replica.guard:
            table = self._replica.tables.get(name)
            if table is not None:
                return table.holders(field, value)
        found = self._ask(f"SELECT r.id {_HOLDING}", name, field, key_of(value))
        return tuple(row[0] for row in found)

    def count(self, kind: type[Entity]) -> int:
        """Return how many records of a kind there are."""
        name = table_of(kind)
        with self._replica.guard:
            if name in self._replica.tables:
                return len(self._replica.tables[name])
        return int(self._ask("SELECT count(*) FROM tracker_records WHERE kind = %s", name)[0][0])

    def resolve(self, kind: type[Entity], prefix: str) -> tuple[str, ...]:
        """Return at most ten identifiers of a kind that begin with ``prefix``."""
        name = table_of(kind)
        with self._replica.guard:
            if name in self._replica.tables:
                rows = self._replica.tables[name].rows
                return tuple(i for i in rows if i.startswith(prefix))[:10]
        pattern = "".join(f"\\{c}" if c in "\\%_" else c for c in prefix) + "%"
        question = (
            "SELECT id FROM tracker_records WHERE kind = %s AND id LIKE %s ORDER BY place LIMIT 10"
        )
        return tuple(row[0] for row in self._ask(question, name, pattern))
