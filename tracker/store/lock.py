"""One writer at a time, and how far it got.

The lock is ``flock`` on ``PATH.lock``: the system releases it when its holder ends, however it
ends, so that no lock outlives its process. The file's first line is the head marker, the sequence
number and hash of the last acknowledged commit, written after the journal is durable and not
flushed itself: it may be behind the journal, never ahead of it. A CRC-32 tells a marker that was
only half written, which counts as none. The second line names the holder until it closes the
database; one that is still there when the lock is free was left by a process that ended first.
"""

import errno
import fcntl
import json
import os
import re
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from attrs import frozen

from tracker.errors import DatabaseHeldError, StoreError
from tracker.store.disk import refusal, write_at

_MARKER = re.compile(rb"(\d{20}) ([0-9a-f]{64}) [0-9a-f]{8}\n")
_MARKER_SIZE = 95
_LONGEST = 4096
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


@frozen
class Head:
    """The last commit that was acknowledged.

    Attributes:
        sequence: its number; 0 before the first.
        hash: its hash.
    """

    sequence: int
    hash: str


def read_head(path: Path) -> Head | None:
    """Return the head marker in the lock file ``path``, None where there is none to read."""
    try:
        with path.open("rb") as file:
            text = file.read(_MARKER_SIZE)
    except OSError:
        return None
    found = _MARKER.fullmatch(text)
    if found is None:
        return None
    head = Head(int(found[1]), found[2].decode())
    return head if _marker(head) == text else None


class WriterLock:
    """The exclusive right to write the database whose lock file is ``path``.

    Attributes:
        path: the lock file.
        left_by: who held it last and ended without closing; empty when nobody did.

    Raises:
        DatabaseHeldError: when another process, or another store of this one, has it.
        StoreError: when the file system cannot lock, or refuses the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._signed = False
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise refusal(error, path) from error
        try:
            self._take()
            self.left_by = self._holder(only_if_open=True)
        except BaseException:
            os.close(self._descriptor)
            raise

    def _take(self) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise self._held() from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise refusal(error, self.path) from error
            msg = f"The file system of {self.path.parent} cannot lock files ({error.strerror})."
            hint = "Keep the database on a disk of this machine, or open it for reading only."
            raise StoreError(msg, hint) from error

    def _held(self) -> DatabaseHeldError:
        database = self.path.with_suffix("")
        who = self._holder() or "another process"
        msg = f"{database} is held for writing by {who}."
        hint = "Close it there first; lists, shows and exports work meanwhile."
        return DatabaseHeldError(msg, hint)

    def _holder(self, *, only_if_open: bool = False) -> str:
        text = os.pread(self._descriptor, _LONGEST, _MARKER_SIZE)
        try:
            holder = json.loads(text.splitlines()[0])
            # Early versions signed without this, and left their names when they closed.
            if only_if_open and not holder.get("open"):
                return ""
            return f"process {holder['pid']} on {holder['host']}, since {holder['since']}"
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            return ""

    def sign(self, head: Head) -> None:
        """Write who holds the lock, and the marker.

        Raises:
            StoreError: when the disk refuses.
        """
        import socket  # readers, which take no lock, do without it

        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
            "open": True,
        }
        try:
            write_at(self._descriptor, json.dumps(holder).encode() + b"\n", _MARKER_SIZE)
            write_at(self._descriptor, _marker(head), 0)
            os.ftruncate(self._descriptor, _MARKER_SIZE + len(json.dumps(holder)) + 1)
            self._signed = True
        except OSError as error:
            raise refusal(error, self.path) from error

    def mark(self, head: Head) -> None:
        """Note that everything up to ``head`` is acknowledged, as well as the disk allows."""
        try:
            os.pwrite(self._descriptor, _marker(head), 0)
        except OSError:
            # The commit is durable; a marker left behind only makes a torn tail harder to tell.
            return

    def release(self) -> None:
        """Let another process write, and tell it that all was closed well."""
        if self._signed:
            with suppress(OSError):
                os.ftruncate(self._descriptor, _MARKER_SIZE)
        os.close(self._descriptor)


def _marker(head: Head) -> bytes:
    text = f"{head.sequence:020d} {head.hash}"
    check = zlib.crc32(text.encode())
    return f"{text} {check:08x}\n".encode()
