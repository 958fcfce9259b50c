"""A whole database taken to another place: from files to a server, back, or to new files."""

from attrs import frozen

from tracker.errors import CancelledError, NotFoundError
from tracker.model import KINDS
from tracker.services.session import ProgressSink, Silent
from tracker.store import Store, copy_target, open_store
from tracker.store.copying import copy_history, original_of


def _copy_originals(store: Store, target: str, watched: ProgressSink) -> None:
    """Take the bytes that articles came in along; what is there already is not written again.

    All that are kept go, also those of imports that were undone: the copy can redo them.
    """
    digests = sorted(kept.sha256 for kept in store.originals())
    if not digests:
        return
    copy = open_store(target)
    try:
        for number, sha256 in enumerate(digests):
            if watched.cancelled:
                msg = "The copying was stopped."
                raise CancelledError(msg, "Run it again to finish it.")
            watched.report(number, len(digests), "Copying originals")
            try:
                copy.keep_original(store.original(sha256))
            except NotFoundError:  # pruned meanwhile
                continue
    finally:
        copy.close()


@frozen(kw_only=True)
class Copied:
    """What was copied.

    Attributes:
        source: where from, without a password.
        target: where to, without a password.
        edits: how many commits of history.
        records: how many records stand at its end.
        hash: of the last commit, the same in both.
    """

    source: str
    target: str
    edits: int
    records: int
    hash: str


def copy_database(source: str, target: str, progress: ProgressSink | None = None) -> Copied:
    """Copy a database with its whole history to a place where there is none yet.

    Others may go on reading and writing the source; what they commit meanwhile is not copied.
    A copy to a server that was stopped goes on where it was when it is asked for again.

    Args:
        source: path or address of the database.
        target: path or address of the copy.
        progress: told how far the copying is.

    Raises:
        StoreError: when there is something at the target already, or one of the two fails.
        CancelledError: when the person stopped.
    """
    watched = progress or Silent()

    def report(done: int, total: int) -> None:
        if watched.cancelled:
            msg = "The copying was stopped."
            raise CancelledError(msg, "Run it again to finish it.")
        watched.report(done, total, "Copying edits")

    store = open_store(source, readonly=True)
    try:
        original = original_of(store)
        copy_history(original, copy_target(target), report)
        _copy_originals(store, target, watched)
    finally:
        store.close()
    copy = open_store(target, readonly=True)
    try:
        records = sum(copy.count(kind) for kind in KINDS.values())
        return Copied(
            source=original.location,
            target=copy.location,
            edits=copy.sequence,
            records=records,
            hash=original.hash,
        )
    finally:
        copy.close()
