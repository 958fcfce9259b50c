"""Whether the files of a database are what was written, and all records follow from the journal."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from attrs import define, field

from tracker.codec import Document
from tracker.errors import DamagedError, StoreError, TrackerError
from tracker.store.entries import Entry, commit_of, read_entries
from tracker.store.files import Files
from tracker.store.journal import BadLine, Position, read_lines
from tracker.store.notation import write_json
from tracker.store.opening import State, collector_at_rest
from tracker.store.protocol import Problem
from tracker.store.records import Records, Row, document_of, written
from tracker.store.snapshot import SnapshotFile
from tracker.store.storage import JournalStorage


@define
class _Check:
    """One walk over the journal from its first line."""

    files: Files
    replayed: State = field(factory=State)
    problems: list[Problem] = field(factory=list)
    versions: set[tuple[str, str, int]] = field(factory=set)

    def report(self, where: str | Path, message: str) -> None:
        self.problems.append(Problem(where=str(where), message=message))


def verify(storage: JournalStorage) -> tuple[Problem, ...]:
    """Return what is wrong with the files of ``storage``, nothing when all is well.

    Every line of the journal must follow from the one before it; every record in it must decode
    and start from what the commits before left; no version of a record may come twice; the
    snapshots on disk and the records in memory must equal what the journal leads to.
    """
    with storage.guard:
        end = storage.state.end
        memory = {kind: dict(t.rows) for kind, t in storage.state.tables.items()}
    check = _Check(storage.files)
    with ExitStack() as stack, collector_at_rest():
        snapshots = list(_snapshots(check, stack))
        for snapshot in snapshots:
            if snapshot.header.sequence == 0:
                _compare_snapshot(check, snapshot)
        try:
            for entry in read_entries(_payloads(check, end), str(storage.files.journal)):
                _follow(check, entry)
                for snapshot in snapshots:
                    if snapshot.header.sequence == entry.sequence:
                        _compare_snapshot(check, snapshot)
        except StoreError as error:
            check.report(storage.files.journal, error.message)
    if not check.problems:
        _compare(check, "memory", memory)
    return tuple(check.problems)


def _snapshots(check: _Check, stack: ExitStack) -> Iterator[SnapshotFile]:
    """Yield the snapshots on disk, kept open until ``stack`` ends; note those that are unusable."""
    for path in (check.files.snapshot, check.files.previous):
        try:
            yield stack.enter_context(SnapshotFile(path))
        except FileNotFoundError:
            continue
        except (StoreError, OSError) as error:
            check.report(path, str(error))


def _payloads(check: _Check, end: Position) -> Iterator[bytes]:
    reached = Position()
    if end.offset:
        for line in read_lines(check.files.journal, reached):
            if isinstance(line, BadLine):
                check.report(check.files.journal, f"The line at byte {line.offset} is damaged.")
                return
            reached = line.end
            yield line.payload
            if reached.offset >= end.offset:
                break
    if reached != end:
        check.report(check.files.journal, "It does not lead to the commit that was last made.")


def _follow(check: _Check, entry: Entry) -> None:
    where = f"commit {entry.sequence}"
    for step in entry.steps:
        table = check.replayed.tables[step.kind]
        row = table.rows.get(step.record_id)
        if not _same(row, write_json(step.before) if step.before is not None else None):
            check.report(where, f"It changes {step.record_id} from what it was not.")
        if step.after is not None:
            _note_version(check, step.kind, step.record_id, step.after, where)
    try:
        commit_of(entry, "")
    except TrackerError as error:
        check.report(where, error.message)
    check.replayed.take(entry)


def _note_version(check: _Check, kind: str, record_id: str, document: Document, where: str) -> None:
    version = document.get("version")
    found = (kind, record_id, version if isinstance(version, int) else 0)
    if found in check.versions:
        check.report(where, f"{record_id} has version {version} for the second time.")
    check.versions.add(found)


def _compare_snapshot(check: _Check, snapshot: SnapshotFile) -> None:
    found: dict[str, dict[str, Row]] = {kind: {} for kind in check.replayed.tables}
    try:
        for kind, rows in snapshot.rows():
            found[kind].update(rows)
    except DamagedError as error:
        check.report(snapshot.path, error.message)
        return
    _compare(check, snapshot.path, found)


def _compare(check: _Check, where: str | Path, found: Mapping[str, Mapping[str, Row]]) -> None:
    for kind, records in check.replayed.tables.items():
        if list(records) != list(found[kind]) or _differing(records, found[kind]):
            check.report(where, f"Its {kind} are not what the journal leads to.")


def _differing(records: Records, found: Mapping[str, Row]) -> bool:
    return any(not _same(row, found[i]) for i, row in records.rows.items())


def _same(one: Row | None, other: Row | None) -> bool:
    if one is None or other is None:
        return one is other
    # Fields may stand in another order in a document that a migration made.
    return written(one) == written(other) or document_of(one) == document_of(other)
