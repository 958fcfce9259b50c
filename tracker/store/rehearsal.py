"""A store that answers as if edits had been made, and makes none: what ``--dry-run`` looks at."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

from tracker.errors import NotFoundError
from tracker.model import ChangeSet, Commit, Entity
from tracker.model.change import KINDS
from tracker.store.originals import keep, no_original
from tracker.store.protocol import INDEXES, E, Kept, Problem, Store, not_found, table_of, tallied
from tracker.store.versions import refuse_stale


class Rehearsal:
    """The :class:`~tracker.store.protocol.Store` protocol laid over another store.

    The store below is only read. A record that begins to hold a value only in the rehearsal comes
    after the others in :meth:`find`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._over: dict[type[Entity], dict[str, Entity | None]] = {k: {} for k in KINDS.values()}
        self._deleted: set[tuple[type[Entity], str]] = set()
        self._commits: list[Commit] = []
        self._originals: dict[str, bytes] = {}
        self._dropped: set[str] = set()

    @property
    def location(self) -> str:
        """Where the store below lives."""
        return self._store.location

    @property
    def sequence(self) -> int:
        """The number that the last commit would have."""
        return self._store.sequence + len(self._commits)

    @property
    def readonly(self) -> bool:
        """Always False: a rehearsal takes every edit."""
        return False

    @property
    def shared(self) -> bool:
        """Whether others can commit to the store below."""
        return self._store.shared

    @property
    def notices(self) -> tuple[str, ...]:
        """What the store below has to say."""
        return self._store.notices

    @property
    def terms(self) -> None:
        """Always None: the index below knows nothing of the rehearsal."""

    def get(self, kind: type[E], record_id: str) -> E:
        """Return one record; see the protocol."""
        if record_id not in self._over[kind]:
            return self._store.get(kind, record_id)
        found = self._over[kind][record_id]
        if found is None:
            raise not_found(table_of(kind), record_id)
        return cast("E", found)

    def find(self, kind: type[E], field: str, value: str) -> tuple[E, ...]:
        """Return the records holding ``value`` in ``field``; see the protocol."""
        both = self._laid_over(kind, self._store.find(kind, field, value))
        return tuple(e for e in both if value in _values(kind, e, field))

    def holders(self, kind: type[Entity], field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of what :meth:`find` returns; see the protocol."""
        over = self._over[kind]
        below = (i for i in self._store.holders(kind, field, value) if i not in over)
        changed = self._laid_over(kind, ())
        own = (entity.id for entity in changed if value in _values(kind, entity, field))
        return (*below, *own)

    def tally(self, kind: type[Entity], *fields: str) -> Counter[tuple[str, ...]]:
        """Return how many records have each combination of values; see the protocol."""
        return tallied(self.scan(kind), fields)

    def scan(self, kind: type[E]) -> Iterator[E]:
        """Yield every record of a kind in the order they were created."""
        return self._laid_over(kind, self._store.scan(kind))

    def _laid_over(self, kind: type[E], below: Iterable[E]) -> Iterator[E]:
        """Yield the records of ``below`` as they would be, then those that would be new."""
        over, seen = dict(self._over[kind]), set()
        for entity in below:
            if (kind, entity.id) not in self._deleted:
                seen.add(entity.id)
                yield cast("E", over.get(entity.id, entity))
        yield from (cast("E", e) for i, e in over.items() if e is not None and i not in seen)

    def count(self, kind: type[Entity]) -> int:
        """Return how many records of a kind there would be."""
        return sum(1 for _ in self.scan(kind)) if self._over[kind] else self._store.count(kind)

    def resolve(self, kind: type[Entity], prefix: str) -> tuple[str, ...]:
        """Return at most ten identifiers of a kind that begin with ``prefix``."""
        over = self._over[kind]
        below = (i for i in self._store.resolve(kind, prefix) if i not in over)
        own = (i for i, e in over.items() if e is not None and i.startswith(prefix))
        return tuple(sorted((*below, *own)))[:10]

    def apply(self, changeset: ChangeSet) -> Commit:
        """Take note of the changes, all or none; nothing reaches the store below."""
        refuse_stale(changeset, self._current, self.history)
        for change in changeset.changes:
            table, record_id = self._over[type(change.entity)], change.entity.id
            if change.after is None:
                self._deleted.add((type(change.entity), record_id))
                table.pop(record_id, None)
            table[record_id] = change.after
        commit = Commit(sequence=self.sequence + 1, changeset=changeset)
        self._commits.append(commit)
        return commit

    def keep_original(self, data: bytes) -> str:
        """Keep ``data`` for the rehearsal and return its SHA-256."""
        sha256 = keep(self._originals, data)
        self._dropped.discard(sha256)
        return sha256

    def original(self, sha256: str) -> bytes:
        """Return the bytes kept under ``sha256``, here or below; see the protocol."""
        if sha256 in self._dropped:
            raise no_original(sha256)
        found = self._originals.get(sha256)
        return self._store.original(sha256) if found is None else found

    def originals(self) -> tuple[Kept, ...]:
        """Return everything kept, here or below; see the protocol."""
        own = {digest: Kept(digest, len(data)) for digest, data in self._originals.items()}
        both = {kept.sha256: kept for kept in self._store.originals()} | own
        return tuple(both[digest] for digest in sorted(both) if digest not in self._dropped)

    def drop_original(self, sha256: str) -> None:
        """Leave out the bytes kept under ``sha256``; the store below has them still."""
        self._dropped.add(sha256)

    def _current(self, kind: str, record_id: str) -> Entity | None:
        try:
            return self.get(KINDS[kind], record_id)
        except NotFoundError:
            return None

    def history(self, record_id: str | None = None) -> Iterator[Commit]:
        """Yield commits, newest first, those of the rehearsal before the others."""
        for commit in reversed(self._commits):
            if record_id in {None, *(change.entity.id for change in commit.changeset.changes)}:
                yield commit
        yield from self._store.history(record_id)

    def history_of(self, reviewer: str) -> Iterator[Commit]:
        """Yield the commits of one reviewer, those of the rehearsal before the others."""
        yield from (c for c in reversed(self._commits) if c.changeset.reviewer == reviewer)
        yield from self._store.history_of(reviewer)

    def refresh(self) -> bool:
        """Take in what others have committed below since."""
        return self._store.refresh()

    def watch(self, seconds: float) -> bool:
        """Wait until others have committed below, at most ``seconds``."""
        return self._store.watch(seconds)

    def check(self) -> tuple[Problem, ...]:
        """Return what is wrong with the store below."""
        return self._store.check()

    def compact(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Close the store below."""
        self._store.close()


def _values(kind: type[Entity], entity: Entity, field: str) -> tuple[object, ...]:
    if field not in INDEXES[table_of(kind)]:
        raise KeyError(field)
    found = getattr(entity, field)
    return found if isinstance(found, tuple) else (found,)
