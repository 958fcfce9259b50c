"""TinyDB over our storage, by the extension points that TinyDB documents.

Everything TinyDB's own methods change becomes a change set in the journal; a document that is no
record of its table is refused before anything is written.
"""

import copy
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from tracker.codec import Document
from tracker.errors import InputError
from tracker.store.documents import Draft, changes_of, changeset_of, require_table
from tracker.store.storage import JournalStorage


class RecordDocument(TinyDocument):
    """A document that its reader may change without touching the database."""

    def __init__(self, value: Mapping[str, object], doc_id: str) -> None:
        super().__init__(copy.deepcopy(dict(value)), cast("int", doc_id))


class RecordTable(Table):
    """A table whose documents are records under identifiers of ours; an edit costs the edit."""

    document_class = RecordDocument  # type: ignore[assignment]  # as the next
    document_id_class = str  # type: ignore[assignment]  # documented as replaceable, typed as int
    # Cached results would be handed out again after somebody changed them.
    default_query_cache_capacity = 0

    def __init__(
        self, storage: JournalStorage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        require_table(name)
        super().__init__(storage, name, cache_size=cache_size)

    def insert(self, document: Mapping[str, object]) -> int:
        """Create a record; its ``id`` is its key, which is returned."""
        return super().insert(_keyed(document))

    def insert_multiple(self, documents: Iterable[Mapping[str, object]]) -> list[int]:
        """Create records in one change set; see :meth:`insert`."""
        return super().insert_multiple(_keyed(document) for document in documents)

    def upsert(self, document: Mapping[str, object], cond: QueryLike | None = None) -> list[int]:
        """Change the matching records, or create one; a plain ``Document`` names its key."""
        if isinstance(document, TinyDocument):
            document = _keyed(document)
        return super().upsert(document, cond)

    def update(
        self,
        fields: Mapping[str, object] | Callable[[Any], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change the matching records in one change set and return their keys."""
        return super().update(fields, None, self._matching(cond, doc_ids))

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Delete the matching records in one change set and return their keys."""
        if cond is None and doc_ids is None:
            return super().remove()
        return super().remove(None, self._matching(cond, doc_ids))

    def _matching(
        self, cond: QueryLike | None, doc_ids: Iterable[int] | None
    ) -> Iterable[int] | None:
        # Asked of the stored documents, so that only those that match are copied.
        if cond is None or doc_ids is not None:
            return doc_ids
        found = [i for i, document in self._read_table().items() if cond(document)]
        return cast("list[int]", found)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, object]]], None]) -> None:
        storage = cast("JournalStorage", self._storage)
        with storage.guard:
            storage.refresh()
            records = storage.state.tables[self.name]
            draft = Draft(cast("Mapping[str, Document]", self._read_table()))
            updater(cast("dict[int, Mapping[str, object]]", draft))
            changes = changes_of(records, draft.touched.items())
            if changes:
                storage.commit(changeset_of(storage.reviewer, changes))


class RecordDB(TinyDB):
    """A TinyDB whose tables are those of :data:`tracker.model.change.KINDS`."""

    table_class = RecordTable  # type: ignore[assignment]  # documented, typed too narrowly
    default_storage_class = JournalStorage  # type: ignore[assignment]  # the same
    default_table_name = "claims"


def _keyed(document: Mapping[str, object]) -> TinyDocument:
    if not isinstance(document, Mapping):
        msg = "Document is not a Mapping"
        raise ValueError(msg)  # noqa: TRY004  (as TinyDB's own)
    found = document.get("id")
    if not isinstance(found, str) or not found:
        raise InputError("A record without an id cannot be stored.", "Give it one of its own.")
    if isinstance(document, TinyDocument) and str(document.doc_id) != found:
        raise InputError(f"The record {found!r} was given the key {document.doc_id!r}.")
    return RecordDocument(document, found)
