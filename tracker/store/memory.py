"""A store that lives and dies with the process: the sample session, and the tests' yardstick."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from tracker.model import ChangeSet, Commit, Entity
from tracker.model.change import KINDS
from tracker.store.originals import keep, no_original
from tracker.store.protocol import INDEXES, E, Kept, Problem, not_found, table_of, tallied
from tracker.store.versions import refuse_stale

#: The name of a database that is not kept.
MEMORY = "memory:"


class MemoryStore:
    """The :class:`~tracker.store.protocol.Store` protocol over plain dictionaries."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Entity]] = {name: {} for name in KINDS}
        self._commits: list[Commit] = []
        self._originals: dict[str, bytes] = {}

    @property
    def location(self) -> str:
        """Always ``memory:``."""
        return MEMORY

    @property
    def sequence(self) -> int:
        """The number of commits."""
        return len(self._commits)

    @property
    def readonly(self) -> bool:
        """Always False."""
        return False

    @property
    def shared(self) -> bool:
        """Always False."""
        return False

    @property
    def notices(self) -> tuple[str, ...]:
        """Always empty."""
        return ()

    @property
    def terms(self) -> None:
        """Always None: an index is built in memory."""

    def get(self, kind: type[E], record_id: str) -> E:
        """Return one record; see the protocol."""
        name = table_of(kind)
        try:
            return cast("E", self._tables[name][record_id])
        except KeyError:
            raise not_found(name, record_id) from None

    def find(self, kind: type[E], field: str, value: str) -> tuple[E, ...]:
        """Return the records holding ``value`` in ``field``; see the protocol."""
        if field not in INDEXES[table_of(kind)]:
            raise KeyError(field)
        return tuple(e for e in self.scan(kind) if _holds(getattr(e, field), value))

    def holders(self, kind: type[Entity], field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of what :meth:`find` returns; see the protocol."""
        return tuple(entity.id for entity in self.find(kind, field, value))

    def tally(self, kind: type[Entity], *fields: str) -> Counter[tuple[str, ...]]:
        """Return how many records have each combination of values; see the protocol."""
        return tallied(self.scan(kind), fields)

    def scan(self, kind: type[E]) -> Iterator[E]:
        """Yield every record of a kind in the order they were created."""
        return iter(cast("list[E]", list(self._tables[table_of(kind)].values())))

    def count(self, kind: type[Entity]) -> int:
        """Return how many records of a kind there are."""
        return len(self._tables[table_of(kind)])

    def resolve(self, kind: type[Entity], prefix: str) -> tuple[str, ...]:
        """Return at most ten identifiers of a kind that begin with ``prefix``."""
        return tuple(i for i in self._tables[table_of(kind)] if i.startswith(prefix))[:10]

    def apply(self, changeset: ChangeSet) -> Commit:
        """Make the changes, all or none; see the protocol."""
        refuse_stale(changeset, lambda kind, i: self._tables[kind].get(i), self.history)
        for change in changeset.changes:
            table = self._tables[change.kind]
            if change.after is None:
                del table[change.entity.id]
            else:
                table[change.entity.id] = change.after
        commit = Commit(sequence=len(self._commits) + 1, changeset=changeset)
        self._commits.append(commit)
        return commit

    def keep_original(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256; see the protocol."""
        return keep(self._originals, data)

    def original(self, sha256: str) -> bytes:
        """Return the bytes kept under ``sha256``; see the protocol."""
        try:
            return self._originals[sha256]
        except KeyError:
            raise no_original(sha256) from None

    def originals(self) -> tuple[Kept, ...]:
        """Return everything kept; see the protocol."""
        return tuple(
            Kept(digest, len(self._originals[digest])) for digest in sorted(self._originals)
        )

    def drop_original(self, sha256: str) -> None:
        """Forget the bytes kept under ``sha256``."""
        self._originals.pop(sha256, None)

    def history(self, record_id: str | None = None) -> Iterator[Commit]:
        """Yield commits, newest first; see the protocol."""
        for commit in reversed(self._commits):
            ids = {change.entity.id for change in commit.changeset.changes}
            if record_id is None or record_id in ids:
                yield commit

    def history_of(self, reviewer: str) -> Iterator[Commit]:
        """Yield the commits of one reviewer, newest first; see the protocol."""
        return (c for c in self.history() if c.changeset.reviewer == reviewer)

    def refresh(self) -> bool:
        """Return False: nobody else can change what is here."""
        return False

    def watch(self, seconds: float) -> bool:
        """Return False: nobody else can change what is here."""
        return False

    def check(self) -> tuple[Problem, ...]:
        """Return no problem: nothing here was ever written."""
        return ()

    def compact(self) -> None:
        """Do nothing: there is no file."""

    def close(self) -> None:
        """Do nothing: there is no file."""


def _holds(found: object, value: str) -> bool:
    return value in found if isinstance(found, tuple) else found == value
