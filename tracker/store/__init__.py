"""Where records live: one protocol, several stores behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.store.protocol import INDEXES, Problem, Store

if TYPE_CHECKING:
    from tracker.store.lines import Target

__all__ = ["INDEXES", "Problem", "Store", "copy_target", "open_store"]

_SERVER = ("postgresql:", "postgres:")


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
    if url.startswith(_SERVER):
        from tracker.store.shared import open_shared

        return open_shared(url, readonly=readonly)
    from tracker.store.embedded import EmbeddedStore

    return EmbeddedStore(_path_of(url), readonly=readonly)


def copy_target(url: str) -> "Target":
    """Return the place at ``url`` as something that a history can be copied into.

    Raises:
        InputError: when nothing can be kept there.
    """
    if url == "memory:":
        raise InputError("A copy in memory is lost at once.", "Name a file or a server.")
    if url.startswith(_SERVER):
        from tracker.store.shared import shared_target

        return shared_target(url)
    from tracker.store.copying import FileTarget

    return FileTarget(_path_of(url))


def _path_of(url: str) -> Path:
    if not url.startswith("file:"):
        return Path(url)
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(url).path))
