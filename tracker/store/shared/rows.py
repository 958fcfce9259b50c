"""What a commit writes into the tables, few changes as statements, many as streams."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from tracker.matching.terms import TERMS
from tracker.store.lines import Line
from tracker.store.migrations import FORMAT
from tracker.store.protocol import INDEXES
from tracker.store.records import Row, values_of
from tracker.store.shared.keys import key_of
from tracker.store.shared.server import Connection
from tracker.store.shared.statements import Statements
from tracker.store.shared.terms import TermChanges

#: Changes above which COPY is quicker than statements.
_MANY = 32
#: A place is the number of the commit that created a record and, in these bits, which of the
#: commit's changes did.
_PLACE_BITS = 24

Value = tuple[str, str, str, str]


@frozen
class RowChange:
    """One record before and after, as JSON; its place where it is created, None to keep it."""

    kind: str
    record_id: str
    before: Row | None
    after: bytes | None
    version: int
    place: int | None


def place_of(sequence: int, index: int) -> int:
    """Return where a record created by change ``index`` of a commit stands among its kind."""
    return (sequence << _PLACE_BITS) | index


def values(change: RowChange, row: Row | None) -> set[Value]:
    """Return the look-up rows of a record."""
    if row is None:
        return set()
    return {
        (change.kind, field, key_of(value), change.record_id)
        for field in INDEXES[change.kind]
        for value in values_of(row, field)
    }


def write_commit(
    connection: Connection,
    line: Line,
    changes: Sequence[RowChange],
    *,
    reviewer: str,
    terms: TermChanges | None,
    notify: bool,
) -> None:
    """Write a commit inside the transaction that holds the head, and end the transaction.

    Args:
        connection: where the transaction was begun.
        line: the commit as the history has it.
        changes: what it does to the records.
        reviewer: whose it is.
        terms: what it does to the match index, None where that does not reach up to it.
        notify: whether others are told.
    """
    statements = Statements()
    _add_head(statements, line, matched=terms is not None)
    statements.add(
        "INSERT INTO tracker_commits (sequence, hash, payload, reviewer) VALUES (%s, %s, %s, %s)",
        line.sequence,
        line.hash,
        line.payload.decode(),
        key_of(reviewer),
    )
    if terms is not None:
        terms.add_to(statements)
    if len(changes) > _MANY:
        statements.send(connection)
        stream_changes(connection, changes)
        stream_touched(connection, ((c.record_id, line.sequence) for c in changes))
    else:
        for change in changes:
            _add_change(statements, change)
        for record_id in dict.fromkeys(c.record_id for c in changes):
            statements.add("INSERT INTO tracker_touched VALUES (%s, %s)", record_id, line.sequence)
    if notify:
        statements.add("SELECT pg_notify('tracker', %s)", str(line.sequence))
    statements.add("COMMIT")
    statements.send(connection)


def _add_head(statements: Statements, line: Line, *, matched: bool) -> None:
    if matched:
        statements.add(
            "UPDATE tracker_head SET sequence = %s, hash = %s, matched_to = %s, matched_by = %s"
            " WHERE one = 1",
            line.sequence,
            line.hash,
            line.sequence,
            TERMS,
        )
    else:
        statements.add(
            "UPDATE tracker_head SET sequence = %s, hash = %s WHERE one = 1",
            line.sequence,
            line.hash,
        )


def _add_change(statements: Statements, change: RowChange) -> None:
    key = (change.kind, change.record_id)
    if change.after is None:
        statements.add("DELETE FROM tracker_records WHERE kind = %s AND id = %s", *key)
    elif change.before is None:
        statements.add(
            "INSERT INTO tracker_records VALUES (%s, %s, %s, %s, %s, %s)",
            *key,
            change.place,
            change.version,
            FORMAT,
            change.after.decode(),
        )
    else:
        statements.add(
            "UPDATE tracker_records SET version = %s, format = %s, document = %s"
            " WHERE kind = %s AND id = %s",
            change.version,
            FORMAT,
            change.after.decode(),
            *key,
        )
    before, after = values(change, change.before), values(change, change.after)
    for value in sorted(before - after):
        statements.add(
            "DELETE FROM tracker_values WHERE kind = %s AND field = %s AND value = %s AND id = %s",
            *value,
        )
    for value in sorted(after - before):
        statements.add("INSERT INTO tracker_values VALUES (%s, %s, %s, %s)", *value)


def stream_changes(connection: Connection, changes: Sequence[RowChange]) -> None:
    """Write the records and look-ups of many changes."""
    replaced = [c for c in changes if c.before is not None]
    places = _remove(connection, replaced)
    written = (c for c in changes if c.after is not None)
    with connection.cursor().copy("COPY tracker_records FROM STDIN") as copy:
        for change in written:
            place = change.place
            if place is None:
                place = places[change.kind, change.record_id]
            after = (change.after or b"").decode()
            copy.write_row((change.kind, change.record_id, place, change.version, FORMAT, after))
    with connection.cursor().copy("COPY tracker_values FROM STDIN") as copy:
        for change in changes:
            for value in values(change, change.after):
                copy.write_row(value)


def _remove(connection: Connection, replaced: Iterable[RowChange]) -> dict[tuple[str, str], int]:
    """Take records that stand out of the tables, and return the places they had."""
    by_kind: dict[str, list[str]] = {}
    for change in replaced:
        by_kind.setdefault(change.kind, []).append(change.record_id)
    places: dict[tuple[str, str], int] = {}
    for kind, ids in by_kind.items():
        gone = connection.execute(
            "DELETE FROM tracker_records WHERE kind = %s AND id = ANY(%s) RETURNING id, place",
            (kind, ids),
        )
        places |= {(kind, record_id): place for record_id, place in gone}
        connection.execute(
            "DELETE FROM tracker_values WHERE kind = %s AND id = ANY(%s)", (kind, ids)
        )
    return places


def stream_touched(connection: Connection, touched: Iterable[tuple[str, int]]) -> None:
    """Write which commits touched which records."""
    with connection.cursor().copy("COPY tracker_touched FROM STDIN") as copy:
        for row in dict.fromkeys(touched):
            copy.write_row(row)


def read_lines(
    connection: Connection, after: int, until: int, *, page: int = 64
) -> Iterator[tuple[str, Line]]:
    """Yield the commits after one up to another, oldest first, each with the hash before it."""
    while after < until:
        found = connection.execute(
            "SELECT c.sequence, c.hash, c.payload, p.hash FROM tracker_commits c"
            " LEFT JOIN tracker_commits p ON p.sequence = c.sequence - 1"
            " WHERE c.sequence > %s AND c.sequence <= %s ORDER BY c.sequence LIMIT %s",
            (after, until, page),
        ).fetchall()
        if not found:
            return
        for sequence, own, payload, previous in found:
            yield previous or "", Line(sequence, own, payload.encode())
        after = found[-1][0]
