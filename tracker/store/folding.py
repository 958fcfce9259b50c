"""Compaction: a new snapshot written beside the work, so that opening stays fast.

The journal is never touched. The picture that is written is a shallow copy of the tables, whose
rows are never changed in place, so edits go on meanwhile; the work is cut into slices of about a
millisecond, with the interpreter given up between them.
"""

import threading
import time
from collections.abc import Mapping
from contextlib import suppress

from attrs import frozen

from tracker.errors import TrackerError
from tracker.store.disk import refusal
from tracker.store.files import Files
from tracker.store.journal import Position
from tracker.store.records import Row
from tracker.store.snapshot import Snapshot, install, write_slices

#: Bytes of journal after the snapshot from which a new snapshot is worth its time.
LEAST_TAIL = 8 << 20
_REST = 0.0005


@frozen
class Picture:
    """The records as they stand after one commit."""

    snapshot: Snapshot
    tables: Mapping[str, Mapping[str, Row]]


class Folding:
    """Writes snapshots of one database, one at a time.

    Args:
        files: where to.

    Attributes:
        folded: place in the journal up to which the snapshot on disk reaches.
        error: why the last snapshot could not be written; None when all is well.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self.folded = Position()
        self._one = threading.Lock()
        self._thread: threading.Thread | None = None
        self._hurry = threading.Event()
        self._least = LEAST_TAIL
        self.error: TrackerError | None = None

    def due(self, tail: int) -> bool:
        """Return whether ``tail`` bytes of journal after the snapshot are worth a new one."""
        if tail < self._least:
            return False
        snapshot = self._files.snapshot
        return not snapshot.exists() or tail > snapshot.stat().st_size // 2

    @property
    def busy(self) -> bool:
        """Whether a snapshot is being written in the background."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, picture: Picture) -> None:
        """Write ``picture`` in the background; a failure is kept in :attr:`error`."""
        self._hurry.clear()
        self._thread = threading.Thread(
            target=self._try, args=(picture,), name="tracker-folding", daemon=True
        )
        self._thread.start()

    def _try(self, picture: Picture) -> None:
        try:
            self.write(picture, gentle=True)
        except TrackerError as error:
            # Every commit is safe in the journal; trying again at once would fail again.
            self.error = error
            self._least *= 2

    def write(self, picture: Picture, *, gentle: bool = False) -> None:
        """Write ``picture`` and put it in the place of the snapshot.

        Args:
            picture: what to write.
            gentle: rest between slices, so that other threads are never kept waiting.

        Raises:
            NoRoomError: when the disk is full; the snapshot is as it was.
            StoreError: when the disk refuses otherwise.
        """
        files = self._files
        with self._one:
            try:
                for _ in write_slices(files.temporary, picture.snapshot, picture.tables):
                    if gentle and not self._hurry.is_set():
                        time.sleep(_REST)
                install(files.temporary, files.snapshot, files.previous)
            except OSError as error:
                raise refusal(error, files.snapshot) from error
            finally:
                # An unfinished file would keep a full disk full.
                with suppress(OSError):
                    files.temporary.unlink(missing_ok=True)
            self.error = None
            self._least = LEAST_TAIL
            self.folded = picture.snapshot.position

    def finish(self) -> None:
        """Wait for a snapshot that is being written, without its rests."""
        if self._thread is not None:
            self._hurry.set()
            self._thread.join()
            self._thread = None
