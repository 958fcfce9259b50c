"""What the server is, and what our role may do there."""

from collections.abc import Collection

import psycopg
from attrs import frozen

from tracker.errors import StoreError
from tracker.matching.terms import TERMS
from tracker.store.shared.address import Address
from tracker.store.shared.server import Connection

_MATCH_TABLES = ("tracker_terms", "tracker_frequencies", "tracker_texts")
_MATCH_RIGHTS = (
    b"SELECT (SELECT matched_by FROM tracker_head) <= %s"
    b" AND (SELECT bool_and(has_table_privilege(held, asked))"
    b" FROM unnest(%s::text[]) AS held, unnest(%s::text[]) AS asked)"
)


@frozen
class Rights:
    """What a connection allows.

    Attributes:
        readonly: whether the server or the role takes no edits.
        copy: whether that is because the server is a read-only copy of another.
        notify: whether the server tells its clients of commits by ``LISTEN`` and ``NOTIFY``.
        encrypted: whether nobody between can read along.
        searchable: whether our role may read the match index.
        indexed: whether our role may keep the match index.
    """

    readonly: bool
    copy: bool
    notify: bool
    encrypted: bool
    searchable: bool
    indexed: bool

    def notices(self, address: Address, *, asked: bool) -> tuple[str, ...]:
        """Return what a person should know of them, as sentences.

        Args:
            address: where the server is.
            asked: whether reading only is what was asked for.
        """
        found = []
        if self.readonly and not asked:
            why = "is a read-only copy" if self.copy else "lets your role only read"
            found.append(f"{address.shown} {why}. It is open for reading only.")
        if not self.readonly and not self.indexed:
            found.append(
                f"The match index on {address.shown} cannot be used, so that matching reads every "
                "claim: your role lacks rights that docs/scaling.md names, or a newer tracker "
                "keeps it."
            )
        if not self.encrypted and not address.local:
            found.append(
                f"The connection to {address.shown} is not encrypted. "
                "Add ?sslmode=verify-full to the address."
            )
        return tuple(found)


def rights_of(connection: Connection) -> Rights:
    """Return what ``connection`` allows.

    Raises:
        StoreError: when the database cannot hold every script's text.
    """
    encoding = _shown(connection, "server_encoding")
    if encoding.upper().replace("-", "") not in {"UTF8", ""}:
        msg = f"The database on the server is encoded in {encoding}, which holds no Arabic beside "
        msg += "Latin."
        raise StoreError(msg, "Create one with: createdb --encoding=UTF8 --template=template0 NAME")
    copy = _shown(connection, "transaction_read_only") == "on"
    return Rights(
        readonly=copy or not _may_edit(connection),
        copy=copy,
        notify=_notifies(connection),
        encrypted=connection.pgconn.ssl_in_use,
        searchable=may_match(connection, ("SELECT",)),
        indexed=not copy and may_match(connection, ("INSERT", "UPDATE", "DELETE")),
    )


def _shown(connection: Connection, setting: str) -> str:
    try:
        row = connection.execute(f"SHOW {setting}".encode()).fetchone()
    except psycopg.ProgrammingError:
        connection.rollback()
        return ""
    return str(row[0]) if row else ""


def _may_edit(connection: Connection) -> bool:
    try:
        row = connection.execute("SELECT has_table_privilege('tracker_head', 'UPDATE')").fetchone()
    except psycopg.ProgrammingError:
        # There are no tables yet: whether they may be made shows when they are.
        connection.rollback()
        return True
    return bool(row and row[0])


def may_match(connection: Connection, rights: Collection[str]) -> bool:
    """Return whether our role has rights on the match index, and no newer program keeps it."""
    try:
        row = connection.execute(
            _MATCH_RIGHTS, (TERMS, list(_MATCH_TABLES), list(rights))
        ).fetchone()
    except psycopg.ProgrammingError:
        # There are no tables yet, or those of an earlier version.
        connection.rollback()
        return False
    return bool(row and row[0])


def _notifies(connection: Connection) -> bool:
    try:
        connection.execute("LISTEN tracker")
        connection.execute("UNLISTEN tracker")
    except psycopg.Error:
        if connection.closed:
            raise
        connection.rollback()
        return False
    return True
