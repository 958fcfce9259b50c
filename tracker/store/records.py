"""The records of one kind, each held once: as written, or where it was, until asked for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from tracker.codec import Document, from_document, to_document
from tracker.errors import DamagedError, InputError
from tracker.model import Entity
from tracker.model.change import KINDS
from tracker.store.look_up import LookUp
from tracker.store.notation import read_json, write_json
from tracker.store.on_disk import OnDisk
from tracker.store.protocol import INDEXES, texts_in

#: A record, or its document as JSON the way :func:`~tracker.store.notation.write_json` writes it,
#: here or in a file.
Row = Entity | bytes | OnDisk

#: How many records of a kind that were looked up one by one in a file stay decoded.
RECENT = 1024

_STRING = rb'"(?:[^"\\]|\\.)*"'


_VALUE = re.compile(rb"%b|\[(?:%b,?)*\]" % (_STRING, _STRING))
# A quotation mark inside a text is written \", so these bytes stand before a field's value only.
_NAMES = {name: b'"%b":' % name.encode() for names in INDEXES.values() for name in names}


class Records:
    """The rows of one table in the order they were created, with its secondary look-ups.

    Rows are never changed in place, so a shallow copy of :attr:`rows` is a consistent picture.
    Look-ups are built when first asked for and kept by edit from then on. What is gone through
    stays decoded; of what lies in a file and is looked up singly, only the last few do.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.rows: dict[str, Row] = {}
        self._ranks: dict[str, int] = {}
        self._created = 0
        self._recent: dict[str, OnDisk] = {}
        self._look_ups: dict[str, LookUp] = {}

    def load(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Add rows in the order they were created, while the table has no look-ups."""
        self.rows.update(rows)
        self._created = len(self.rows)
        self._ranks = dict(zip(self.rows, range(self._created), strict=True))

    def put(self, record_id: str, row: Row) -> None:
        """Create or replace a record."""
        self._recent.pop(record_id, None)
        old = self.rows.get(record_id)
        if old is None:
            self._ranks[record_id] = self._created
            self._created += 1
        for field, look_up in self._look_ups.items():
            before = set(values_of(old, field)) if old is not None else set()
            after = set(values_of(row, field))
            look_up.discard(record_id, before - after)
            look_up.add(record_id, after - before)
        self.rows[record_id] = row

    def leave(self, record_id: str, row: OnDisk) -> None:
        """Hold a record, as it is, where it was written."""
        self.rows[record_id] = row

    def remove(self, record_id: str) -> None:
        """Delete a record."""
        self._recent.pop(record_id, None)
        row = self.rows.pop(record_id)
        del self._ranks[record_id]
        for field, look_up in self._look_ups.items():
            look_up.discard(record_id, values_of(row, field))

    def entity(self, record_id: str) -> Entity:
        """Return a record, decoded unless it is already.

        Raises:
            KeyError: when there is none.
            DamagedError: when what was read is no record of this kind.
        """
        row = self.rows[record_id]
        if isinstance(row, Entity):
            return row
        entity = self.decoded(record_id, row)
        if isinstance(row, OnDisk):
            self._recent[record_id] = row
            if len(self._recent) > RECENT:
                oldest = next(iter(self._recent))
                self.rows[oldest] = self._recent.pop(oldest)
        return entity

    def decoded(self, record_id: str, row: Row) -> Entity:
        """Return ``row``, now or once a row of ``record_id``, decoded; kept while it stands.

        Raises:
            DamagedError: when what was read is no record of this kind.
        """
        if isinstance(row, Entity):
            return row
        try:
            entity = from_document(self.kind, read_json(written(row)))
        except (InputError, ValueError) as error:
            msg = f"A stored record is unusable: {error}"
            raise DamagedError(msg, "Run: tracker check") from None
        if self.rows.get(record_id) is row:
            self.rows[record_id] = entity
        return entity

    def document(self, record_id: str) -> Document:
        """Return a record as a document of its own.

        Raises:
            KeyError: when there is none.
        """
        return document_of(self.rows[record_id])

    def find(self, field: str, value: str) -> tuple[Entity, ...]:
        """Return the records holding ``value`` in an indexed field, in order of creation.

        Raises:
            KeyError: when the field is not indexed.
        """
        ids = self.holders(field, value)
        return tuple(self.decoded(record_id, self.rows[record_id]) for record_id in ids)

    def holders(self, field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of what :meth:`find` returns.

        Raises:
            KeyError: when the field is not indexed.
        """
        if field not in INDEXES[self.kind]:
            raise KeyError(field)
        if field not in self._look_ups:
            self._index(field)
        found = self._look_ups[field].holders(value)
        return tuple(sorted(found, key=self._ranks.__getitem__))

    def _index(self, field: str) -> None:
        look_up = LookUp()
        for record_id, row in self.rows.items():
            look_up.add(record_id, values_of(row, field))
        self._look_ups[field] = look_up

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)


def document_of(row: Row) -> Document:
    """Return a row as a document.

    Raises:
        DamagedError: when it stands in a file that no longer holds it.
    """
    if isinstance(row, Entity):
        return to_document(row)
    return cast("Document", read_json(written(row)))


def written(row: Row) -> bytes:
    """Return a row as JSON.

    Raises:
        RuleError: when it holds something that a file cannot.
        DamagedError: when it stands in a file that no longer holds it.
    """
    if isinstance(row, Entity):
        return write_json(to_document(row))
    return row.read() if isinstance(row, OnDisk) else row


def values_of(row: Row, field: str) -> tuple[str, ...]:
    """Return the values of an indexed field: every element of a tuple, nothing for None."""
    if isinstance(row, Entity):
        found: object = getattr(row, field)
    else:
        text = written(row)
        at = text.find(_NAMES[field])
        value = _VALUE.match(text, at + len(_NAMES[field])) if at >= 0 else None
        found = _plain(value[0]) if value else None
    if isinstance(found, tuple | list):
        return tuple(found)
    return (found,) if isinstance(found, str) else ()


def texts_of(kind: str, row: Row, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the texts in ``fields`` of a row of the table ``kind``, undecoded where they stand.

    Raises:
        DamagedError: when it stands in a file that no longer holds it.
        InputError: when a field is missing and the record is unusable.
    """
    if isinstance(row, Entity):
        return texts_in(row, fields)
    text, found = written(row), []
    for field in fields:
        name = b'"%b":' % field.encode()
        at = text.find(name)
        value = _VALUE.match(text, at + len(name)) if at >= 0 else None
        if value is None:  # An earlier version did not write it.
            return texts_in(from_document(kind, read_json(text)), fields)
        found.append(str(_plain(value[0])))
    return tuple(found)


def _plain(text: bytes) -> object:
    # Identifiers hardly ever hold anything that JSON escapes.
    return text[1:-1].decode() if text[:1] == b'"' and b"\\" not in text else read_json(text)


def empty_tables() -> dict[str, Records]:
    """Return a table without records for every kind."""
    return {kind: Records(kind) for kind in KINDS}
