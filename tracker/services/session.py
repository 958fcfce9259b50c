"""What every use case is given: the store, who acts, the time, and new identifiers."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from tracker.model import Change, ChangeSet, ChangeSetId, Commit, Reviewer
from tracker.store import Store

#: Crockford's base 32: no letter that is mistaken for a digit or another letter.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 16

Clock = Callable[[], datetime]
IdMaker = Callable[[str], str]


class ProgressSink(Protocol):
    """Where a long use case says how far it is, and learns that it should stop."""

    def report(self, done: int, total: int, label: str) -> None:
        """Take note that ``done`` of ``total`` steps are finished; ``label`` names the step."""

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""


class Silent:
    """A progress sink for work that nobody watches."""

    cancelled = False

    def report(self, done: int, total: int, label: str) -> None:
        """Do nothing."""


def utc_now() -> datetime:
    """Return the time of day, aware, in UTC."""
    return datetime.now(UTC)


def random_id(prefix: str) -> str:
    """Return a new identifier, ``prefix`` and 80 random bits, for example ``clm_4t9…``."""
    return f"{prefix}_{''.join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))}"


@frozen(kw_only=True)
class Session:
    """One reviewer at work on one database.

    Attributes:
        store: where records live.
        reviewer: whose name the changes carry.
        clock: tells the time (aware, UTC).
        new_id: makes an identifier from a three-letter prefix.
        tables: the newsroom's own folder of reference tables, None when there is none.
    """

    store: Store
    reviewer: Reviewer
    clock: Clock = field(default=utc_now)
    new_id: IdMaker = field(default=random_id)
    tables: Path | None = None

    def commit(self, label: str, *changes: Change) -> Commit:
        """Apply ``changes`` as one change set under ``label`` and return how it was recorded.

        Raises:
            ConflictError: when somebody else changed one of the records.
        """
        changeset = ChangeSet(
            id=ChangeSetId(self.new_id("chg")),
            reviewer=self.reviewer.name,
            at=self.clock(),
            label=label,
            changes=changes,
        )
        return self.store.apply(changeset)
