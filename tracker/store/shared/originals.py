"""The bytes that articles came in, on the server, each kept once under its SHA-256."""

import hashlib

from tracker.errors import DamagedError, StoreError
from tracker.store.originals import no_original
from tracker.store.shared.server import Connection

#: Asks for everything kept, and how large it is.
KEPT = "SELECT sha256, octet_length(data) FROM tracker_originals ORDER BY sha256"


def not_dropped() -> StoreError:
    """Return why nothing is deleted here: a colleague may be adding the same bytes just now."""
    msg = "Originals on a server are not deleted: a colleague may be adding the same file now."
    return StoreError(msg, "Copy the database: tracker copy takes along what articles refer to.")


def keep_on_server(connection: Connection, data: bytes) -> str:
    """Keep ``data`` durably unless it is there, and return its hexadecimal SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    connection.execute(
        "INSERT INTO tracker_originals (sha256, data) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        (sha256, data),
    )
    return sha256


def original_on_server(connection: Connection, sha256: str) -> bytes:
    """Return the bytes kept under ``sha256``.

    Raises:
        NotFoundError: when there are none.
        DamagedError: when they are not what was kept.
    """
    row = connection.execute(
        "SELECT data FROM tracker_originals WHERE sha256 = %s", (sha256,)
    ).fetchone()
    if row is None:
        raise no_original(sha256)
    data = bytes(row[0])
    if hashlib.sha256(data).hexdigest() != sha256:
        msg = f"The original kept under {sha256} is no longer what came in."
        raise DamagedError(msg, "Restore the database from a backup.")
    return data
