"""A record's document left where it was written, and read again when somebody asks for it."""

import os
import zlib
from pathlib import Path
from typing import Protocol

from tracker.errors import DamagedError
from tracker.store.disk import refusal

_SUM_BITS = _SIZE_BITS = 32


class Readable(Protocol):
    """A file whose written bytes never move, such as the journal."""

    def read(self, offset: int, size: int) -> bytes:
        """Return up to ``size`` bytes from ``offset`` on; fewer where the file ends.

        Raises:
            StoreError: when the file is closed or the disk refuses.
        """

    def damaged(self, offset: int) -> DamagedError:
        """Return the error for bytes at ``offset`` that are not what was written."""


class OpenFile:
    """One file to its end, open as long as somebody holds this, whatever takes its place.

    Args:
        path: where it was found.
        descriptor: the file, open for reading; a duplicate of it is used.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = os.dup(descriptor)

    def read(self, offset: int, size: int) -> bytes:
        """Return up to ``size`` bytes from ``offset`` on; see :class:`Readable`."""
        try:
            return os.pread(self._descriptor, size, offset)
        except OSError as error:
            raise refusal(error, self._path) from error

    def damaged(self, offset: int) -> DamagedError:
        """Return the error for bytes at ``offset`` that are not what was written."""
        msg = f"{self._path} was damaged at byte {offset} while it was open."
        return DamagedError(msg, "Open the database again: it is rebuilt from its journal.")

    def __del__(self) -> None:
        os.close(self._descriptor)


class OnDisk:
    """The JSON of one record as it stands in a file: a hundred bytes of memory, whatever its size.

    Args:
        file: where it stands.
        offset: bytes before it.
        data: what stands there; only its length (below 4 GiB) and CRC-32 are kept.
    """

    __slots__ = ("_file", "_place")

    def __init__(self, file: Readable, offset: int, data: bytes) -> None:
        self._file = file
        # One whole number takes a third of the room of three.
        self._place = ((offset << _SIZE_BITS | len(data)) << _SUM_BITS) | zlib.crc32(data)

    def read(self) -> bytes:
        """Return the JSON.

        Raises:
            DamagedError: when it is no longer what was written.
            StoreError: when the file is closed or the disk refuses.
        """
        rest, wanted = divmod(self._place, 1 << _SUM_BITS)
        offset, size = divmod(rest, 1 << _SIZE_BITS)
        data = self._file.read(offset, size)
        if len(data) != size or zlib.crc32(data) != wanted:
            raise self._file.damaged(offset)
        return data
