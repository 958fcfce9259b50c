"""The append-only history file: one line for each commit, each chained to the one before.

A line is ``{"hash":"H","record":R}`` and a newline. ``H`` is the hexadecimal SHA-256 (FIPS 180-4)
of the previous line's ``H`` (64 ASCII characters; zeros before the first line) followed by the
bytes of ``R`` exactly as they stand in the line. Lines are never changed and never removed.
While a writer has the file open, and after one that was killed, zero bytes may follow the last
line: room that was made durable beforehand, because a flush that need not record a new length of
the file takes half the time. Closing takes the room away again.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from tracker.errors import DamagedError, NoRoomError, StoreError
from tracker.store.disk import flush, refusal, write_at

#: Stands for the hash before the first line.
GENESIS = "0" * 64
_OPENING = b'{"hash":"'
_MIDDLE = b'","record":'
_CLOSING = b"}\n"
_HASH = slice(len(_OPENING), len(_OPENING) + len(GENESIS))
_JOINT = slice(_HASH.stop, _HASH.stop + len(_MIDDLE))
_PAYLOAD = slice(_JOINT.stop, -len(_CLOSING))
_BLOCK = 1 << 16

#: Bytes of a line before its payload.
BEFORE_PAYLOAD = _PAYLOAD.start

#: Bytes of room made for later lines at once.
ROOM = 1 << 18


@frozen
class Position:
    """A place between two lines of a journal.

    Attributes:
        offset: bytes before it.
        hash: of the line that ends there; :data:`GENESIS` at the beginning.
    """

    offset: int = 0
    hash: str = GENESIS


@frozen
class Line:
    """One verified line of a journal.

    Attributes:
        payload: the bytes of its record, JSON in UTF-8.
        end: the position after it.
    """

    payload: bytes
    end: Position

    @property
    def start(self) -> int:
        """Bytes of the journal before the payload."""
        return self.end.offset - len(_CLOSING) - len(self.payload)


@frozen
class BadLine:
    """Bytes where a verified line should be.

    Attributes:
        offset: where they begin.
        size: how many they are, without the room that may follow.
        complete: whether they have the form of a whole line, so that no torn write explains them.
        followed: whether another whole line comes after them.
    """

    offset: int
    size: int
    complete: bool
    followed: bool


def digest(previous: str, payload: bytes) -> str:
    """Return the hash of a line with ``payload`` after one with the hash ``previous``."""
    return hashlib.sha256(previous.encode() + payload).hexdigest()


def line_of(own: str, payload: bytes) -> bytes:
    """Return the line with ``payload`` whose hash is ``own``."""
    return b"".join((_OPENING, own.encode(), _MIDDLE, payload, _CLOSING))


def recorded_hash(raw: bytes) -> str:
    """Return the hash that a line, or its first bytes, names for itself."""
    return raw[_HASH].decode("ascii", "replace")


def payload_of(raw: bytes, previous: str) -> bytes | None:
    """Return the payload of the line ``raw``, None unless it follows the hash ``previous``."""
    if not _whole(raw):
        return None
    payload = raw[_PAYLOAD]
    return payload if digest(previous, payload) == recorded_hash(raw) else None


def _whole(raw: bytes) -> bool:
    return (
        raw.startswith(_OPENING)
        and raw[_JOINT] == _MIDDLE
        and raw.endswith(_CLOSING)
        and b"\0" not in raw
    )


def read_lines(path: Path, start: Position) -> Iterator[Line | BadLine]:
    """Yield the lines of ``path`` after ``start``; a :class:`BadLine` only as the last one."""
    place, bad = start, None
    while True:
        seen = bad
        bad = None
        for found in _read_once(path, place):
            if isinstance(found, Line):
                place = found.end
                yield found
            else:
                bad = found
        if bad is None:
            return
        # A line that is written while it is read may look half old and half new: look again.
        if seen is not None and bad.offset == seen.offset:
            yield bad
            return


def _read_once(path: Path, place: Position) -> Iterator[Line | BadLine]:
    with path.open("rb") as file:
        file.seek(place.offset)
        for raw in file:
            payload = payload_of(raw, place.hash)
            if payload is None:
                if not is_room(raw):
                    yield _bad(raw, place.offset, file)
                return
            place = Position(place.offset + len(raw), recorded_hash(raw))
            yield Line(payload, place)


def _bad(raw: bytes, offset: int, rest: Iterable[bytes]) -> BadLine:
    size, followed = len(raw.rstrip(b"\0")), False
    for later in rest:
        size += len(later.rstrip(b"\0"))
        followed = followed or _whole(later)
    return BadLine(offset, size, _whole(raw), followed)


def is_room(raw: bytes) -> bool:
    """Return whether ``raw``, the last bytes of a journal, is room for lines not yet written."""
    return raw.endswith(b"\0") and not raw.strip(b"\0")


def more_after(path: Path, place: Position) -> bool:
    """Return whether anything but room follows ``place`` in ``path``."""
    with path.open("rb") as file:
        file.seek(place.offset)
        return file.read(1) not in {b"", b"\0"}


def ends_line(path: Path, place: Position) -> bool:
    """Return whether a line of ``path`` with the hash of ``place`` ends at its offset."""
    if place.offset == 0:
        return place.hash == GENESIS
    if place.offset > path.stat().st_size:
        return False
    raw = next(read_backwards(path, place.offset), b"")
    return raw.endswith(_CLOSING) and recorded_hash(raw) == place.hash


def read_backwards(path: Path, end: int) -> Iterator[bytes]:
    """Yield the raw lines of ``path`` before the offset ``end``, the last one first."""
    with path.open("rb") as file:
        tail: list[bytes] = []
        while end > 0:
            start = max(0, end - _BLOCK)
            file.seek(start)
            block = file.read(end - start)
            end = start
            cut = block.rfind(b"\n", 0, len(block) if tail else -1)
            while cut >= 0:
                yield block[cut + 1 :] + b"".join(reversed(tail))
                tail.clear()
                block = block[: cut + 1]
                cut = block.rfind(b"\n", 0, -1)
            tail.append(block)
        if tail:
            yield b"".join(reversed(tail))


class Journal:
    """The journal file opened by its one writer.

    After a failed flush the system may have thrown away what it could not write, so nothing more
    is accepted until the store is opened anew and reads what the disk really holds.

    Attributes:
        path: the file.
        end: the position after the last durable line.
        failed: why no more is accepted; empty while all is well.
    """

    def __init__(self, path: Path, end: Position) -> None:
        self.path = path
        self.end = end
        self.failed = ""
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._size = os.fstat(self._descriptor).st_size

    def cut(self) -> None:
        """Drop whatever follows the end: a line that was never acknowledged."""
        self._truncate()
        os.fsync(self._descriptor)

    def append(self, payload: bytes) -> Position:
        """Add a line with ``payload`` and return the position after it, once it is durable.

        Raises:
            NoRoomError: when the disk is full; the file is as it was.
            StoreError: when the disk failed; nothing more is accepted until reopening.
        """
        if self.failed:
            raise StoreError(self.failed, "Close the database and open it again.")
        own = digest(self.end.hash, payload)
        raw = line_of(own, payload)
        self._write(raw)
        self._flush()
        self.end = Position(self.end.offset + len(raw), own)
        return self.end

    def _write(self, raw: bytes) -> None:
        try:
            if self.end.offset + len(raw) > self._size:
                self._grow(raw)
            else:
                write_at(self._descriptor, raw, self.end.offset)
        except OSError as error:
            self._undo(f"A write to {self.path} failed ({error.strerror})")
            raise refusal(error, self.path) from error
        except BaseException:
            self.failed = f"A write to {self.path} was interrupted."
            raise

    def _grow(self, raw: bytes) -> None:
        """Write ``raw`` where there is no room for it, and make room for others like it."""
        room = bytes(ROOM if len(raw) < ROOM else 0)
        try:
            write_at(self._descriptor, raw + room, self.end.offset)
        except OSError:
            # The disk may still take the line alone.
            self._truncate()
            write_at(self._descriptor, raw, self.end.offset)
            room = b""
        self._size = self.end.offset + len(raw) + len(room)

    def _truncate(self) -> None:
        os.ftruncate(self._descriptor, self.end.offset)
        self._size = self.end.offset

    def _flush(self) -> None:
        try:
            flush(self._descriptor)
        except BaseException as error:
            reason = error.strerror if isinstance(error, OSError) else "interrupted"
            self.failed = f"Flushing {self.path} to the disk failed ({reason})."
            self._undo(self.failed.rstrip("."))
            if not isinstance(error, OSError):
                raise
            told = refusal(error, self.path)
            kind = NoRoomError if isinstance(told, NoRoomError) else StoreError
            msg = f"{self.failed} The edit was not kept, and no more are accepted."
            raise kind(msg, "Check the disk, close the database and open it again.") from error

    def _undo(self, what: str) -> None:
        try:
            self._truncate()
        except OSError as error:
            self.failed = f"{what} and could not be undone ({error.strerror})."

    def read(self, offset: int, size: int) -> bytes:
        """Return ``size`` bytes of durable lines from ``offset`` on; see ``Readable``."""
        if self._descriptor < 0:
            raise StoreError(f"{self.path} has been closed.", "Open the database again.")
        try:
            return os.pread(self._descriptor, size, offset)
        except OSError as error:
            raise refusal(error, self.path) from error

    def damaged(self, offset: int) -> DamagedError:
        """Return the error for bytes at ``offset`` that are not what was written."""
        msg = f"{self.path} is damaged at byte {offset}."
        return DamagedError(msg, "Run: tracker check --salvage")

    def close(self) -> None:
        """Give the file back, and to the disk the room that was not needed."""
        if self._size > self.end.offset and not self.failed:
            with suppress(OSError):
                self._truncate()
        descriptor, self._descriptor = self._descriptor, -1
        os.close(descriptor)
