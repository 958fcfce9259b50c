"""Making one commit: hold the head, take in what others did, compare, write."""

from collections.abc import Callable, Iterator
from typing import cast

from attrs import define, field

from tracker.codec import Document, from_document
from tracker.errors import StoreError
from tracker.model import ChangeSet, Commit, Entity, StaleError
from tracker.store.entries import Entry, Sides, payload_of, read_entries, sides_of
from tracker.store.journal import digest
from tracker.store.lines import Line
from tracker.store.lock import Head
from tracker.store.notation import read_json, write_json
from tracker.store.protocol import SINGLE
from tracker.store.records import written
from tracker.store.shared.keys import key_of
from tracker.store.shared.replica import Replica, present, put, replaced
from tracker.store.shared.rows import RowChange, place_of, read_lines, write_commit
from tracker.store.shared.server import Connection
from tracker.store.shared.terms import reaches, term_changes
from tracker.store.versions import refuse_stale

_HOLD = (
    "SELECT sequence, hash, unfinished, matched_to, matched_by"
    " FROM tracker_head WHERE one = 1 FOR UPDATE"
)
_RECORDS = "SELECT kind, id, format, document FROM tracker_records"
_SHARING = (
    b"SELECT kind, id, format, document FROM tracker_records WHERE kind = %s AND id IN"
    b" (SELECT id FROM tracker_values WHERE kind = %s AND field = %s AND value = ANY(%s))"
)
Key = tuple[str, str]


@define
class Attempt:
    """One change set on its way, over as many connections as it takes.

    Attributes:
        changeset: what shall be done.
        replica: brought up to date on the way.
        history: the commits of one record, newest first, for naming who was quicker.
        notify: whether others are told at once.
        indexed: whether our role may keep the match index.
        sent: whether it was sent and no answer came, so that it may have been done.
        foreign: whether others had committed since we last looked.
    """

    changeset: ChangeSet
    replica: Replica
    history: Callable[[str], Iterator[Commit]]
    notify: bool
    indexed: bool
    sent: bool = False
    foreign: bool = False
    _rows: dict[Key, bytes] = field(factory=dict)
    _in_step: bool = False

    def __call__(self, connection: Connection) -> Commit:
        """Make the commit, or find that an earlier try had made it.

        Raises:
            ConflictError: when a record is not as the change set expects.
            RuleError: when it holds something that cannot be stored.
        """
        done = self._hold(connection)
        if done is not None:
            connection.rollback()
            return done
        refuse_stale(self.changeset, self._current, self.history)
        self._refuse_twins(connection)
        sequence = self.replica.sequence + 1
        sides = [sides_of(change) for change in self.changeset.changes]
        payload = payload_of(sequence, self.changeset, sides)
        line = Line.following(self.replica.hash, sequence, payload.data)
        changes = self._changes(sequence, sides)
        self.sent = True
        write_commit(
            connection,
            line,
            changes,
            reviewer=self.changeset.reviewer,
            terms=term_changes(self.changeset) if self._in_step else None,
            notify=self.notify,
        )
        self.sent = False
        with self.replica.guard:
            for change in self.changeset.changes:
                table = self.replica.tables.get(change.kind)
                if table is not None:
                    put(table, change.entity.id, change.after)
            self.replica.sequence, self.replica.hash = line.sequence, line.hash
        return Commit(sequence=sequence, changeset=self.changeset, hash=line.hash)

    def _hold(self, connection: Connection) -> Commit | None:
        """Take the head, and what it takes to compare; return the commit if it was made before."""
        keys = list(dict.fromkeys((c.kind, c.entity.id) for c in self.changeset.changes))
        where, arguments = _condition(keys)
        cursor = connection.execute(f"BEGIN; {_HOLD}; {_RECORDS} WHERE {where}".encode(), arguments)
        cursor.nextset()
        head = cursor.fetchone()
        if head is None:
            msg = "The tables of the database are not whole: tracker_head is empty."
            raise StoreError(msg, "Restore the database from a backup.")
        refuse_unfinished(head[2])
        self._in_step = self.indexed and reaches(head[0], matched_to=head[3], matched_by=head[4])
        cursor.nextset()
        self._rows = {
            (kind, i): present(kind, version, document) for kind, i, version, document in cursor
        }
        return self._catch_up(connection, head[0], head[1])

    def _catch_up(self, connection: Connection, sequence: int, own_hash: str) -> Commit | None:
        replica, made = self.replica, None
        self.foreign = self.foreign or sequence != replica.sequence
        if self.sent or replica.tables:
            for entry, found in entries(connection, replica.head, sequence, own_hash):
                replica.take(entry, found)
                if self.sent and _is(entry, self.changeset):
                    made = Commit(sequence=entry.sequence, changeset=self.changeset, hash=found)
        replica.reach(sequence, own_hash)
        return made

    def _refuse_twins(self, connection: Connection) -> None:
        """Do nothing unless somebody made the same record meanwhile, under another identifier."""
        for kind, fields in SINGLE.items():
            made = [
                c for c in self.changeset.changes if c.kind == kind and c.before is None and c.after
            ]
            values = [key_of(getattr(change.after, fields[0])) for change in made]
            held = {
                tuple(getattr(entity, name) for name in fields): entity
                for entity in (_sharing(connection, kind, fields[0], values) if made else ())
                if not self._ends(entity)
            }
            for change in made:
                twin = held.get(tuple(getattr(change.after, name) for name in fields))
                if twin is not None:
                    last = next(self.history(twin.id), None)
                    raise StaleError(self.changeset, change, twin, last)

    def _ends(self, entity: Entity) -> bool:
        """Return whether the change set itself deletes or changes a record."""
        return any(c.before == entity for c in self.changeset.changes)

    def _current(self, kind: str, record_id: str) -> Entity | None:
        row = self._rows.get((kind, record_id))
        if row is None:
            return None
        before = self._expected.get((kind, record_id))
        if before is not None and written(before) == row:
            return before
        return from_document(kind, cast("Document", read_json(row)))

    @property
    def _expected(self) -> dict[Key, Entity]:
        return {(c.kind, c.entity.id): c.before for c in self.changeset.changes if c.before}

    def _changes(self, sequence: int, sides: list[Sides]) -> list[RowChange]:
        return [
            RowChange(
                change.kind,
                change.entity.id,
                change.before,
                write_json(after) if after is not None else None,
                change.entity.version,
                place_of(sequence, index) if change.before is None else None,
            )
            for index, (change, (_, after)) in enumerate(
                zip(self.changeset.changes, sides, strict=True)
            )
        ]


def _sharing(connection: Connection, kind: str, name: str, values: list[str]) -> Iterator[Entity]:
    """Yield the records of a kind whose field ``name`` has one of the values."""
    found = connection.execute(_SHARING, (kind, kind, name, values))
    for _, _, version, document in found.fetchall():
        yield from_document(kind, cast("Document", read_json(present(kind, version, document))))


def _condition(keys: list[Key]) -> tuple[str, list[object]]:
    """Return the condition that the rows of ``keys`` meet, and its arguments."""
    by_kind: dict[str, list[str]] = {}
    for kind, record_id in keys:
        by_kind.setdefault(kind, []).append(record_id)
    parts = ["(kind = %s AND id = ANY(%s))"] * len(by_kind)
    return " OR ".join(parts), [one for pair in by_kind.items() for one in pair]


def _is(entry: Entry, changeset: ChangeSet) -> bool:
    made = entry.fields
    same = (made.get("id"), made.get("reviewer"), made.get("label"))
    return same == (changeset.id, changeset.reviewer, changeset.label) and (
        made.get("at") == changeset.at.isoformat()
    )


def entries(
    connection: Connection, head: Head, until: int, last: str
) -> Iterator[tuple[Entry, str]]:
    """Yield the commits after ``head`` up to number ``until``, oldest first, with their hashes.

    Raises:
        DamagedError: when they do not follow from ``head``, or do not lead to the hash ``last``.
    """
    reached = head
    for _, line in read_lines(connection, head.sequence, until):
        if digest(reached.hash, line.payload) != line.hash:
            raise replaced(reached.sequence)
        reached = Head(line.sequence, line.hash)
        yield next(read_entries([line.payload], f"commit {line.sequence}")), line.hash
    if reached != Head(until, last):
        raise replaced(reached.sequence)


def follow(connection: Connection, replica: Replica) -> bool:
    """Bring ``replica`` to where the server is; return whether anything was new.

    Raises:
        DamagedError: when the server's history is no longer the one that was read.
        StoreError: when its tables are not whole.
    """
    row = connection.execute("SELECT sequence, hash, unfinished FROM tracker_head").fetchone()
    if row is None:
        msg = "The tables of the database are not whole: tracker_head is empty."
        raise StoreError(msg, "Restore the database from a backup.")
    refuse_unfinished(row[2])
    before = replica.sequence
    if replica.tables:
        for entry, own in entries(connection, replica.head, row[0], row[1]):
            replica.take(entry, own)
    replica.reach(row[0], row[1])
    return int(row[0]) != before


def refuse_unfinished(whence: str) -> None:
    """Do nothing unless a copy into the database was begun and not finished.

    Raises:
        StoreError: when it was.
    """
    if whence:
        msg = f"A copy from {whence} into this database was not finished."
        raise StoreError(msg, "Run the same tracker copy again: it goes on where it was stopped.")
