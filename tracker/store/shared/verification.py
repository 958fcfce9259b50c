"""Whether the server holds what was written, and all records follow from the history."""

from collections import Counter
from collections.abc import Iterator

import psycopg
from attrs import define, field

from tracker.codec import from_document
from tracker.errors import StoreError, TrackerError
from tracker.store.entries import Entry, commit_of, read_entries
from tracker.store.journal import GENESIS, digest
from tracker.store.lock import Head
from tracker.store.notation import write_json
from tracker.store.opening import State, collector_at_rest
from tracker.store.protocol import INDEXES, Problem
from tracker.store.records import Row, document_of, values_of
from tracker.store.shared.keys import key_of
from tracker.store.shared.replica import present
from tracker.store.shared.rights import may_match
from tracker.store.shared.rows import read_lines
from tracker.store.shared.server import Connection
from tracker.store.shared.terms import reaches, terms_of


@define
class _Check:
    """One walk over the history from its first commit."""

    connection: Connection
    replayed: State = field(factory=State)
    problems: list[Problem] = field(factory=list)
    versions: set[tuple[str, str, object]] = field(factory=set)
    touched: int = 0

    def report(self, where: str, message: str) -> None:
        self.problems.append(Problem(where=where, message=message))


def verify(connection: Connection) -> tuple[Problem, ...]:
    """Return what is wrong on the server, nothing when all is well.

    Every commit must follow from the one before it, decode, and start from what those before it
    left; no version of a record may come twice; records and look-ups must be those that the
    history leads to. All is read in one transaction, so that others may go on meanwhile.
    """
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    check = _Check(connection)
    try:
        with collector_at_rest():
            _walk(check)
            if not check.problems:
                _compare_records(check)
                _compare_keys(check)
                _compare_terms(check)
    finally:
        connection.rollback()
    return tuple(check.problems)


def _walk(check: _Check) -> None:
    row = check.connection.execute("SELECT sequence, hash FROM tracker_head").fetchone()
    head, reached = Head(*row) if row else Head(0, GENESIS), Head(0, GENESIS)
    try:
        for _, line in read_lines(check.connection, 0, head.sequence):
            if digest(reached.hash, line.payload) != line.hash:
                check.report("history", f"Commit {line.sequence} does not fit its hash.")
                return
            reached = Head(line.sequence, line.hash)
            for entry in read_entries([line.payload], "history"):
                _follow(check, entry)
    except StoreError as error:
        check.report("history", error.message)
        return
    if reached != head:
        check.report("history", "It does not lead to the commit that was last made.")


def _follow(check: _Check, entry: Entry) -> None:
    where = f"commit {entry.sequence}"
    for step in entry.steps:
        row = check.replayed.tables[step.kind].rows.get(step.record_id)
        if not _same(row, write_json(step.before) if step.before is not None else None):
            check.report(where, f"It changes {step.record_id} from what it was not.")
        if step.after is not None:
            found = (step.kind, step.record_id, step.after.get("version"))
            if found in check.versions:
                check.report(where, f"{step.record_id} has version {found[2]} a second time.")
            check.versions.add(found)
    try:
        commit_of(entry, "")
    except TrackerError as error:
        check.report(where, error.message)
    check.touched += len({step.record_id for step in entry.steps})
    check.replayed.take(entry)


def _compare_records(check: _Check) -> None:
    for kind, records in check.replayed.tables.items():
        found = _records(check, kind)
        rows = dict(found)
        if list(rows) != list(records) or any(
            not _same(records.rows[i], row) for i, row in rows.items()
        ):
            check.report("records", f"The {kind} are not what the history leads to.")


def _records(check: _Check, kind: str) -> Iterator[tuple[str, bytes]]:
    with psycopg.Cursor(check.connection) as cursor:
        question = "SELECT id, format, document FROM tracker_records WHERE kind = %s ORDER BY place"
        for record_id, version, document in cursor.stream(question, (kind,)):
            yield record_id, present(kind, version, document)


def _compare_keys(check: _Check) -> None:
    """Compare the look-ups: a value that nobody finds is lost to everybody."""
    wanted = {
        (kind, name, key_of(value), record_id)
        for kind, records in check.replayed.tables.items()
        for record_id, row in records.rows.items()
        for name in INDEXES[kind]
        for value in values_of(row, name)
    }
    with psycopg.Cursor(check.connection) as cursor:
        found = set(cursor.stream("SELECT kind, field, value, id FROM tracker_values"))
    if found != wanted:
        check.report("records", f"{len(found ^ wanted)} look-ups are not what the records hold.")
    row = check.connection.execute("SELECT count(*) FROM tracker_touched").fetchone()
    if row is None or row[0] != check.touched:
        check.report("history", "Which commits touched which record is not what they say.")


def _compare_terms(check: _Check) -> None:
    """Compare the match index, where it reaches as far as the history and is ours to read."""
    if not may_match(check.connection, ("SELECT",)):
        return
    row = check.connection.execute(
        "SELECT sequence, matched_to, matched_by FROM tracker_head"
    ).fetchone()
    if row is None or not row[0] or not reaches(row[0], matched_to=row[1], matched_by=row[2]):
        return
    texts, counted, posted = {}, Counter[str](), 0
    for record_id, row_held in check.replayed.tables["claims"].rows.items():
        terms = terms_of(from_document("claims", document_of(row_held)))
        if terms is not None:
            texts[record_id] = " ".join(terms.stems)
            counted.update(map(key_of, terms.counted))
            posted += len(terms.posted)
    with psycopg.Cursor(check.connection) as cursor:
        kept: dict[str, str] = dict(cursor.stream("SELECT claim, stems FROM tracker_texts"))
        held: dict[str, int] = dict(cursor.stream("SELECT term, held FROM tracker_frequencies"))
        (rows,) = next(cursor.stream("SELECT count(*) FROM tracker_terms"))
    if kept != texts or held != counted or rows != posted:
        check.report("match index", "It is not what the claims hold.")


def _same(one: Row | None, other: Row | None) -> bool:
    if one is None or other is None:
        return one is other
    return one == other or document_of(one) == document_of(other)
