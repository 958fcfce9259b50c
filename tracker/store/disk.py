"""The few steps by which bytes become durable, and what a refusal of the disk is called."""

import errno
import os
import sys
from pathlib import Path

from tracker.errors import NoRoomError, ReadOnlyError, StoreError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_WRITING = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_at(descriptor: int, data: bytes, offset: int) -> None:
    """Write all of ``data`` at ``offset`` (bytes), however few bytes the system takes at once."""
    rest = memoryview(data)
    while rest:
        written = os.pwrite(descriptor, rest, offset)
        rest = rest[written:]
        offset += written


def flush(descriptor: int) -> None:
    """Make the content of a file durable, with its length where that has changed.

    Unlike ``fsync`` it does not wait for the time of the last change to be recorded.
    """
    if sys.platform == "darwin":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def sync_folder(path: Path) -> None:
    """Make the names in the folder ``path`` durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(path: Path) -> None:
    """Create the folder ``path``, private to its owner, with its parents, where it is missing."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    sync_folder(path.parent)


def refusal(error: OSError, path: Path) -> StoreError:
    """Return what a person is told when the system refused an operation on ``path``."""
    reason = error.strerror or str(error)
    if error.errno in _NO_ROOM:
        msg = f"The disk has no room to write {path}: {reason}. The database is as it was."
        return NoRoomError(msg, "Make room on the disk, then repeat the edit.")
    if error.errno in _NO_WRITING:
        msg = f"{path} cannot be written: {reason}."
        return ReadOnlyError(msg, "Check who owns the folder, or use a copy of the database.")
    msg = f"{path} cannot be used: {reason}."
    return StoreError(msg, "Check the disk, then try again.")
