"""What can be saved from a damaged database, written to a new one; the damaged one is only read."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from attrs import frozen

from tracker.codec import from_document
from tracker.errors import InputError, StoreError, TrackerError
from tracker.model import Change, ChangeSet, ChangeSetId
from tracker.store.disk import make_folder
from tracker.store.embedded import EmbeddedStore
from tracker.store.entries import Entry, read_entries
from tracker.store.files import Files
from tracker.store.journal import GENESIS, Position, is_room, payload_of, recorded_hash
from tracker.store.notation import write_json
from tracker.store.opening import State
from tracker.store.originals import Originals
from tracker.store.records import Row, document_of
from tracker.store.snapshot import SnapshotFile

_Rows = dict[tuple[str, str], Row]


@frozen(kw_only=True)
class Salvage:
    """What was saved.

    Attributes:
        commits: how many commits of the history, from the first one on, are kept as they were.
        restored: how many records were brought on from there by what else was intact: a
            snapshot, and lines of the journal after the damage. One commit names them.
        damaged: how many lines of the journal could not be used.
        unusable: records that no longer decode, as messages.
    """

    commits: int
    restored: int
    damaged: int
    unusable: tuple[str, ...]


def salvage(damaged: Path, target: Path, *, reviewer: str, at: datetime) -> Salvage:
    """Write what can be saved of the database at ``damaged`` to a new one at ``target``.

    The history up to the first damage is kept line for line. What later commits and snapshots
    tell about the records is added as one commit, labelled so. Originals come along where they
    are what they were.

    Args:
        damaged: the snapshot's path; read only.
        target: where to; nothing may be there yet.
        reviewer: whose name the added commit carries.
        at: its time (aware, UTC).

    Raises:
        StoreError: when ``target`` exists or there is nothing to save.
    """
    files, new = Files(damaged), Files(target)
    if any(path.exists() for path in (target, new.journal, new.lock)):
        msg = f"{target} exists already."
        raise StoreError(msg, "Give the path of a new database.")
    make_folder(target.parent)
    state, rest, broken = _journal(files.journal)
    if files.journal.exists():
        with files.journal.open("rb") as old:
            new.journal.write_bytes(old.read(state.end.offset))
        new.journal.chmod(0o600)
    known = {(kind, i): row for kind, t in state.tables.items() for i, row in t.rows.items()}
    store = EmbeddedStore(target)
    try:
        changes, unusable = _changes(store, _best(files, state.sequence, known, rest))
        if changes:
            label = f"Restore {len(changes)} records after damage in the history"
            store.apply(
                ChangeSet(
                    id=ChangeSetId(f"chg_{token_hex(8)}"),
                    reviewer=reviewer,
                    at=at,
                    label=label,
                    changes=changes,
                )
            )
    finally:
        store.close()
    Originals(files.originals).copy_sound(Originals(new.originals))
    return Salvage(commits=state.sequence, restored=len(changes), damaged=broken, unusable=unusable)


def _journal(path: Path) -> tuple[State, list[Entry], int]:
    """Return the state before the first damage, intact entries after it, and damaged lines."""
    state, rest, broken, previous, sound = State(), list[Entry](), 0, GENESIS, True
    for raw in _raw_lines(path):
        payload = payload_of(raw, previous)
        previous = recorded_hash(raw)
        try:
            entry = next(read_entries([payload], str(path))) if payload is not None else None
            if entry is not None and sound:
                state.take(entry)
                state.end = Position(state.end.offset + len(raw), previous)
        except TrackerError:
            entry = None
        if entry is None:
            broken, sound = broken + 1, False
        elif not sound:
            rest.append(entry)
    return state, rest, broken


def _raw_lines(path: Path) -> Iterator[bytes]:
    if path.exists():
        with path.open("rb") as file:
            yield from (raw for raw in file if not is_room(raw))


def _best(files: Files, reached: int, known: _Rows, rest: list[Entry]) -> _Rows:
    """Return the newest state that the intact parts tell of."""
    rows = known
    for path in (files.snapshot, files.previous):
        try:
            with SnapshotFile(path) as snapshot:
                if snapshot.header.sequence <= reached:
                    continue
                found = dict(snapshot.rows())
        except (StoreError, OSError):
            continue
        rows = {(kind, i): row for kind, table in found.items() for i, row in table.items()}
        reached = snapshot.header.sequence
    rows = dict(rows)
    for entry in rest:
        if entry.sequence <= reached:
            continue
        for step in entry.steps:
            if step.after is None:
                rows.pop((step.kind, step.record_id), None)
            else:
                rows[step.kind, step.record_id] = write_json(step.after)
    return rows


def _changes(store: EmbeddedStore, rows: _Rows) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """Return what brings ``store`` to ``rows``, and why some of them cannot be."""
    changes, unusable = list[Change](), list[str]()
    tables = store.database.storage.read() or {}
    old = {(kind, i) for kind, table in tables.items() for i in table}
    for kind, record_id in sorted(old - set(rows)):
        changes.append(Change(before=store.record(kind, record_id)))
    for (kind, record_id), row in rows.items():
        try:
            after = from_document(kind, document_of(row))
        except (InputError, ValueError) as error:
            unusable.append(str(error))
            continue
        before = store.record(kind, record_id) if (kind, record_id) in old else None
        if before is None:
            changes.append(Change(after=after))
        elif after != before:
            changes.append(Change.replace(before, after))
    return tuple(changes), tuple(unusable)
