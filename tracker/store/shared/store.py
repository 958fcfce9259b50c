"""The store of a desk: records on a server, one history, everybody's screens kept current."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar, cast

from tracker.errors import ReadOnlyError, UnreachableError
from tracker.model import KINDS, ChangeSet, Commit, Entity
from tracker.store.lines import Line
from tracker.store.lock import Head
from tracker.store.originals import no_original
from tracker.store.protocol import E, Kept, Problem, table_of, tallied
from tracker.store.shared import originals
from tracker.store.shared.address import Address
from tracker.store.shared.commits import Attempt, follow
from tracker.store.shared.history import lines_after, newest_first, newest_of
from tracker.store.shared.keys import storable
from tracker.store.shared.lookups import Lookups
from tracker.store.shared.replica import Replica, read_table
from tracker.store.shared.rights import rights_of
from tracker.store.shared.schema import prepare
from tracker.store.shared.server import Connection, Server
from tracker.store.shared.term_table import ServerTerms
from tracker.store.shared.verification import verify
from tracker.store.shared.watch import Watch

#: Seconds for which an edit waits for a server that went away before it is given back.
PATIENCE = 5.0

T = TypeVar("T")


class SharedStore:
    """The :class:`~tracker.store.protocol.Store` protocol over a PostgreSQL database.

    Safe to use from several threads. A role that may only read opens it for reading, and is told
    so. Tables that were gone through once are held in memory and answer without the server.

    Args:
        url: ``postgresql://…`` as libpq takes it; TLS, for example, by ``?sslmode=verify-full``.
        readonly: write nothing.
        patience: seconds for which a lost connection is sought before an edit is given back.
        listen: whether to ask the server to tell of others' commits.

    Raises:
        UnreachableError: when the server does not answer.
        NoDatabaseError: when there is nothing to read.
        StoreError: when the server or its tables cannot be used.
    """

    def __init__(
        self,
        url: str,
        *,
        readonly: bool = False,
        patience: float = PATIENCE,
        listen: bool = True,
    ) -> None:
        self.address = Address.of(url)
        self._server = Server(self.address, patience=0.0)
        self._line = threading.RLock()
        self._replica = Replica()
        self._lookups = Lookups(self._replica, self._ask)
        self._news = False
        self._follow = partial(follow, replica=self._replica)
        try:
            rights = self._server.run(rights_of)
            prepare(self._server, readonly=readonly or rights.readonly)
            rights = self._server.run(rights_of)
            self._server.run(self._follow)
        except BaseException:
            self._server.close()
            raise
        self._server.patience = patience
        self._watch = Watch(self.address, listen=listen and rights.notify)
        self._notify = rights.notify
        self._readonly = readonly or rights.readonly
        self._searchable = rights.searchable
        self._indexed = rights.indexed and not self._readonly
        self._terms = ServerTerms(self.address, patience=patience, writes=self._indexed)
        self._notices = rights.notices(self.address, asked=readonly)

    @property
    def location(self) -> str:
        """The address, without a password."""
        return self.address.shown

    @property
    def sequence(self) -> int:
        """The number of the last commit that was taken in."""
        return self._replica.sequence

    @property
    def readonly(self) -> bool:
        """Whether edits are refused."""
        return self._readonly

    @property
    def shared(self) -> bool:
        """Always True: others may commit at any time."""
        return True

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person who opened the database should know; see the protocol."""
        return self._notices

    @property
    def terms(self) -> ServerTerms | None:
        """The match index on the server, None where it is out of step and we may not keep it."""
        if not self._searchable or (not self._indexed and self._terms.missing):
            return None
        return self._terms

    def get(self, kind: type[E], record_id: str) -> E:
        """Return one record; see the protocol."""
        return self._lookups.get(kind, record_id)

    def find(self, kind: type[E], field: str, value: str) -> tuple[E, ...]:
        """Return the records holding ``value`` in ``field``; see the protocol."""
        return self._lookups.find(kind, field, value)

    def holders(self, kind: type[Entity], field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of what :meth:`find` returns; see the protocol."""
        return self._lookups.holders(kind, field, value)

    def tally(self, kind: type[Entity], *fields: str) -> Counter[tuple[str, ...]]:
        """Return how many records have each combination of values; see the protocol."""
        return tallied(self.scan(kind), fields)

    def scan(self, kind: type[E]) -> Iterator[E]:
        """Yield every record of a kind as it stands now; its table is held from then on."""
        name = table_of(kind)
        if name not in self._replica.tables:
            self._hold(name)
        return cast("Iterator[E]", self._replica.scan(name))

    @property
    def holds_everything(self) -> bool:
        """Whether every table is in memory, so that reading records asks no server."""
        return len(self._replica.tables) == len(KINDS)

    def _hold(self, name: str) -> None:
        # Over a connection of its own: nobody's edit waits for a table of a hundred thousand.
        reader = Server(self.address, patience=self._server.patience)
        try:
            records, reached = reader.run(lambda c: read_table(c, name))
        finally:
            reader.close()
        with self._line:
            self._news = self._run(self._follow) or self._news
            self._run(lambda c: self._replica.hold(c, records, reached))

    def count(self, kind: type[Entity]) -> int:
        """Return how many records of a kind there are."""
        return self._lookups.count(kind)

    def resolve(self, kind: type[Entity], prefix: str) -> tuple[str, ...]:
        """Return at most ten identifiers of a kind that begin with ``prefix``."""
        return self._lookups.resolve(kind, prefix)

    def apply(self, changeset: ChangeSet) -> Commit:
        """Make the changes, all or none; see the protocol.

        A connection lost on the way is made anew and the edit is made once, whether or not the
        lost answer was that it had been made.

        Raises:
            UnreachableError: when the server stayed away; the message says what is known.
        """
        self._refuse_reader()
        attempt = Attempt(changeset, self._replica, self.history, self._notify, self._indexed)
        with self._line:
            try:
                return self._run(attempt)
            except UnreachableError as error:
                raise _told(error, sent=attempt.sent) from error
            finally:
                self._news = self._news or attempt.foreign

    def keep_original(self, data: bytes) -> str:
        """Keep ``data`` on the server and return its SHA-256; see the protocol."""
        self._refuse_reader()
        return self._run(lambda c: originals.keep_on_server(c, data))

    def original(self, sha256: str) -> bytes:
        """Return the bytes kept under ``sha256``; see the protocol."""
        if not storable(sha256):
            raise no_original(sha256)
        return self._run(lambda c: originals.original_on_server(c, sha256))

    def originals(self) -> tuple[Kept, ...]:
        """Return everything kept on the server; see the protocol."""
        return tuple(Kept(*row) for row in self._ask(originals.KEPT))

    def drop_original(self, sha256: str) -> None:
        """Refuse; see the protocol."""
        raise originals.not_dropped()

    def _refuse_reader(self) -> None:
        if self._readonly:
            msg = f"{self.location} is open for reading only."
            raise ReadOnlyError(msg, "Open it as a role that may edit.")

    def history(self, record_id: str | None = None) -> Iterator[Commit]:
        """Yield commits, newest first, read from the server as they are asked for."""
        return newest_first(self._ask, self.sequence, record_id)

    def history_of(self, reviewer: str) -> Iterator[Commit]:
        """Yield the commits of one reviewer, newest first; see the protocol."""
        return newest_of(self._ask, self.sequence, reviewer)

    def refresh(self) -> bool:
        """Take in what others have committed since; see the protocol."""
        with self._line:
            found = self._run(self._follow)
            found, self._news = found or self._news, False
        return found

    def watch(self, seconds: float) -> bool:
        """Wait until others have committed, at most ``seconds``; see the protocol."""
        if self._news or self._watch.wait(lambda: self.sequence, seconds):
            return self.refresh()
        return False

    def _ask(self, question: str, *arguments: str | int) -> list[tuple[Any, ...]]:
        if not all(storable(a) for a in arguments if isinstance(a, str)):
            return []
        return self._run(lambda c: c.execute(question.encode(), arguments).fetchall())

    def _run(self, work: Callable[[Connection], T]) -> T:
        with self._line:
            return self._server.run(work)

    @property
    def head(self) -> Head:
        """The last commit that was taken in."""
        return self._replica.head

    def lines(self, after: int) -> Iterator[Line]:
        """Yield the commits after a number up to :attr:`head`, oldest first, each verified.

        Raises:
            DamagedError: when one is not what was written.
        """
        return lines_after(self._ask, after, self.sequence)

    def check(self) -> tuple[Problem, ...]:
        """Verify every commit, and that the records and look-ups follow from them."""
        reader = Server(self.address, patience=self._server.patience)
        try:
            return reader.run(verify)
        finally:
            reader.close()

    def compact(self) -> None:
        """Bring the match index up to the history; all else the server folds by itself."""
        if self._indexed and self.terms is not None:
            self.terms.settle(lambda done, total: None)

    def close(self) -> None:
        """Give the connections back."""
        self._watch.close()
        self._terms.close()
        with self._line:
            self._server.close()


def _told(error: UnreachableError, *, sent: bool) -> UnreachableError:
    if sent:
        msg = f"{error.message} Whether the edit was saved is not known."
        return UnreachableError(msg, "Look at it again once the server is back.")
    return UnreachableError(f"{error.message} The edit was not saved.", error.hint)
