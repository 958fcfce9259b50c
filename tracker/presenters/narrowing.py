"""Narrowing a list by words as they are typed: each key looks only at what passed so far."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from tracker.text.folding import fold_text


class Searched(Protocol):
    """A row that can be looked through."""

    @property
    def searched(self) -> str:
        """What the filter looks at, folded."""


RowT = TypeVar("RowT", bound=Searched)


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
