"""A whole database with its history taken into another store, commit by commit.

What is copied are the bytes that the hashes are over, so the copy ends with the very hash that
the original ends with. The records are made anew from them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tracker.errors import DamagedError, InputError, StoreError
from tracker.store.disk import make_folder, refusal, sync_folder
from tracker.store.embedded import EmbeddedStore
from tracker.store.files import Files
from tracker.store.journal import GENESIS, BadLine, Position, line_of, read_lines
from tracker.store.lines import HasLines, Line, Original, Target
from tracker.store.protocol import Store

#: Told how many commits of how many were taken over; raises to stop.
Report = Callable[[int, int], None]


def copy_history(original: Original, target: Target, report: Report) -> None:
    """Take the whole history of ``original`` into ``target``, or what an earlier try left.

    Raises:
        StoreError: when something is in the target already, or one of the two fails.
        DamagedError: when the original is not what was written.
    """
    try:
        done = target.begin(original)
        number, reached = (done.sequence, done.hash) if done else (0, GENESIS)
        for line in original.lines(number):
            report(number, original.sequence)
            target.take(line)
            number, reached = line.sequence, line.hash
        _require_end(original, number, reached)
        target.finish()
    except BaseException:
        target.abandon()
        raise


def _require_end(original: Original, number: int, reached: str) -> None:
    if (number, reached) != (original.sequence, original.hash):
        msg = f"The history of {original.location} does not lead to its last commit."
        raise DamagedError(msg, "Run tracker check on it.")


def original_of(store: Store) -> Original:
    """Return the history of an open store, as it is now.

    Raises:
        InputError: when the store keeps none.
    """
    if isinstance(store, EmbeddedStore):
        return _in_files(store)
    if isinstance(store, HasLines):
        return Original(
            location=store.location,
            sequence=store.head.sequence,
            hash=store.head.hash,
            lines=store.lines,
        )
    raise InputError(f"{store.location} cannot be copied.", "Name a file or a server.")


def _in_files(store: EmbeddedStore) -> Original:
    files, head, end = store.files, store.head, store.end

    def lines(after: int) -> Iterator[Line]:
        if not end.offset:
            return
        for number, line in enumerate(read_lines(files.journal, Position()), start=1):
            if isinstance(line, BadLine):
                msg = f"{files.journal} is damaged at byte {line.offset}."
                raise DamagedError(msg, "Run: tracker check --salvage")
            if number > after:
                yield Line(number, line.end.hash, line.payload)
            if line.end.offset >= end.offset:
                return

    return Original(location=store.location, sequence=head.sequence, hash=head.hash, lines=lines)


class FileTarget:
    """A new database in files: its journal is written beside it and put in place when whole."""

    def __init__(self, path: Path) -> None:
        self._files = Files(path.expanduser().resolve())
        self._unfinished = self._files.snapshot.with_name(f"{path.name}.copying")
        self._descriptor: int | None = None

    def begin(self, original: Original) -> None:
        """Make ready; an unfinished earlier try is begun anew."""
        files = self._files
        for path in (files.snapshot, files.journal, files.lock, files.previous):
            if path.exists():
                msg = f"{files.snapshot} holds a database already."
                raise StoreError(
                    msg, f"Copy {original.location} to a new path: nothing is written over."
                )
        make_folder(files.snapshot.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            self._descriptor = os.open(self._unfinished, flags, 0o600)
        except OSError as error:
            raise refusal(error, self._unfinished) from error

    def take(self, line: Line) -> None:
        """Take the next commit over."""
        raw = line_of(line.hash, line.payload)
        try:
            while raw:
                raw = raw[os.write(self._opened, raw) :]
        except OSError as error:
            raise refusal(error, self._unfinished) from error

    @property
    def _opened(self) -> int:
        assert self._descriptor is not None  # noqa: S101  (begin comes first)
        return self._descriptor

    def finish(self) -> None:
        """Put the journal in its place and make the snapshot that belongs to it."""
        files = self._files
        try:
            os.fsync(self._opened)
            self._close()
            self._unfinished.replace(files.journal)
            sync_folder(files.journal.parent)
        except OSError as error:
            raise refusal(error, files.journal) from error
        EmbeddedStore(files.snapshot).close()

    def abandon(self) -> None:
        """Leave nothing behind."""
        self._close()
        with suppress(OSError):
            self._unfinished.unlink(missing_ok=True)

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
