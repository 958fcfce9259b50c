"""Archives opened without trust: by number and size of their parts, never by path on the disk."""

import io
import zipfile
from typing import IO, BinaryIO

from tracker.errors import InputError
from tracker.intake.received import Limits

_MOST_PARTS = 20_000
_ANOTHER_COPY = "Get an undamaged copy of the file, or save its text and add that."


class Archive:
    """A ZIP file whose parts are read within limits; nothing is ever written to the disk.

    Args:
        stream: the file, open for reading.
        name: what messages call it; safe to show.
        limits: how large a part, and all of them, may be once unpacked.

    Raises:
        InputError: when it is no ZIP file, is damaged, or would unpack to more than the limits.
    """

    def __init__(self, stream: BinaryIO, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(stream)
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            raise InputError(f"{name} is a damaged archive.", _ANOTHER_COPY) from None
        if len(parts) > _MOST_PARTS:
            raise InputError(f"{name} has more than {_MOST_PARTS:,} parts.", _ANOTHER_COPY)
        self.sizes = {part.filename: part.file_size for part in parts}
        if any(part.flag_bits & 1 for part in parts):
            raise InputError(f"{name} is locked with a password.", "Save it without one.")

    def refuse_bomb(self, limit: int) -> None:
        """Raise where the parts say that they are larger than ``limit`` (bytes) together.

        A part that says less than it holds is cut there by whatever reads it.
        """
        total = sum(self.sizes.values())
        if total > limit:
            msg = f"{self._name} would unpack to {total:,} bytes, more than {limit:,}."
            raise InputError(msg, _ANOTHER_COPY)

    def read(self, part: str) -> bytes:
        """Return one part.

        Raises:
            InputError: when it is damaged or larger than the limit.
        """
        with self.open(part) as stream:
            try:
                data = stream.read(self._limits.part + 1)
            except (zipfile.BadZipFile, OSError, ValueError, EOFError, zipfile.zlib.error):  # type: ignore[attr-defined]  # what zipfile unpacks with
                raise InputError(f"{self._name} is a damaged archive.", _ANOTHER_COPY) from None
        if len(data) > self._limits.part:
            msg = f"A part of {self._name} has more than {self._limits.part:,} bytes."
            raise InputError(msg, _ANOTHER_COPY)
        return data

    def open(self, part: str) -> IO[bytes]:
        """Return one part as a stream.

        Raises:
            InputError: when it is damaged or packed in a way that is not known.
        """
        try:
            return self._zip.open(part)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            KeyError,
            NotImplementedError,
            RuntimeError,
        ):
            raise InputError(f"{self._name} is a damaged archive.", _ANOTHER_COPY) from None


class Counted(io.RawIOBase):
    """A stream that ends with an error once more than a limit was read from it."""

    def __init__(self, stream: IO[bytes], limit: int, name: str) -> None:
        self._stream = stream
        self._left = limit
        self._refusal = f"{name} would unpack to more than {limit:,} bytes."

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed wants any buffer
        """Read into ``buffer`` and return how many bytes.

        Raises:
            InputError: when more than the limit was read in all.
        """
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise InputError(self._refusal, "Take the pages you need out of it and add those.")
        buffer[: len(data)] = data
        return len(data)
