"""A history taken into an empty database on a server, in steps that can be gone on from."""

from collections.abc import Iterable

from tracker.errors import StoreError
from tracker.store.entries import Entry, read_entries
from tracker.store.lines import Line, Original
from tracker.store.notation import write_json
from tracker.store.records import Row
from tracker.store.shared.address import Address
from tracker.store.shared.keys import key_of
from tracker.store.shared.rows import RowChange, place_of, stream_changes, stream_touched
from tracker.store.shared.schema import prepare
from tracker.store.shared.server import Connection, Server
from tracker.store.shared.term_table import ServerTerms

#: What is written in one transaction, at most: records, and bytes of history.
_RECORDS = 20_000
_BYTES = 32 << 20
_PATIENCE = 30.0


class ServerTarget:
    """An empty database on a server, or one that an earlier try of the same copy left unfinished.

    Each step is one transaction; between steps the database says that it is unfinished, so that
    nobody takes it for whole.
    """

    def __init__(self, url: str) -> None:
        self._server = Server(Address.of(url), patience=_PATIENCE)
        self._reached = Line(0, "", b"")
        self._lines: list[Line] = []
        self._entries: list[Entry] = []
        self._size = 0

    def begin(self, original: Original) -> Line | None:
        """Make the tables, and find out how far an earlier try came."""
        server = self._server
        prepare(server, readonly=False)
        head = server.run(_head)
        if head[0] and not (head[2] and _holds(original, head[0], head[1])):
            self._refuse(original, unfinished=bool(head[2]))
        server.run(lambda c: _mark(c, original.location))
        self._reached = Line(head[0], head[1], b"")
        return self._reached if head[0] else None

    def _refuse(self, original: Original, *, unfinished: bool) -> None:
        where = self._server.address.shown
        what = "the beginning of another copy" if unfinished else "a database already"
        msg = f"{where} holds {what}."
        raise StoreError(msg, f"Copy {original.location} to an empty one: nothing is written over.")

    def take(self, line: Line) -> None:
        """Take the next commit over; it is written with those around it."""
        entry = next(read_entries([line.payload], f"commit {line.sequence}"))
        self._lines.append(line)
        self._entries.append(entry)
        self._size += len(line.payload)
        if self._size >= _BYTES or sum(len(e.steps) for e in self._entries) >= _RECORDS:
            self._write()

    def _write(self) -> None:
        lines, entries, reached = self._lines, self._entries, self._reached
        if lines:
            changes = list(net_changes(entries))
            self._server.run(lambda c: _write_step(c, reached, lines, entries, changes))
            self._reached = lines[-1]
        self._lines, self._entries, self._size = [], [], 0

    def finish(self) -> None:
        """Write what is left, and say that the database is whole."""
        self._write()
        self._server.run(lambda c: _mark(c, ""))
        terms = ServerTerms(self._server.address, patience=_PATIENCE, writes=True)
        terms.settle(lambda done, total: None)
        terms.close()
        self._server.close()

    def abandon(self) -> None:
        """Give the connection back; what was written stays, to be gone on from."""
        self._server.close()


def _holds(original: Original, sequence: int, own_hash: str) -> bool:
    """Return whether the original's history has the commit that a target ends with."""
    if sequence > original.sequence:
        return False
    line = next(original.lines(sequence - 1), None)
    return line is not None and line.hash == own_hash


def _head(connection: Connection) -> tuple[int, str, str]:
    row = connection.execute("SELECT sequence, hash, unfinished FROM tracker_head").fetchone()
    if row is None:
        msg = "The tables of the database are not whole: tracker_head is empty."
        raise StoreError(msg, "Copy to an empty database.")
    return row[0], row[1], row[2]


def _mark(connection: Connection, unfinished: str) -> None:
    connection.execute("UPDATE tracker_head SET unfinished = %s WHERE one = 1", (unfinished,))


def net_changes(entries: Iterable[Entry]) -> Iterable[RowChange]:
    """Return what commits in a row do to each record, taken together."""
    found: dict[tuple[str, str], RowChange] = {}
    for entry in entries:
        for index, step in enumerate(entry.steps):
            key = (step.kind, step.record_id)
            earlier = found.pop(key, None)
            before: Row | None = write_json(step.before) if step.before is not None else None
            place = place_of(entry.sequence, index) if before is None else None
            if earlier is not None:
                before = earlier.before
                place = earlier.place if place is None else place
            if before is None and step.after is None:
                continue
            version = step.after.get("version") if step.after is not None else 0
            found[key] = RowChange(
                step.kind,
                step.record_id,
                before,
                write_json(step.after) if step.after is not None else None,
                version if isinstance(version, int) else 0,
                place,
            )
    return found.values()


def _write_step(
    connection: Connection,
    reached: Line,
    lines: list[Line],
    entries: list[Entry],
    changes: list[RowChange],
) -> None:
    row = connection.execute(
        b"BEGIN; SELECT sequence, hash FROM tracker_head WHERE one = 1 FOR UPDATE"
    )
    row.nextset()
    head = row.fetchone()
    last = lines[-1]
    if head == (last.sequence, last.hash):
        # Written by an earlier try whose answer was lost.
        connection.rollback()
        return
    if head is None or head[0] != reached.sequence:
        msg = "Somebody else writes into the database that is being copied to."
        raise StoreError(msg, "Copy to a database that nobody uses yet.")
    columns = "sequence, hash, payload, reviewer"
    with connection.cursor().copy(f"COPY tracker_commits ({columns}) FROM STDIN".encode()) as copy:
        for line, entry in zip(lines, entries, strict=True):
            whose = key_of(str(entry.fields.get("reviewer", "")))
            copy.write_row((line.sequence, line.hash, line.payload.decode(), whose))
    stream_changes(connection, changes)
    stream_touched(connection, ((s.record_id, e.sequence) for e in entries for s in e.steps))
    connection.execute(
        "UPDATE tracker_head SET sequence = %s, hash = %s WHERE one = 1; COMMIT",
        (last.sequence, last.hash),
    )
