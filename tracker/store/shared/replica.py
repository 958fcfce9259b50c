"""Tables held in memory once somebody went through them, kept current by the history."""

import threading
from collections.abc import Iterator
from typing import Any, cast

import psycopg

from tracker.codec import Document, from_document
from tracker.errors import DamagedError, InputError
from tracker.model import Entity
from tracker.store.entries import Entry, Step, read_entries
from tracker.store.journal import GENESIS
from tracker.store.lock import Head
from tracker.store.migrations import FORMAT, migrate, readable
from tracker.store.notation import read_json, write_json
from tracker.store.opening import collector_at_rest, settle
from tracker.store.records import Records, Row
from tracker.store.shared.rows import read_lines
from tracker.store.shared.server import Connection

_SLICE = 128


class Replica:
    """What this program knows of the server: how far it has read, and whole tables.

    A table is read when it is first gone through, and answers every question from then on, so
    that screens ask no server between two keys. Tables that nobody went through stay there.

    Attributes:
        guard: held while anything here is looked at or changed.
        sequence: the commit up to which everything here reaches.
        hash: of that commit.
        tables: the tables held, by kind.
    """

    def __init__(self) -> None:
        self.guard = threading.RLock()
        self.sequence = 0
        self.hash = GENESIS
        self.tables: dict[str, Records] = {}

    @property
    def head(self) -> Head:
        """The last commit taken in."""
        return Head(self.sequence, self.hash)

    def take(self, entry: Entry, own_hash: str) -> None:
        """Bring the tables to where the next commit left them."""
        with self.guard:
            for step in entry.steps:
                if step.kind in self.tables:
                    put_step(self.tables[step.kind], step)
            self.sequence, self.hash = entry.sequence, own_hash

    def reach(self, sequence: int, own_hash: str) -> None:
        """Take note of the commit that everything here reaches up to.

        Raises:
            DamagedError: when that is no later one than before, and not the same: the server
                has lost commits that it had acknowledged.
        """
        with self.guard:
            if sequence < self.sequence or (sequence == self.sequence and own_hash != self.hash):
                raise replaced(self.sequence)
            self.sequence, self.hash = sequence, own_hash

    def hold(self, connection: Connection, records: Records, reached: int) -> None:
        """Hold a table from now on, brought from commit ``reached`` to where all else is."""
        lines = read_lines(connection, reached, self.sequence)
        for entry in read_entries((line.payload for _, line in lines), "tracker_commits"):
            for step in entry.steps:
                if step.kind == records.kind:
                    put_step(records, step)
        with self.guard:
            self.tables.setdefault(records.kind, records)

    def scan(self, kind: str) -> Iterator[Entity]:
        """Return every record of a table held, as they stand now."""
        with self.guard:
            records = self.tables[kind]
            picture = list(records.rows.items())
        return self._decoded(records, picture)

    def _decoded(self, records: Records, picture: list[tuple[str, Row]]) -> Iterator[Entity]:
        # In slices: a long first scan must not keep edits waiting.
        for start in range(0, len(picture), _SLICE):
            with self.guard:
                found = [records.decoded(i, row) for i, row in picture[start : start + _SLICE]]
            yield from found


def put(records: Records, record_id: str, row: Row | None) -> None:
    """Create, replace or (None) delete a record of a table held."""
    if row is not None:
        records.put(record_id, row)
    elif record_id in records.rows:
        records.remove(record_id)


def put_step(records: Records, step: Step) -> None:
    """Bring a table to where one step of a commit left it."""
    put(records, step.record_id, write_json(step.after) if step.after is not None else None)


def replaced(sequence: int) -> DamagedError:
    """Return the error for a server whose history is no longer the one that was read."""
    msg = f"The server no longer holds commit {sequence}, which it had acknowledged."
    return DamagedError(
        msg, "It was restored from a backup, or a standby took over that lagged behind."
    )


def read_table(connection: Connection, kind: str) -> tuple[Records, int]:
    """Return a table as the server holds it, and the commit up to which it reaches.

    Both come from one statement: whatever the isolation, a statement sees one state.
    """
    records, reached, rows = Records(kind), 0, list[tuple[str, Row]]()
    with collector_at_rest(), psycopg.Cursor(connection) as cursor:
        found = cursor.stream(
            "SELECT h.sequence, r.id, r.format, r.document FROM tracker_head h"
            " LEFT JOIN tracker_records r ON r.kind = %s WHERE h.one = 1 ORDER BY r.place",
            (kind,),
        )
        for sequence, record_id, version, document in found:
            reached = sequence
            if record_id is not None:
                rows.append((record_id, present(kind, version, document)))
        records.load(rows)
        settle(len(rows))
    return records, reached


def present(kind: str, version: Any, document: str) -> bytes:
    """Return a stored document as this version of the program writes it.

    Raises:
        StoreError: when a newer program wrote it.
    """
    raw = document.encode()
    if version == FORMAT:
        return raw
    found = read_json(raw)
    known = readable(version, f"A record of {kind}")
    return write_json(migrate(kind, found, known)) if isinstance(found, dict) else raw


def entity_of(kind: str, row: tuple[Any, ...]) -> Entity:
    """Return the record in a row of identifier, format and document.

    Raises:
        DamagedError: when it cannot be read.
    """
    try:
        document = read_json(present(kind, row[1], row[2]))
        return from_document(kind, cast("Document", document))
    except (InputError, ValueError) as error:
        msg = f"A stored record is unusable: {error}"
        raise DamagedError(msg, "Run: tracker check") from None
