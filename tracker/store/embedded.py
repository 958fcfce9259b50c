"""The store of one machine: TinyDB over a journal and a snapshot."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from tracker.errors import ReadOnlyError
from tracker.model import ChangeSet, Claim, Commit, Entity
from tracker.store.database import RecordDB
from tracker.store.files import Files
from tracker.store.journal import Position
from tracker.store.lock import Head
from tracker.store.opening import settle
from tracker.store.originals import Originals
from tracker.store.protocol import E, Kept, Problem, not_found, table_of
from tracker.store.records import Records, Row, texts_of
from tracker.store.storage import JournalStorage
from tracker.store.verification import verify

#: Claims from which a database is told to be too large for one file in memory.
COMFORTABLE = 200_000

_SLICE = 128
#: Seconds between two looks at the journal of a writer.
_LOOK_EVERY = 0.25


class EmbeddedStore:
    """The :class:`~tracker.store.protocol.Store` protocol over the files of one database.

    Safe to use from several threads. A store that was opened for writing where the folder cannot
    be written reads instead, and says so in :attr:`notices`.

    Args:
        path: the snapshot; the other files lie beside it.
        readonly: take no lock and write nothing.

    Raises:
        StoreError: see :class:`~tracker.store.storage.JournalStorage`.
    """

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        path = path.expanduser().resolve()
        told = ""
        try:
            self.database = RecordDB(path, readonly=readonly)
        except ReadOnlyError as error:
            self.database = RecordDB(path, readonly=True)
            told = f"{error.message} It is open for reading only."
        self._storage = cast("JournalStorage", self.database.storage)
        self._notices = (told,) if told else ()
        self._closed = threading.Event()

    @property
    def location(self) -> str:
        """The path of the snapshot."""
        return str(self._storage.files.snapshot)

    @property
    def readonly(self) -> bool:
        """Whether edits are refused."""
        return self._storage.readonly

    @property
    def shared(self) -> bool:
        """Whether a writer may be at work: only for those who read."""
        return self.readonly

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person who opened the database should know; see the protocol."""
        notices = self._notices + tuple(self._storage.state.notices)
        claims = self.count(Claim)
        if claims >= COMFORTABLE:
            notices += (_too_large(claims, self.location),)
        if self._storage.folding_error is not None:
            notices += (f"The last compaction failed. {self._storage.folding_error}",)
        return notices

    @property
    def sequence(self) -> int:
        """The sequence number of the last commit."""
        return self._storage.state.sequence

    @property
    def files(self) -> Files:
        """Where its parts lie."""
        return self._storage.files

    @property
    def head(self) -> Head:
        """The last commit."""
        return self._storage.state.head

    @property
    def end(self) -> Position:
        """The place in the journal after the last commit."""
        return self._storage.state.end

    @property
    def terms(self) -> None:
        """Always None: an index is built in memory; see the protocol."""

    def get(self, kind: type[E], record_id: str) -> E:
        """Return one record; see the protocol."""
        name = table_of(kind)
        with self._storage.guard:
            try:
                return cast("E", self._storage.state.tables[name].entity(record_id))
            except KeyError:
                raise not_found(name, record_id) from None

    def record(self, table: str, record_id: str) -> Entity:
        """Return one record of the table of that name.

        Raises:
            KeyError: when there is none.
        """
        with self._storage.guard:
            return self._storage.state.tables[table].entity(record_id)

    def find(self, kind: type[E], field: str, value: str) -> tuple[E, ...]:
        """Return the records holding ``value`` in ``field``; see the protocol."""
        with self._storage.guard:
            found = self._storage.state.tables[table_of(kind)].find(field, value)
            return cast("tuple[E, ...]", found)

    def holders(self, kind: type[Entity], field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of what :meth:`find` returns; see the protocol."""
        with self._storage.guard:
            return self._storage.state.tables[table_of(kind)].holders(field, value)

    def tally(self, kind: type[Entity], *fields: str) -> Counter[tuple[str, ...]]:
        """Return how many records have each combination of values; see the protocol."""
        records, picture = self._picture(kind)
        return Counter(texts_of(records.kind, row, fields) for _, row in picture)

    def scan(self, kind: type[E]) -> Iterator[E]:
        """Yield every record of a kind as it stands now; see the protocol."""
        return cast("Iterator[E]", self._decoded(*self._picture(kind)))

    def _picture(self, kind: type[Entity]) -> tuple[Records, list[tuple[str, Row]]]:
        with self._storage.guard:
            records = self._storage.state.tables[table_of(kind)]
            return records, list(records.rows.items())

    def _decoded(self, records: Records, picture: list[tuple[str, Row]]) -> Iterator[Entity]:
        # In slices: a long first scan must not keep edits waiting.
        for start in range(0, len(picture), _SLICE):
            with self._storage.guard:
                found = [records.decoded(i, row) for i, row in picture[start : start + _SLICE]]
            yield from found
        settle(sum(not isinstance(row, Entity) for _, row in picture))

    def count(self, kind: type[Entity]) -> int:
        """Return how many records of a kind there are."""
        return len(self._storage.state.tables[table_of(kind)])

    def resolve(self, kind: type[Entity], prefix: str) -> tuple[str, ...]:
        """Return at most ten identifiers of a kind that begin with ``prefix``."""
        with self._storage.guard:
            rows = self._storage.state.tables[table_of(kind)].rows
            return tuple(i for i in rows if i.startswith(prefix))[:10]

    def apply(self, changeset: ChangeSet) -> Commit:
        """Make the changes, all or none; see the protocol."""
        return self._storage.commit(changeset)

    def keep_original(self, data: bytes) -> str:
        """Keep ``data`` beside the database and return its SHA-256; see the protocol."""
        self._storage.refuse_reader()
        return Originals(self._storage.files.originals).keep(data)

    def original(self, sha256: str) -> bytes:
        """Return the bytes kept under ``sha256``; see the protocol."""
        return Originals(self._storage.files.originals).read(sha256)

    def originals(self) -> tuple[Kept, ...]:
        """Return everything kept beside the database; see the protocol."""
        return Originals(self._storage.files.originals).kept()

    def drop_original(self, sha256: str) -> None:
        """Delete the bytes kept under ``sha256``; see the protocol."""
        self._storage.refuse_reader()
        Originals(self._storage.files.originals).drop(sha256)

    def history(self, record_id: str | None = None) -> Iterator[Commit]:
        """Yield commits, newest first, read from the journal as they are asked for."""
        with self._storage.guard:
            end = self._storage.state.end
        if record_id is None:
            return self._storage.history.newest_first(end)
        return self._storage.history.of_record(record_id, end)

    def history_of(self, reviewer: str) -> Iterator[Commit]:
        """Yield the commits of one reviewer, newest first; see the protocol."""
        return (c for c in self.history() if c.changeset.reviewer == reviewer)

    def refresh(self) -> bool:
        """Take in what the writer committed since; see the protocol."""
        return self._storage.refresh()

    def watch(self, seconds: float) -> bool:
        """Wait until the writer has committed, at most ``seconds``; see the protocol."""
        deadline = time.monotonic() + seconds
        while self.readonly and not self._closed.is_set():
            if self.refresh():
                return True
            left = deadline - time.monotonic()
            if left <= 0:
                break
            self._closed.wait(min(_LOOK_EVERY, left))
        return False

    def check(self) -> tuple[Problem, ...]:
        """Verify every line of the journal, and that all else follows from it."""
        return verify(self._storage)

    def compact(self) -> None:
        """Write a new snapshot now, so that opening stays fast."""
        self._storage.compact()

    def close(self) -> None:
        """Give back files and lock."""
        self._closed.set()
        self.database.close()


def _too_large(claims: int, location: str) -> str:
    import shlex  # hardly ever needed

    return (
        f"This database holds {claims:,} claims; from {COMFORTABLE:,} on, the time to open it and "
        f"the memory to go through it are felt. To move the desk to a PostgreSQL server: "
        f"tracker copy {shlex.quote(location)} postgresql://SERVER/DATABASE"
    )
