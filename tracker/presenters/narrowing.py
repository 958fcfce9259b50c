"""Narrowing a list by words as they are typed: each key looks only at what passed so far."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from tracker.text.folding import fold_text


class Searched(Protocol):
    """A row that can be looked through."""

    @property
    def searched(self) -> str:
        """What the filter looks at, folded."""


AnyT = TypeVar("AnyT")
RowT = TypeVar("RowT", bound=Searched)


class Orders(Generic[AnyT]):
    """Rows in the orders that were asked for, each sorted once.

    Args:
        rows: in the order that those which a key does not tell apart keep, whichever way.
    """

    def __init__(self, rows: Sequence[AnyT]) -> None:
        self._rows = rows
        self._sorted: dict[tuple[Callable[[AnyT], Any], bool], list[AnyT]] = {}

    def by(self, key: Callable[[AnyT], Any], *, down: bool) -> Sequence[AnyT]:
        """Return the rows by ``key``, the greatest first where ``down``."""
        if (key, down) not in self._sorted:
            self._sorted[key, down] = sorted(self._rows, key=key, reverse=down)
        return self._sorted[key, down]


def passing(rows: Iterable[RowT], typed: str) -> list[RowT]:
    """Return the rows in which every word of ``typed`` occurs, in the order given."""
    for word in fold_text(typed).split():
        rows = [row for row in rows if word in row.searched]
    return list(rows)


def narrows(before: str, after: str) -> bool:
    """Return whether whatever passes ``after`` passes ``before``, whatever the rows are.

    It does when each word of ``before`` is part of a word of ``after``.
    """
    words = fold_text(after).split()
    return all(any(old in word for word in words) for old in fold_text(before).split())
