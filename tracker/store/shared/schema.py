"""The tables, and how those of an earlier version are brought up to date under a lock.

Everything keeps to what PostgreSQL and the engines that speak as it does have in common: keys
made by the application, plain B-tree indexes, no triggers, sequences, advisory locks, generated
columns or procedural code. Every statement may be run twice, so that a migration interrupted
between two of them is simply begun anew, also where DDL knows no transactions.
"""

import os
import platform
import time
from collections.abc import Sequence

from attrs import frozen
from psycopg import errors as refusals

from tracker.errors import DatabaseHeldError, NoDatabaseError, ReadOnlyError, StoreError
from tracker.store.shared.server import Connection, Server

_LEASE = 60
_PAUSE = 0.05

#: IF NOT EXISTS looks first and creates then; somebody may be in between, with parts of a table.
_MADE_MEANWHILE = (
    refusals.UniqueViolation,
    refusals.DuplicateTable,
    refusals.DuplicateObject,
)

_LOCK = (
    "CREATE TABLE IF NOT EXISTS tracker_schema (one INT PRIMARY KEY, version INT NOT NULL,"
    " holder TEXT NOT NULL, held_until TIMESTAMPTZ NOT NULL)",
    "INSERT INTO tracker_schema VALUES (1, 0, '', now()) ON CONFLICT DO NOTHING",
)

#: What brings the tables from one version to the next, beginning with none.
STEPS: Sequence[Sequence[str]] = (
    (
        # The end of the history. Whoever commits holds this row, so that commits follow each
        # other and none becomes visible after one with a higher number.
        "CREATE TABLE IF NOT EXISTS tracker_head (one INT PRIMARY KEY, sequence BIGINT NOT NULL,"
        " hash TEXT NOT NULL, unfinished TEXT NOT NULL)",
        # The history: payload is what the hash covers, byte for byte.
        "CREATE TABLE IF NOT EXISTS tracker_commits (sequence BIGINT PRIMARY KEY,"
        " hash TEXT NOT NULL, payload TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS tracker_touched (record TEXT NOT NULL,"
        " sequence BIGINT NOT NULL, PRIMARY KEY (record, sequence))",
        # What follows from the history: the records as they stand, and their look-ups.
        "CREATE TABLE IF NOT EXISTS tracker_records (kind TEXT NOT NULL, id TEXT NOT NULL,"
        " place BIGINT NOT NULL, version BIGINT NOT NULL, format INT NOT NULL,"
        " document TEXT NOT NULL, PRIMARY KEY (kind, id))",
        "CREATE INDEX IF NOT EXISTS tracker_records_place ON tracker_records (kind, place)",
        "CREATE TABLE IF NOT EXISTS tracker_values (kind TEXT NOT NULL, field TEXT NOT NULL,"
        " value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, field, value, id))",
        "INSERT INTO tracker_head VALUES (1, 0, repeat('0', 64), '') ON CONFLICT DO NOTHING",
    ),
    (
        # The bytes that articles came in.
        "CREATE TABLE IF NOT EXISTS tracker_originals (sha256 TEXT PRIMARY KEY,"
        " data BYTEA NOT NULL)",
    ),
    (
        # Whose a commit is, so that an undo reads nobody else's; empty where an earlier version
        # of the program wrote it.
        "ALTER TABLE tracker_commits ADD COLUMN IF NOT EXISTS reviewer TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX IF NOT EXISTS tracker_commits_reviewer"
        " ON tracker_commits (reviewer, sequence)",
        # The match index: which claims hold which term, how many hold it, and what claims are
        # made of. It follows the history up to commit matched_to, as matching of the version
        # matched_by reads texts.
        "ALTER TABLE tracker_head ADD COLUMN IF NOT EXISTS matched_to BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE tracker_head ADD COLUMN IF NOT EXISTS matched_by INT NOT NULL DEFAULT 0",
        "CREATE TABLE IF NOT EXISTS tracker_terms (term TEXT NOT NULL, claim TEXT NOT NULL,"
        " PRIMARY KEY (term, claim))",
        "CREATE TABLE IF NOT EXISTS tracker_frequencies (term TEXT PRIMARY KEY,"
        " held BIGINT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS tracker_texts (claim TEXT PRIMARY KEY, size INT NOT NULL,"
        " writing INT NOT NULL, stems TEXT NOT NULL)",
    ),
)
VERSION = len(STEPS)


@frozen
class Found:
    """What a server holds.

    Attributes:
        version: of its tables; 0 where there are none yet.
        holder: who is bringing them up to date, empty when nobody is.
    """

    version: int
    holder: str = ""


def look(connection: Connection) -> Found:
    """Return which tables the server holds."""
    try:
        row = connection.execute("SELECT version, holder FROM tracker_schema").fetchone()
    except refusals.UndefinedTable:
        connection.rollback()
        return Found(0)
    return Found(*row) if row else Found(0)


def prepare(server: Server, *, readonly: bool) -> None:
    """See that the server holds the tables of this version.

    Raises:
        NoDatabaseError: when there are none and nothing may be written.
        DatabaseHeldError: when somebody else has been bringing them up to date for long.
        ReadOnlyError: when they must be made or brought up to date, and our role may not.
        StoreError: when they are of another version that this program cannot use.
    """
    found = server.run(look)
    where = server.address.shown
    if found.version > VERSION:
        msg = f"The tables on {where} are of version {found.version}; this program knows {VERSION}."
        raise StoreError(msg, "Install a newer version of tracker.")
    if found.version == VERSION:
        return
    if readonly and not found.version:
        msg = f"There is no database of tracker on {where}."
        raise NoDatabaseError(msg, f"Create one with: tracker --db {where} add FILE")
    if readonly:
        msg = f"The tables on {where} are of version {found.version}, which is older."
        raise StoreError(msg, "Open it once for editing, as the role that owns the tables.")
    try:
        migrate_tables(server)
    except ReadOnlyError as error:
        hint = "Open it once as the role that owns the tables; docs/scaling.md says more."
        raise ReadOnlyError(error.message, hint) from error


def migrate_tables(server: Server, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Bring the tables to the version that ``steps`` lead to, alone.

    The lock is a row with a time, so that it needs nothing of the engine, and a program that died
    holding it blocks others for a minute at most.

    Raises:
        DatabaseHeldError: when somebody else has been at it for two minutes.
    """
    for statement in _LOCK:
        server.run(lambda c, s=statement: _run(c, s))  # type: ignore[misc]  # bound now
    own = f"{platform.node()} {os.getpid()} {os.urandom(4).hex()}"
    deadline = time.monotonic() + 2 * _LEASE
    while True:
        version = server.run(lambda c: _take(c, own))
        if version is not None:
            break
        found = server.run(look)
        if found.version >= len(steps):
            return
        if time.monotonic() > deadline:
            msg = f"{found.holder} is bringing the tables on {server.address.shown} up to date."
            raise DatabaseHeldError(msg, "Try again in a minute.")
        time.sleep(_PAUSE)
    try:
        for number, step in enumerate(steps[version:], start=version + 1):
            for statement in step:
                server.run(lambda c, s=statement: _run(c, s))  # type: ignore[misc]  # bound now
            server.run(lambda c, n=number: _advance(c, own, n))  # type: ignore[misc]  # bound now
    finally:
        server.run(lambda c: _release(c, own))


def _run(connection: Connection, statement: str) -> None:
    for last in (False, False, True):
        try:
            connection.execute(statement.encode())
        except _MADE_MEANWHILE:
            connection.rollback()
            if last:
                raise
        else:
            return


def _take(connection: Connection, own: str) -> int | None:
    row = connection.execute(
        "UPDATE tracker_schema SET holder = %s, held_until = now() + %s * interval '1 second'"
        " WHERE one = 1 AND (holder = '' OR held_until < now()) RETURNING version",
        (own, _LEASE),
    ).fetchone()
    return row[0] if row else None


def _advance(connection: Connection, own: str, version: int) -> None:
    connection.execute(
        "UPDATE tracker_schema SET version = %s, held_until = now() + %s * interval '1 second'"
        " WHERE one = 1 AND holder = %s",
        (version, _LEASE, own),
    )


def _release(connection: Connection, own: str) -> None:
    connection.execute("UPDATE tracker_schema SET holder = '' WHERE holder = %s", (own,))
