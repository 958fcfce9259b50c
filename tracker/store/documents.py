"""Records as the documents that TinyDB reads and edits, and its edits as change sets."""

import copy
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from datetime import UTC, datetime
from secrets import token_hex

from tracker.codec import Document, from_document
from tracker.errors import InputError
from tracker.model import Change, ChangeSet, ChangeSetId
from tracker.model.change import KINDS
from tracker.store.records import Records


class Documents(Mapping[str, Document]):
    """The records of one table as documents, for reading: nobody may change what it returns."""

    def __init__(self, records: Records) -> None:
        self.records = records

    def __getitem__(self, record_id: str) -> Document:
        return self.records.document(record_id)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self.records.rows

    def __iter__(self) -> Iterator[str]:
        return iter(list(self.records.rows))

    def __len__(self) -> int:
        return len(self.records)


class Draft(MutableMapping[str, Document]):
    """The documents of one table while TinyDB edits them: each is copied when first touched.

    Attributes:
        touched: the documents looked at or set, None for those deleted.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self.touched: dict[str, Document | None] = {}

    def __getitem__(self, record_id: str) -> Document:
        if record_id not in self.touched:
            self.touched[record_id] = copy.deepcopy(self._documents[record_id])
        found = self.touched[record_id]
        if found is None:
            raise KeyError(record_id)
        return found

    def __setitem__(self, record_id: str, document: Document) -> None:
        self.touched[record_id] = document

    def __delitem__(self, record_id: str) -> None:
        if record_id not in self:
            raise KeyError(record_id)
        self.touched[record_id] = None

    def __contains__(self, record_id: object) -> bool:
        if record_id in self.touched:
            return self.touched[str(record_id)] is not None
        return record_id in self._documents

    def __iter__(self) -> Iterator[str]:
        yield from (i for i in self._documents if i in self)
        yield from (i for i in list(self.touched) if i not in self._documents and i in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def changes_of(
    records: Records, edited: Iterable[tuple[str, Document | None]]
) -> tuple[Change, ...]:
    """Return what brings ``records`` to the documents ``edited``; None deletes.

    A changed document whose version was left alone gets the next one.

    Raises:
        InputError: when a document is no record of this table, or not the one it is stored as.
    """
    changes = []
    for record_id, document in edited:
        before = records.entity(record_id) if record_id in records.rows else None
        if document is None:
            if before is not None:
                changes.append(Change(before=before))
            continue
        if before is not None:
            if document == records.document(record_id):
                continue
            if document.get("version") == before.version:
                document = {**document, "version": before.version + 1}
        after = from_document(records.kind, document)
        if after.id != record_id:
            raise InputError(f"{records.kind}/{record_id}: id is {after.id!r}, not the key.")
        changes.append(Change(before=before, after=after))
    return tuple(changes)


def differences(
    tables: Mapping[str, Records], data: Mapping[str, Mapping[str, Document]]
) -> tuple[Change, ...]:
    """Return what makes ``tables`` hold exactly ``data``.

    Raises:
        InputError: when a table is unknown or a document is no record of its table.
    """
    for name in data:
        require_table(name)
    changes: tuple[Change, ...] = ()
    for kind, records in tables.items():
        wanted = data.get(kind, {})
        if not isinstance(wanted, Documents):
            gone = [(i, None) for i in records.rows if i not in wanted]
            changes += changes_of(records, [*gone, *wanted.items()])
    return changes


def require_table(name: str) -> None:
    """Do nothing when the database has a table ``name``.

    Raises:
        InputError: when it has none.
    """
    if name not in KINDS:
        raise InputError(f"There is no table {name!r}.", f"The tables are {', '.join(KINDS)}.")


def changeset_of(reviewer: str, changes: tuple[Change, ...]) -> ChangeSet:
    """Return ``changes`` as a change set made now by ``reviewer`` through TinyDB."""
    kinds = ", ".join(sorted({change.kind for change in changes}))
    return ChangeSet(
        id=ChangeSetId(f"chg_{token_hex(8)}"),
        reviewer=reviewer,
        at=datetime.now(UTC),
        label=f"Edit {kinds} through TinyDB",
        changes=changes,
    )
