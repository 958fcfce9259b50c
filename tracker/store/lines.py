"""A history as every store keeps it: what the hashes are over, byte for byte."""

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from attrs import frozen

from tracker.store.journal import digest
from tracker.store.lock import Head


@frozen
class Line:
    """One commit of a history.

    Attributes:
        sequence: its number.
        hash: over ``payload`` and the hash before.
        payload: JSON in UTF-8, what the hash covers.
    """

    sequence: int
    hash: str
    payload: bytes

    @classmethod
    def following(cls, previous: str, sequence: int, payload: bytes) -> "Line":
        """Return the line with ``payload`` after one with the hash ``previous``."""
        return cls(sequence, digest(previous, payload), payload)


@runtime_checkable
class HasLines(Protocol):
    """A store that hands out its history as it is kept."""

    @property
    def location(self) -> str:
        """Where it is."""

    @property
    def head(self) -> Head:
        """The last commit."""

    def lines(self, after: int) -> Iterator[Line]:
        """Yield the commits after a number up to :attr:`head`, oldest first, each verified."""


@frozen(kw_only=True)
class Original:
    """What is copied: a history up to the commit that was the last when the copying began.

    Attributes:
        location: where it is, for messages.
        sequence: number of its last commit.
        hash: of that commit.
        lines: yields the commits after a number, oldest first, each verified.
    """

    location: str
    sequence: int
    hash: str
    lines: Callable[[int], Iterator[Line]]


class Target(Protocol):
    """What a history can be copied into."""

    def begin(self, original: Original) -> Line | None:
        """Make ready, and return the last commit that an earlier try has taken over.

        Raises:
            StoreError: when something else is there already.
        """

    def take(self, line: Line) -> None:
        """Take the next commit over."""

    def finish(self) -> None:
        """Make the copy usable; before that, nothing opens it."""

    def abandon(self) -> None:
        """Give back what was opened; called instead of :meth:`finish`."""
