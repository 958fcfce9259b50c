"""TinyDB's storage over a journal: a write is one durable line, a read is in memory."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from tinydb.storages import Storage

from tracker.codec import Document
from tracker.errors import (
    DamagedError,
    NoDatabaseError,
    NoRoomError,
    ReadOnlyError,
    StoreError,
    TrackerError,
)
from tracker.model import ChangeSet, Commit, Entity
from tracker.store.disk import make_folder, refusal, sync_folder
from tracker.store.documents import Documents, changeset_of, differences
from tracker.store.entries import payload_of
from tracker.store.files import Files
from tracker.store.folding import Folding, Picture
from tracker.store.history import History
from tracker.store.journal import BEFORE_PAYLOAD, Journal, more_after
from tracker.store.lock import WriterLock, read_head
from tracker.store.migrations import FORMAT
from tracker.store.on_disk import OnDisk
from tracker.store.opening import State, load, replay
from tracker.store.snapshot import Snapshot
from tracker.store.versions import refuse_stale


class JournalStorage(Storage):
    """The files of one database, opened by its writer or by a reader.

    Args:
        path: the snapshot; the other files lie beside it.
        readonly: take no lock and write nothing.
        reviewer: whose name edits through TinyDB's own methods carry.

    Raises:
        DatabaseHeldError: when another process writes.
        DamagedError: when the files contradict themselves.
        ReadOnlyError: when the folder cannot be written.
        NoDatabaseError: when there is nothing to read.
        StoreError: when the files are not ours.
    """

    def __init__(self, path: Path, *, readonly: bool = False, reviewer: str = "TinyDB") -> None:
        self.files = Files(path)
        self.readonly = readonly
        self.reviewer = reviewer
        self.guard = threading.RLock()
        self.history = History(self.files.journal)
        self._folding = Folding(self.files)
        self._lock: WriterLock | None = None
        self._journal: Journal | None = None
        try:
            if readonly:
                self.state = self._read()
            else:
                self._open()
        except OSError as error:
            self._release()
            raise refusal(error, path) from error
        except BaseException:
            self._release()
            raise

    def _read(self) -> State:
        if not self.files.journal.exists() and not self.files.snapshot.exists():
            msg = f"There is no database at {self.files.snapshot}."
            raise NoDatabaseError(msg, "Create one with: tracker add FILE")
        return load(self.files)

    def _open(self) -> None:
        files = self.files
        make_folder(files.snapshot.parent)
        self._lock = WriterLock(files.lock)
        self.state = state = load(files)
        self._folding.folded = state.folded
        self._journal = Journal(files.journal, state.end)
        if state.torn:
            self._journal.cut()
        state.notices.extend(_left_behind(self._lock.left_by, state.torn))
        self._lock.sign(state.head)
        sync_folder(files.snapshot.parent)
        files.temporary.unlink(missing_ok=True)
        if state.rebuilt:
            if files.snapshot.exists():
                files.snapshot.replace(files.damaged)
            try:
                self._folding.write(self._picture())
            except NoRoomError as error:
                state.notices.append(error.message)

    def commit(self, changeset: ChangeSet) -> Commit:
        """Make the changes of ``changeset`` durable, then visible.

        Raises:
            ConflictError: when a record is not as the change set expects.
            ReadOnlyError: when opened for reading.
            NoRoomError: when the disk is full; nothing was changed.
            StoreError: when the disk failed.
        """
        with self.guard:
            journal, lock = self._writable()
            refuse_stale(changeset, self._current, self._history_of)
            state = self.state
            sequence = state.sequence + 1
            payload, start = payload_of(sequence, changeset), state.end.offset + BEFORE_PAYLOAD
            end = journal.append(payload.data)
            try:
                for change, place in zip(changeset.changes, payload.after, strict=True):
                    table, record_id = state.tables[change.kind], change.entity.id
                    if change.after is None:
                        table.remove(record_id)
                        continue
                    table.put(record_id, change.after)
                    if change.before is None:
                        # What was edited is in use; what was created may not be for long.
                        data = payload.data[place]
                        table.leave(record_id, OnDisk(journal, start + place.start, data))
                state.sequence, state.end = sequence, end
                lock.mark(state.head)
            except BaseException:
                # Only an interruption comes here; memory may lag behind the journal.
                journal.failed = f"Commit {sequence} was interrupted after it was written."
                raise
            self._fold_when_due()
            return Commit(sequence=sequence, changeset=changeset, hash=end.hash)

    def refuse_reader(self) -> None:
        """Raise unless this is the writer.

        Raises:
            ReadOnlyError: when opened for reading.
            StoreError: when closed.
        """
        self._writable()

    def _writable(self) -> tuple[Journal, WriterLock]:
        if self._journal is not None and self._lock is not None:
            return self._journal, self._lock
        if self.readonly:
            msg = f"{self.files.snapshot} is open for reading only."
            raise ReadOnlyError(msg, "Close the program that holds it, then open it again.")
        msg = f"{self.files.snapshot} has been closed."
        raise StoreError(msg, "Open it again.")

    def _current(self, kind: str, record_id: str) -> Entity | None:
        table = self.state.tables[kind]
        return table.entity(record_id) if record_id in table.rows else None

    def _history_of(self, record_id: str) -> Iterator[Commit]:
        return self.history.of_record(record_id, self.state.end)

    def compact(self) -> None:
        """Write a new snapshot now.

        Raises:
            NoRoomError: when the disk is full; everything is as it was.
            ReadOnlyError: when opened for reading.
        """
        with self.guard:
            self._writable()
            picture = self._picture()
        self._folding.finish()
        self._folding.write(picture)

    def _fold_when_due(self) -> None:
        if not self._folding.busy and self._folding.due(self._tail):
            self._folding.start(self._picture())

    @property
    def _tail(self) -> int:
        return self.state.end.offset - self._folding.folded.offset

    def _picture(self) -> Picture:
        state = self.state
        snapshot = Snapshot(format=FORMAT, sequence=state.sequence, position=state.end)
        return Picture(snapshot, {kind: dict(t.rows) for kind, t in state.tables.items()})

    def read(self) -> dict[str, Documents]:  # type: ignore[override]  # views, not plain dicts
        """Return the tables that hold records, by name; TinyDB calls this for every read."""
        with self.guard:
            tables = self.state.tables
            return {kind: Documents(table) for kind, table in tables.items() if len(table)}

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """Make the database hold exactly ``data``; TinyDB calls this when it drops tables.

        Raises:
            InputError: when a document is no record of its table.
        """
        with self.guard:
            changes = differences(self.state.tables, data)
            if changes:
                self.commit(changeset_of(self.reviewer, changes))

    def refresh(self) -> bool:
        """Take in what the writer committed since; return whether anything was new.

        Raises:
            DamagedError: when the files no longer agree with each other.
        """
        if not self.readonly:
            return False
        with self.guard:
            before, marker = self.state.head, read_head(self.files.lock)
            if marker == before and not more_after(self.files.journal, self.state.end):
                return False
            try:
                replay(self.state, self.files, marker)
            except DamagedError:
                # A line that was read before its writer had to take it back, or other files.
                self.state = load(self.files)
            return self.state.head != before

    @property
    def folding_error(self) -> TrackerError | None:
        """Why the last snapshot could not be written; None when all is well."""
        return self._folding.error

    def close(self) -> None:
        """Finish a snapshot that is due, and give back files and lock."""
        self._folding.finish()
        with self.guard:
            sound = self._journal is not None and not self._journal.failed
            if sound and self._folding.due(self._tail):
                with suppress(TrackerError):
                    # Everything is in the journal; the next opening only takes longer.
                    self._folding.write(self._picture())
            self._release()

    def _release(self) -> None:
        journal, lock = self._journal, self._lock
        self._journal = self._lock = None
        if journal is not None:
            journal.close()
        if lock is not None:
            lock.release()


def _left_behind(holder: str, torn: int) -> Iterator[str]:
    """Yield what a process that ended without closing the database left for the next to say."""
    if holder:
        yield (
            f"Every confirmed edit is here. The lock left by {holder}, was taken over: that "
            f"program ended without closing the database."
        )
    if torn:
        yield (
            f"An edit that was being written when the program was last stopped "
            f"({torn} bytes) was never confirmed and has been dropped."
        )
