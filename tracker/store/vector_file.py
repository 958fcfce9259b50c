"""Vectors of sentences beside a database, so that none is computed twice.

A cache: it may be deleted at any time, and whatever is wrong with it is passed over and made anew.
Nothing that goes wrong here is worth stopping anybody for, so the disk's refusals are not errors.
"""

import fcntl
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.store.disk import write_at
from tracker.store.files import Files

_FORMAT = 1
_KEY = 16
_SUM = 4
_LONGEST_HEADER = 1024


class VectorFile:
    """Records of one length after a line that says what they are.

    A record is a key (16 bytes), a vector, and a CRC-32 of both (little end first). New ones are
    put at the end under a lock of the file; what an interrupted writer left unfinished there is
    cut off by the next one, and a record whose sum is wrong is as if it were not there.
    """

    def __init__(self, path: Path, encoder: str, width: int) -> None:
        """Prepare the file at ``path``; it is read at the first look.

        Args:
            path: where it is, or will be.
            encoder: what made the vectors; a file of another encoder is replaced.
            width: bytes of one vector.
        """
        self._path = path
        self._width = width
        header = {"format": _FORMAT, "encoder": encoder, "bytes": width}
        self._header = json.dumps(header).encode() + b"\n"
        self._places: dict[bytes, int] | None = None

    def get(self, key: bytes) -> bytes | None:
        """Return the vector under ``key``, None when there is no sound one."""
        place = self._known().get(key)
        if place is None:
            return None
        with suppress(OSError), _opened(self._path, os.O_RDONLY) as file:
            record = os.pread(file, self._record, place)
            if len(record) == self._record and _sound(record) and record[:_KEY] == key:
                return record[_KEY:-_SUM]
        return None

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        """Keep ``vectors`` for later runs, where the disk lets us."""
        records = [_summed(key + vector) for key, vector in vectors.items()]
        with suppress(OSError):
            if not self._ours():
                self._begin()
            with _opened(self._path, os.O_RDWR) as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                end = self._last_whole(os.fstat(file).st_size)
                os.ftruncate(file, end)
                write_at(file, b"".join(records), end)
            self._known().update(zip(vectors, range(end, 1 << 62, self._record), strict=False))

    @property
    def _record(self) -> int:
        return _KEY + self._width + _SUM

    def _last_whole(self, size: int) -> int:
        return size - (size - len(self._header)) % self._record

    def _ours(self) -> bool:
        with suppress(OSError), self._path.open("rb") as file:
            return file.readline(_LONGEST_HEADER) == self._header
        return False

    def _begin(self) -> None:
        """Put an empty file in place of what is there, whole at once."""
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        with _opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
            write_at(file, self._header, 0)
        temporary.replace(self._path)
        self._places = {}

    def _known(self) -> dict[bytes, int]:
        if self._places is None:
            self._places = dict(self._keys()) if self._ours() else {}
        return self._places

    def _keys(self) -> Iterator[tuple[bytes, int]]:
        with suppress(OSError), self._path.open("rb") as file:
            place = file.seek(len(self._header))
            while len(record := file.read(self._record)) == self._record:
                yield record[:_KEY], place
                place += self._record


def vector_file(location: str, encoder: str, width: int) -> VectorFile | None:
    """Return the vectors beside the database at ``location``, None for one that has no files.

    Args:
        location: the path of a database, or ``memory:``.
        encoder: what makes the vectors.
        width: bytes of one vector.
    """
    path = Path(location)
    return VectorFile(Files(path).vectors, encoder, width) if path.is_file() else None


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags | os.O_CLOEXEC, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def _summed(record: bytes) -> bytes:
    return record + zlib.crc32(record).to_bytes(_SUM, "little")


def _sound(record: bytes) -> bool:
    return _summed(record[:-_SUM]) == record
