"""The journal read back: newest commit first, or the commits of one record, never all at once."""

import re
import threading
from array import array
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import cast

from tracker.errors import DamagedError
from tracker.model import Commit
from tracker.store.entries import commit_of, read_entries
from tracker.store.journal import (
    GENESIS,
    Position,
    payload_of,
    read_backwards,
    recorded_hash,
)
from tracker.store.notation import read_json
from tracker.store.opening import collector_at_rest

# A quotation mark inside a text is written \", so these bytes begin a change and nothing else.
_TOUCHED = re.compile(rb'\{"kind":"[a-z_]+","id":("(?:[^"\\]|\\.)*"),"before":')


class History:
    """The commits in the journal ``path``, each verified as it is read.

    Which commits touched which record is looked up once, in one pass over the file, when the
    first record is asked for; later calls read only what was appended since.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = threading.Lock()
        self._starts = array("Q")
        self._touched: dict[str, array[int]] = {}
        self._scanned = 0

    def newest_first(self, end: Position) -> Iterator[Commit]:
        """Yield the commits before ``end``, the last one first.

        Raises:
            DamagedError: when a line is not what was written.
        """
        lines = chain(read_backwards(self._path, end.offset), [b""])
        for raw, before in pairwise(lines):
            yield self._commit(raw, recorded_hash(before) if before else GENESIS)

    def of_record(self, record_id: str, end: Position) -> Iterator[Commit]:
        """Yield the commits before ``end`` that touched a record, the last one first.

        Raises:
            DamagedError: when a line is not what was written.
        """
        with self._guard:
            self._scan(end.offset)
            numbers = self._touched.get(record_id, array("Q"))[:]
        for number in reversed(numbers):
            yield self._commit(*self._line(number))

    def _scan(self, end: int) -> None:
        with self._path.open("rb") as file:
            file.seek(self._scanned)
            while self._scanned < end and (raw := file.readline()):
                for found in set(_TOUCHED.findall(raw)):
                    record_id = cast("str", read_json(found))
                    self._touched.setdefault(record_id, array("Q")).append(len(self._starts))
                self._starts.append(self._scanned)
                self._scanned += len(raw)

    def _line(self, number: int) -> tuple[bytes, str]:
        with self._path.open("rb") as file:
            previous = GENESIS
            if number:
                file.seek(self._starts[number - 1])
                previous = recorded_hash(file.read(2 * len(GENESIS)))
            file.seek(self._starts[number])
            return file.readline(), previous

    def _commit(self, raw: bytes, previous: str) -> Commit:
        payload = payload_of(raw, previous)
        if payload is None:
            msg = f"A line of {self._path} after hash {previous[:12]}… is damaged."
            raise DamagedError(msg, "Run: tracker check")
        with collector_at_rest():
            entry = next(read_entries([payload], str(self._path)))
            return commit_of(entry, recorded_hash(raw))
