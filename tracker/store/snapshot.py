"""The snapshot: all records as they stand after one commit, a plain TinyDB file.

The first line is the table ``_meta``, padded to a fixed width; its checksum is the hexadecimal
SHA-256 of the whole file as it is with 64 zeros in the checksum's place. Each following line
opens a table, holds one record, or closes a table.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Self, cast

from attrs import frozen

from tracker.codec import Document
from tracker.errors import DamagedError
from tracker.model.change import KINDS
from tracker.store.disk import flush, sync_folder, write_at
from tracker.store.journal import Position
from tracker.store.migrations import FORMAT, migrate, readable
from tracker.store.notation import read_json, write_json
from tracker.store.on_disk import OnDisk, OpenFile
from tracker.store.records import Row, written

_HEADER = 512
_NONE = b"0" * 64
_CHECKSUM = re.compile(rb'(?<="checksum":")[0-9a-f]{64}(?=")')
_BLOCK = 1 << 20
_RECORD = re.compile(rb'("(?:[^"\\]|\\.)*"):(\{.+\}),?\n', re.DOTALL)
_SYNC_EVERY = 1 << 19


@frozen(kw_only=True)
class Snapshot:
    """What the first line of a snapshot says.

    Attributes:
        format: version of the documents.
        sequence: number of the last commit it includes.
        position: place in the journal after that commit.
    """

    format: int
    sequence: int
    position: Position


Tables = Mapping[str, Mapping[str, Row]]


def write_slices(path: Path, snapshot: Snapshot, tables: Tables) -> Iterator[None]:
    """Write a snapshot to ``path`` and make it durable, a short slice of work between yields.

    Raises:
        OSError: when the disk refuses; the caller removes the unfinished file.
        RuleError: when a record holds something that a file cannot.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        checksum = hashlib.sha256(_header(snapshot))
        offset = synced = _HEADER
        for piece in _body(tables):
            checksum.update(piece)
            write_at(descriptor, piece, offset)
            offset += len(piece)
            if offset - synced >= _SYNC_EVERY:
                # Little by little, so that no edit has to wait for one great flush.
                flush(descriptor)
                synced = offset
            yield
        write_at(descriptor, _header(snapshot, checksum.hexdigest()), 0)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _header(snapshot: Snapshot, checksum: str = _NONE.decode()) -> bytes:
    meta = {
        "format": snapshot.format,
        "sequence": snapshot.sequence,
        "offset": snapshot.position.offset,
        "hash": snapshot.position.hash,
        "checksum": checksum,
    }
    text = json.dumps({"_meta": {"1": meta}}, separators=(",", ":"))[:-1] + ","
    return text.ljust(_HEADER - 1).encode() + b"\n"


def _body(tables: Tables) -> Iterator[bytes]:
    names = list(KINDS)
    for name in names:
        yield b'"%s":{\n' % name.encode()
        rows = tables[name]
        pieces: list[bytes] = []
        for count, (record_id, row) in enumerate(rows.items(), start=1):
            end = b"\n" if count == len(rows) else b",\n"
            pieces.append(write_json(record_id) + b":" + written(row) + end)
            if len(pieces) == 32:
                yield b"".join(pieces)
                pieces.clear()
        pieces.append(b"}\n}\n" if name == names[-1] else b"},\n")
        yield b"".join(pieces)


def install(temporary: Path, path: Path, previous: Path) -> None:
    """Put a finished snapshot in the place of ``path``, whose old content becomes ``previous``.

    Raises:
        OSError: when the disk refuses; ``path`` is then the old or the new snapshot, whole.
    """
    if path.exists():
        keep = previous.with_name(previous.name + ".tmp")
        keep.unlink(missing_ok=True)
        keep.hardlink_to(path)
        keep.replace(previous)
    temporary.replace(path)
    sync_folder(path.parent)


class SnapshotFile:
    """A snapshot open for reading, verified: one file to its end, whatever takes its place.

    Attributes:
        path: where it was found.
        header: what its first line says.

    Raises:
        DamagedError: when the file is not what was written.
        StoreError: when a newer program wrote it.
        OSError: when it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("rb")
        try:
            self.header = self._verified()
        except BaseException:
            self._file.close()
            raise

    def _verified(self) -> Snapshot:
        header = self._file.read(_HEADER)
        named = _CHECKSUM.search(header)
        checksum = hashlib.sha256(_CHECKSUM.sub(_NONE, header, count=1))
        while block := self._file.read(_BLOCK):
            checksum.update(block)
        if named is None or named[0].decode() != checksum.hexdigest():
            raise damaged(self.path)
        return _snapshot(header, self.path)

    def rows(self) -> Iterator[tuple[str, dict[str, Row]]]:
        """Yield each table with its rows by identifier, in the order they were created.

        Rows of the present format stay in the file, which stays open for them.

        Raises:
            DamagedError: when a line is not what was written.
        """
        kind, rows, current = "", dict[str, Row](), self.header.format == FORMAT
        file, end = OpenFile(self.path, self._file.fileno()), _HEADER
        self._file.seek(_HEADER)
        for raw in _lines(self._file):
            start, end = end, end + len(raw)
            if found := _RECORD.fullmatch(raw):
                record_id = cast("str", read_json(found[1]))
                if current:
                    rows[record_id] = OnDisk(file, start + found.start(2), found[2])
                else:
                    rows[record_id] = _migrated(kind, found[2], self.header.format)
            elif raw.endswith(b":{\n"):
                kind, rows = raw[1:-4].decode(), {}
            elif raw.startswith(b"}") and kind in KINDS:
                yield kind, rows
                kind, rows = "", {}
            elif raw != b"}\n":
                raise damaged(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _snapshot(header: bytes, path: Path) -> Snapshot:
    try:
        found = read_json(header.rstrip()[:-1] + b"}")
    except ValueError:
        found = None
    match found:
        case {"_meta": {"1": dict(meta)}}:
            version = readable(meta.get("format"), str(path))
        case _:
            raise damaged(path)
    match meta:
        case {"sequence": int(sequence), "offset": int(offset), "hash": str(own)}:
            return Snapshot(format=version, sequence=sequence, position=Position(offset, own))
    raise damaged(path)


def damaged(path: Path) -> DamagedError:
    """Return the error for a snapshot that is not what was written."""
    msg = f"{path} is damaged: its checksum does not match its content."
    return DamagedError(msg, "Run: tracker check --salvage")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    # Many at once: read one by one between the rows that stay, they would leave holes in memory
    # as large as the rows.
    while lines := file.readlines(_BLOCK):
        yield from lines


def _migrated(kind: str, text: bytes, version: int) -> bytes:
    return write_json(migrate(kind, cast("Document", read_json(text)), version))
