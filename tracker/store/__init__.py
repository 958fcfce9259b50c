"""Where records live: one protocol, several stores behind it."""

from pathlib import Path

from tracker.store.protocol import INDEXES, Problem, Store

__all__ = ["INDEXES", "Problem", "Store", "open_store"]


def open_store(url: str, *, readonly: bool = False) -> Store:
    """Return the store at ``url``, created where there is none yet.

    Args:
        url: ``memory:``, a path, a ``file:`` address of one, or ``postgresql://…``.
        readonly: take no lock and refuse edits; for lists and exports beside a writer.

    Raises:
        UnreachableError: when its server does not answer.
        DatabaseHeldError: when another process has it open for writing.
        DamagedError: when its files contradict themselves.
        StoreError: when it cannot be opened; the message says why.
    """
    # Imported when needed: commands that only print help pay for no database.
    if url == "memory:":
        from tracker.store.memory import MemoryStore

        return MemoryStore()
    if url.startswith(("postgresql:", "postgres:")):
        from tracker.store.shared import open_shared

        return open_shared(url, readonly=readonly)
    from tracker.store.embedded import EmbeddedStore

    return EmbeddedStore(_path_of(url), readonly=readonly)


def _path_of(url: str) -> Path:
    if not url.startswith("file:"):
        return Path(url)
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(url).path))
