"""The store that a desk shares: PostgreSQL, or an engine that speaks as it does."""

from typing import TYPE_CHECKING

from tracker.errors import StoreError

if TYPE_CHECKING:
    from tracker.store.shared.copying import ServerTarget
    from tracker.store.shared.store import SharedStore


def open_shared(url: str, *, readonly: bool = False) -> "SharedStore":
    """Return the store on the server at ``url``; its tables are created where there are none.

    Raises:
        UnreachableError: when the server does not answer.
        NoDatabaseError: when there is nothing to read.
        StoreError: when psycopg is not installed, or the server refuses; the message says why.
    """
    _require_psycopg()
    from tracker.store.shared.store import SharedStore

    return SharedStore(url, readonly=readonly)


def shared_target(url: str) -> "ServerTarget":
    """Return the database on the server at ``url`` as something that can be copied into.

    Raises:
        StoreError: when psycopg is not installed.
    """
    _require_psycopg()
    from tracker.store.shared.copying import ServerTarget

    return ServerTarget(url)


def _require_psycopg() -> None:
    try:
        import psycopg  # noqa: F401  (only whether it is there)
    except ImportError:
        msg = "A database on a server needs the package psycopg, which is not installed."
        raise StoreError(msg, "Install it with: pip install 'claim-tracker[postgres]'") from None
