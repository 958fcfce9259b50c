"""What the server is, and what our role may do there."""

import psycopg
from attrs import frozen

from tracker.errors import StoreError
from tracker.store.shared.address import Address
from tracker.store.shared.server import Connection


@frozen
class Rights:
    """What a connection allows.

    Attributes:
        readonly: whether the server or the role takes no edits.
        copy: whether that is because the server is a read-only copy of another.
        notify: whether the server tells its clients of commits by ``LISTEN`` and ``NOTIFY``.
        encrypted: whether nobody between can read along.
    """

    readonly: bool
    copy: bool
    notify: bool
    encrypted: bool

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
