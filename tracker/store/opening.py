"""What the files of a database say when they are opened: the newest whole state, or damage."""

import gc
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import define, field

from tracker.errors import DamagedError, StoreError
from tracker.store.entries import Entry, read_entries
from tracker.store.files import Files
from tracker.store.journal import BadLine, Line, Position, ends_line, read_lines
from tracker.store.lock import Head, read_head
from tracker.store.notation import write_json
from tracker.store.on_disk import OnDisk, OpenFile
from tracker.store.records import Records, empty_tables
from tracker.store.snapshot import Snapshot, SnapshotFile

_MANY = 10_000


class Written:
    """A commit as it stands in the journal.

    Args:
        file: the journal.
        offset: bytes before the payload.
        payload: its bytes.
    """

    def __init__(self, file: OpenFile, offset: int, payload: bytes) -> None:
        self._file = file
        self._offset = offset
        self._payload = payload
        self._reached = 0

    def find(self, document: bytes) -> OnDisk | None:
        """Return where ``document`` stands, after those that were found before.

        None where it does not: an older program wrote it otherwise, and the rest of the commit
        as well.
        """
        start = self._payload.find(document, self._reached) if self._reached >= 0 else -1
        self._reached = start + len(document) if start >= 0 else -1
        return OnDisk(self._file, self._offset + start, document) if start >= 0 else None


@define
class State:
    """The records in memory and the place in the journal that they stand for.

    Attributes:
        tables: the records by kind.
        sequence: number of the last commit included.
        end: place in the journal after that commit.
        folded: place in the journal up to which the snapshot on disk reaches.
        torn: bytes after ``end`` that were never acknowledged.
        notices: what the person who opened the database should know, as sentences.
        rebuilt: whether the snapshot was unusable and a new one is due.
    """

    tables: dict[str, Records] = field(factory=empty_tables)
    sequence: int = 0
    end: Position = field(factory=Position)
    folded: Position = field(factory=Position)
    torn: int = 0
    notices: list[str] = field(factory=list)
    rebuilt: bool = False

    @property
    def head(self) -> Head:
        """The last commit included, as the marker names it."""
        return Head(self.sequence, self.end.hash)

    def take(self, entry: Entry, written: Written | None = None) -> None:
        """Bring the records to where the commit of ``entry`` left them.

        Args:
            entry: the commit.
            written: where it stands; records are left there instead of held.

        Raises:
            DamagedError: when it is not the next one, or deletes what is not there.
        """
        if entry.sequence != self.sequence + 1:
            msg = f"Commit {entry.sequence} follows commit {self.sequence} in the journal."
            raise DamagedError(msg, "Run: tracker check --salvage")
        for step in entry.steps:
            table = self.tables[step.kind]
            if step.after is not None:
                data = write_json(step.after)
                table.put(step.record_id, data)
                place = written.find(data) if written is not None else None
                if place is not None:
                    table.leave(step.record_id, place)
            elif step.record_id in table.rows:
                table.remove(step.record_id)
            else:
                msg = f"Commit {entry.sequence} deletes {step.record_id}, which is not there."
                raise DamagedError(msg, "Run: tracker check --salvage")
        self.sequence = entry.sequence


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector away while much is loaded: it would look again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load(files: Files) -> State:
    """Return the newest whole state that ``files`` hold; a database without files is empty.

    A line that was being written when its writer died is left out and noted in ``torn``.

    Raises:
        DamagedError: when the files contradict themselves or lack something acknowledged.
        StoreError: when they are no database of ours, or a newer program wrote them.
        OSError: when they cannot be read.
    """
    # The marker first: a writer at work moves on meanwhile, and never ahead of the journal.
    marker = read_head(files.lock)
    with collector_at_rest():
        state = _base(files, marker)
        replay(state, files, marker)
        settle(sum(len(table) for table in state.tables.values()))
    return state


def settle(objects: int) -> None:
    """Keep the garbage collector from what was loaded, when it is much.

    Records refer to nothing that refers back to them, so there is nothing for it to find, and
    with 100,000 of them each of its rounds would stop the program for a tenth of a second.
    """
    if objects >= _MANY:
        gc.freeze()


def _base(files: Files, marker: Head | None) -> State:
    """Return the state of the newest usable snapshot, an empty one when there is none."""
    if not files.journal.exists():
        return _without_journal(files, marker)
    state = State()
    for path in (files.snapshot, files.previous):
        try:
            snapshot = SnapshotFile(path)
        except FileNotFoundError:
            continue
        except DamagedError as error:
            state.notices.append(f"{error.message} The records were rebuilt from the journal.")
            state.rebuilt = True
            continue
        with snapshot:
            _fit(snapshot.header, path, files)
            return _loaded(state, snapshot)
    if not state.rebuilt and files.journal.stat().st_size:
        state.notices.append(f"{files.snapshot} was missing and was rebuilt from the journal.")
    state.rebuilt = True
    return state


def _loaded(state: State, snapshot: SnapshotFile) -> State:
    for kind, rows in snapshot.rows():
        state.tables[kind].load(rows.items())
    state.sequence = snapshot.header.sequence
    state.end = state.folded = snapshot.header.position
    return state


def _fit(snapshot: Snapshot, path: Path, files: Files) -> None:
    if not ends_line(files.journal, snapshot.position):
        msg = f"{files.journal} does not hold the history that {path} was made from."
        raise DamagedError(msg, "Run: tracker check --salvage")


def _without_journal(files: Files, marker: Head | None) -> State:
    acknowledged = marker.sequence if marker else 0
    if not files.snapshot.exists() and not files.previous.exists() and not acknowledged:
        return State(rebuilt=True)
    if marker is None and not files.previous.exists():
        msg = f"{files.snapshot} is not a database of tracker, or its journal is missing."
        raise StoreError(
            msg, f"Give another path with --db, or put {files.journal.name} back beside it."
        )
    msg = f"{files.journal}, the history of {files.snapshot}, is missing."
    raise DamagedError(msg, "Put it back from a backup, or run: tracker check --salvage")


def replay(state: State, files: Files, marker: Head | None) -> None:
    """Bring ``state`` up to the end of the journal.

    Raises:
        DamagedError: when a line is damaged, or acknowledged commits are missing at the end.
    """
    if not files.journal.exists():
        return
    bad: BadLine | None = None
    end = state.end
    lines = deque[Line]()

    def payloads() -> Iterator[bytes]:
        nonlocal bad, end
        for line in read_lines(files.journal, end):
            if isinstance(line, BadLine):
                bad = line
                return
            end = line.end
            lines.append(line)
            yield line.payload

    with files.journal.open("rb") as opened:
        file = OpenFile(files.journal, opened.fileno())
    for entry in read_entries(payloads(), str(files.journal)):
        line = lines.popleft()
        state.take(entry, Written(file, line.start, line.payload))
    state.end = end
    if bad is not None:
        _judge(bad, state, files, marker)
    _compare(state, files, marker)


def _judge(bad: BadLine, state: State, files: Files, marker: Head | None) -> None:
    """Tell a line that was never finished from one that was damaged later."""
    acknowledged = marker is None or marker.sequence > state.sequence
    if bad.followed or (bad.complete and acknowledged):
        msg = f"{files.journal} is damaged at byte {bad.offset}."
        raise DamagedError(msg, "Run: tracker check --salvage")
    state.torn = bad.size


def _compare(state: State, files: Files, marker: Head | None) -> None:
    if marker is None or marker.sequence < state.sequence:
        return
    lost = marker.sequence - state.sequence
    if lost:
        msg = f"{files.journal} lacks its last {lost} acknowledged commits."
        raise DamagedError(msg, "Put it back from a backup, or run: tracker check --salvage")
    if marker.hash != state.end.hash:
        msg = f"{files.journal} does not end with the commit that {files.lock} names."
        raise DamagedError(msg, "Put it back from a backup, or run: tracker check --salvage")
