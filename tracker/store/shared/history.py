"""The history read back from the server, newest first, each commit verified as it is read."""

from collections.abc import Callable, Iterator
from typing import Any

from tracker.errors import DamagedError
from tracker.model import Commit
from tracker.store.entries import commit_of, read_entries
from tracker.store.journal import GENESIS, digest
from tracker.store.lines import Line
from tracker.store.shared.keys import key_of, storable

_COMMITS = (
    "SELECT c.sequence, c.hash, c.payload, p.hash FROM tracker_commits c"
    " LEFT JOIN tracker_commits p ON p.sequence = c.sequence - 1"
)
_ALL = f"{_COMMITS} WHERE c.sequence <= %s ORDER BY c.sequence DESC LIMIT %s"
_LATER = f"{_COMMITS} WHERE c.sequence > %s AND c.sequence <= %s ORDER BY c.sequence LIMIT %s"
_OF_RECORD = (
    f"{_COMMITS} JOIN tracker_touched t ON t.sequence = c.sequence"
    " WHERE t.record = %s AND c.sequence <= %s ORDER BY c.sequence DESC LIMIT %s"
)
# Programs of an earlier version leave open whose a commit is.
_OF_REVIEWER = (
    f"{_COMMITS} WHERE c.reviewer IN (%s, '') AND c.sequence <= %s"
    " ORDER BY c.sequence DESC LIMIT %s"
)
_LONGEST_PAGE = 64

#: Answers a question with rows.
Ask = Callable[..., list[tuple[Any, ...]]]


def newest_first(ask: Ask, end: int, record_id: str | None = None) -> Iterator[Commit]:
    """Yield the commits up to number ``end``, of one record only when one is named.

    Commits never change, so pages asked for later show what was there when it began.

    Raises:
        DamagedError: when a commit is not what was written.
    """
    if record_id is not None and not storable(record_id):
        return
    question, first = (_ALL, ()) if record_id is None else (_OF_RECORD, (record_id,))
    yield from _pages(ask, question, first, end)


def newest_of(ask: Ask, end: int, reviewer: str) -> Iterator[Commit]:
    """Yield the commits of one reviewer up to number ``end``; those of others are not read.

    Raises:
        DamagedError: when a commit is not what was written.
    """
    found = _pages(ask, _OF_REVIEWER, (key_of(reviewer),), end)
    return (commit for commit in found if commit.changeset.reviewer == reviewer)


def _pages(ask: Ask, question: str, first: tuple[str, ...], end: int) -> Iterator[Commit]:
    page = 1
    while rows := ask(question, *first, end, page):
        for sequence, own, payload, previous in rows:
            yield verified(sequence, own, payload.encode(), previous)
        end, page = rows[-1][0] - 1, min(_LONGEST_PAGE, 4 * page)


def lines_after(ask: Ask, after: int, end: int) -> Iterator[Line]:
    """Yield the commits after number ``after`` up to ``end``, oldest first, as they are kept.

    Raises:
        DamagedError: when a commit is not what was written.
    """
    page = 1
    while rows := ask(_LATER, after, end, page):
        for sequence, own, payload, previous in rows:
            line = Line(sequence, own, payload.encode())
            before = GENESIS if sequence == 1 else previous
            if before is None or digest(before, line.payload) != own:
                raise broken(sequence)
            yield line
        after, page = rows[-1][0], min(_LONGEST_PAGE, 4 * page)


def verified(sequence: int, own: str, payload: bytes, previous: str | None) -> Commit:
    """Return the commit that a row of the history holds.

    Raises:
        DamagedError: when the hash is not that of the payload and of the commit before.
    """
    before = GENESIS if sequence == 1 else previous
    if before is None or digest(before, payload) != own:
        raise broken(sequence)
    return commit_of(next(read_entries([payload], f"commit {sequence}")), own)


def broken(sequence: int) -> DamagedError:
    """Return the error for a commit whose hash does not fit."""
    msg = f"Commit {sequence} on the server is not what was written, or not after what was."
    return DamagedError(msg, "Run: tracker check")
