"""What every store does, embedded or shared. Services know this protocol and nothing behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Protocol, TypeVar

from attrs import frozen

from tracker.errors import NotFoundError
from tracker.model import ChangeSet, Commit, Entity
from tracker.model.change import KINDS

if TYPE_CHECKING:
    from tracker.matching.terms import TermTable

E = TypeVar("E", bound=Entity)

#: Secondary look-ups every store keeps by edit: table name -> field names for :meth:`Store.find`.
INDEXES: dict[str, tuple[str, ...]] = {
    "articles": ("sha256", "outlet_id", "url", "fingerprints", "previous_id"),
    "claims": ("article_id", "source_id"),
    "sources": ("article_id", "outlet_id", "label", "aliases"),
    "source_links": ("source_id", "other_id"),
    "corroborations": ("claim_id", "other_id"),
    "assertions": ("claim_ids",),
    "assessments": ("claim_id", "reviewer"),
    "assignments": ("claim_id", "reviewer"),
    "settlements": ("claim_id",),
    "fact_checks": ("url",),
    "fact_check_links": ("claim_id", "fact_check_id"),
}

#: Fields that no two records of a kind may share all of. Services keep to it; a store that several
#: people write into at once refuses a second one that they could not have known of.
SINGLE: dict[str, tuple[str, ...]] = {
    "source_links": ("source_id", "other_id"),
    "corroborations": ("claim_id", "other_id"),
    "assessments": ("claim_id", "reviewer"),
    "fact_check_links": ("claim_id", "fact_check_id"),
}

_NAMES = {entity: name for name, entity in KINDS.items()}


@frozen(kw_only=True)
class Problem:
    """Something that a check found wrong.

    Attributes:
        where: the file, table or record concerned.
        message: what is wrong, as a sentence.
    """

    where: str
    message: str


@frozen
class Kept:
    """Bytes that the store keeps: their hexadecimal SHA-256, and how many they are."""

    sha256: str
    size: int


class Store(Protocol):
    """Records by kind, changed only by change sets, with their whole history.

    Records are immutable values. Every method may raise :class:`tracker.errors.StoreError`.
    """

    @property
    def location(self) -> str:
        """The path or address that opened the store."""

    @property
    def sequence(self) -> int:
        """The sequence number of the last commit; 0 in a new database."""

    @property
    def readonly(self) -> bool:
        """Whether edits are refused because the store was opened for reading."""

    @property
    def shared(self) -> bool:
        """Whether others can commit while it is open, so that it is worth watching."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person who opened the database should know, as sentences.

        For example that an unfinished edit was dropped, that the records were rebuilt, or that
        the folder allows no writing. Empty while there is nothing to say.
        """

    @property
    def terms(self) -> "TermTable | None":
        """The match index that the store keeps with every commit, None where it keeps none."""

    def get(self, kind: type[E], record_id: str) -> E:
        """Return one record.

        Raises:
            NotFoundError: when no record of that kind has the identifier.
        """

    def find(self, kind: type[E], field: str, value: str) -> tuple[E, ...]:
        """Return the records whose indexed ``field`` equals (or, a tuple, holds) ``value``.

        Records come in the order they were created. ``field`` is one of :data:`INDEXES`.
        """

    def holders(self, kind: type[Entity], field: str, value: str) -> tuple[str, ...]:
        """Return the identifiers of the records that :meth:`find` returns, and read none of them.

        In the same order. For values that very many records share.
        """

    def tally(self, kind: type[Entity], *fields: str) -> Counter[tuple[str, ...]]:
        """Return how many records of a kind have each combination of values in ``fields``.

        Args:
            kind: what is counted.
            fields: fields of text, or of a word from a list, whose names no nested part has; they
                need no index. An embedded store reads them without decoding a record.
        """

    def scan(self, kind: type[E]) -> Iterator[E]:
        """Yield every record of a kind in the order they were created."""

    def count(self, kind: type[Entity]) -> int:
        """Return how many records of a kind there are."""

    def resolve(self, kind: type[Entity], prefix: str) -> tuple[str, ...]:
        """Return the identifiers of a kind that begin with ``prefix``, at most ten, in order."""

    def apply(self, changeset: ChangeSet) -> Commit:
        """Make the changes, all or none; they are durable when this returns.

        Raises:
            ConflictError: when a record is not at the version that the change set expects;
                names the reviewer who changed it.
            ReadOnlyError: when the store is open for reading.
            NoRoomError: when the disk refused; nothing was changed.
        """

    def keep_original(self, data: bytes) -> str:
        """Keep the bytes that an article came in, and return their hexadecimal SHA-256.

        They are durable when this returns. The same bytes are kept once.

        Raises:
            ReadOnlyError: when the store is open for reading.
            NoRoomError: when the disk refused.
        """

    def original(self, sha256: str) -> bytes:
        """Return the bytes kept under their SHA-256.

        Raises:
            NotFoundError: when none are kept under it.
            DamagedError: when what is kept no longer has that SHA-256.
        """

    def originals(self) -> tuple[Kept, ...]:
        """Return everything kept by :meth:`keep_original`, in the order of its SHA-256."""

    def drop_original(self, sha256: str) -> None:
        """Delete the bytes kept under their SHA-256, for good; nothing where there are none.

        Raises:
            ReadOnlyError: when the store is open for reading.
            StoreError: when the disk refuses, or others may be keeping the same bytes just now.
        """

    def history(self, record_id: str | None = None) -> Iterator[Commit]:
        """Yield commits, newest first; of one record only when ``record_id`` is given."""

    def history_of(self, reviewer: str) -> Iterator[Commit]:
        """Yield the commits of one reviewer, by name, newest first."""

    def refresh(self) -> bool:
        """Take in what others have committed since; return whether anything was new.

        Raises:
            DamagedError: when the files no longer agree with each other.
        """

    def watch(self, seconds: float) -> bool:
        """Wait until others have committed, at most ``seconds``, and take it in as by refresh.

        Returns at once, False, where nobody else can commit. What others committed is told once,
        also what :meth:`apply` had to take in on its way. For one thread at a time; a store that
        is closed meanwhile lets it go.

        Raises:
            DamagedError: as :meth:`refresh`.
            UnreachableError: when the server cannot be reached at the end of the wait.
        """

    def check(self) -> tuple[Problem, ...]:
        """Verify the hash chain, that current records follow from it, and return what is wrong."""

    def compact(self) -> None:
        """Fold what has gathered since the last snapshot, so that opening stays fast."""

    def close(self) -> None:
        """Give back files and locks. The store cannot be used afterwards."""


def tallied(entities: Iterable[Entity], fields: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Return how many of ``entities`` have each combination of values in ``fields``."""
    return Counter(texts_in(entity, fields) for entity in entities)


def texts_in(entity: Entity, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the texts in ``fields``; for a word from a list, how it is written."""
    found = (getattr(entity, field) for field in fields)
    return tuple(value.value if isinstance(value, Enum) else value for value in found)


def table_of(kind: type[Entity]) -> str:
    """Return the name of the table that holds records of ``kind``."""
    return _NAMES[kind]


def not_found(table: str, record_id: str) -> NotFoundError:
    """Return the error for an identifier that no record of ``table`` has."""
    msg = f"There is no record {record_id} among the {table}."
    return NotFoundError(msg, f"List them with: tracker {table.replace('_', '-')} list")
