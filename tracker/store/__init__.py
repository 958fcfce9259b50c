"""Where records live: one protocol, several stores behind it."""

from pathlib import Path

from tracker.errors import StoreError
from tracker.store.protocol import INDEXES, Problem, Store

__all__ = ["INDEXES", "Problem", "Store", "open_store"]


def open_store(url: str, *, readonly: bool = False) -> Store:
    """Return the store at ``url``, created where there is none yet.

    Args:
        url: ``memory:``, a path, or a ``file:`` address of one.
        readonly: take no lock and refuse edits; for lists and exports beside a writer.

    Raises:
        DatabaseHeldError: when another process has it open for writing.
        DamagedError: when its files contradict themselves.
        StoreError: when it cannot be opened; the message says why.
    """
    # Imported when needed: commands that only print help pay for no database.
    if url == "memory:":
        from tracker.store.memory import MemoryStore

        return MemoryStore()
    if url.startswith(("postgresql:", "postgres:")):
        msg = "This version cannot open a PostgreSQL database."
        raise StoreError(msg, "Give the path of a database file with --db.")
    from tracker.store.embedded import EmbeddedStore

    return EmbeddedStore(_path_of(url), readonly=readonly)


def _path_of(url: str) -> Path:
    if not url.startswith("file:"):
        return Path(url)
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(url).path))
