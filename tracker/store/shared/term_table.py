"""The match index on the server, asked by the matcher and brought up to the history for it."""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

import psycopg

from tracker.errors import StoreError
from tracker.matching.terms import TERMS, HeldText
from tracker.matching.writing import Writing
from tracker.store.entries import read_entries
from tracker.store.shared.address import Address
from tracker.store.shared.keys import key_of
from tracker.store.shared.replica import entity_of
from tracker.store.shared.rows import read_lines
from tracker.store.shared.server import Connection, Server
from tracker.store.shared.statements import Statements
from tracker.store.shared.terms import TermChanges, held_terms, terms_of

_EMPTIED = (
    b"DELETE FROM tracker_terms",
    b"DELETE FROM tracker_frequencies",
    b"DELETE FROM tracker_texts",
)
T = TypeVar("T")

#: What is taken in between two looks at whether to go on. Others' commits wait meanwhile.
_CLAIMS = 500
_COMMITS = 200
#: Of the claims that share most weight, this many times as many as are wanted are held against
#: their size.
_DRAWN = 2

_KIND = "claims"
_HEAD = "BEGIN; SELECT sequence, matched_to, matched_by FROM tracker_head WHERE one = 1 FOR UPDATE"
_SHARING = (
    "SELECT x.claim, x.writing, x.stems FROM (SELECT t.claim AS claim, sum(w.weight) AS shared"
    " FROM unnest(%s::text[], %s::float8[]) AS w (term, weight)"
    " JOIN tracker_terms t ON t.term = w.term"
    " GROUP BY t.claim ORDER BY shared DESC, claim LIMIT %s) s"
    " JOIN tracker_texts x ON x.claim = s.claim"
    " ORDER BY s.shared / sqrt(x.size) DESC, x.claim LIMIT %s"
)


class ServerTerms:
    """The :class:`~tracker.matching.terms.TermTable` protocol over the tables of a server.

    Over a connection of its own, made when it is first asked: no key waits for a search. Safe to
    use from several threads.

    Args:
        address: where the server is.
        patience: seconds for which a lost connection is sought.
        writes: whether what is missing may be taken in.
    """

    def __init__(self, address: Address, *, patience: float, writes: bool) -> None:
        self._server = Server(address, patience=patience)
        self._line = threading.Lock()
        self._writes = writes

    @property
    def missing(self) -> int:
        """How many commits the index does not reach, all where another version made it."""
        return self._run(_missing)[1]

    def settle(self, report: Callable[[int, int], None]) -> None:
        """Take in what is missing, in steps of one transaction each; see the protocol.

        Others may commit meanwhile, and may take in the same: a step puts a claim right whatever
        was there before.
        """
        if not self._writes or not self.missing:
            return
        self._run(_begin)
        sequence, missing = self._run(_missing)
        if missing == sequence:
            self._fill(sequence, report)
        while (left := self._run(_follow)) > 0:
            report(max(0, missing - left), max(missing, left))

    def _fill(self, reached: int, report: Callable[[int, int], None]) -> None:
        total = self._ask("SELECT count(*) FROM tracker_records WHERE kind = %s", _KIND)[0][0]
        done, place = 0, -1
        while True:
            report(min(done, max(total - 1, 0)), max(total, 1))
            found = self._run(lambda c, p=place: _take_claims(c, p))  # type: ignore[misc]  # bound now
            if found is None:
                break
            done, place = done + _CLAIMS, found
        self._run(lambda c: _finish(c, reached))

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """Return how many claims hold each of ``terms``; see the protocol."""
        keys = {key_of(term): term for term in terms}
        rows = self._ask(
            "SELECT term, held FROM tracker_frequencies WHERE term = ANY(%s)", list(keys)
        )
        return {keys[key]: held for key, held in rows}

    def sharing(self, weights: Mapping[str, float], limit: int) -> Sequence[HeldText]:
        """Return the claims that share most weight, for their size; see the protocol."""
        keys, weighed = list(map(key_of, weights)), list(weights.values())
        return _held(self._ask(_SHARING, keys, weighed, _DRAWN * limit, limit))

    def texts(self, ids: Collection[str]) -> Sequence[HeldText]:
        """Return the claims with these identifiers; see the protocol."""
        question = (
            "SELECT claim, writing, stems FROM tracker_texts WHERE claim = ANY(%s) ORDER BY claim"
        )
        return _held(self._ask(question, list(ids)))

    def _ask(self, question: str, *arguments: object) -> list[tuple[Any, ...]]:
        return self._run(lambda c: c.execute(question.encode(), arguments).fetchall())

    def _run(self, work: Callable[[Connection], T]) -> T:
        with self._line:
            return self._server.run(work)

    def close(self) -> None:
        """Give the connection back."""
        with self._line:
            self._server.close()


def _held(rows: Sequence[tuple[Any, ...]]) -> list[HeldText]:
    return [HeldText(claim, tuple(stems.split()), Writing(wrote)) for claim, wrote, stems in rows]


def _missing(connection: Connection) -> tuple[int, int]:
    """Return the number of the last commit, and how many of all the index does not reach."""
    question = "SELECT sequence, matched_to, matched_by FROM tracker_head WHERE one = 1"
    sequence, matched_to, matched_by = _head(connection.execute(question))
    return sequence, sequence - (matched_to if matched_by == TERMS else 0)


def _locked(connection: Connection) -> tuple[int, int, int]:
    cursor = connection.execute(_HEAD.encode())
    cursor.nextset()
    return _head(cursor)


def _head(cursor: psycopg.Cursor[tuple[Any, ...]]) -> tuple[int, int, int]:
    row = cursor.fetchone()
    if row is None:
        msg = "The tables of the database are not whole: tracker_head is empty."
        raise StoreError(msg, "Restore the database from a backup.")
    return row[0], row[1], row[2]


def _begin(connection: Connection) -> None:
    """Empty an index that another version of the matcher made."""
    if _locked(connection)[2] != TERMS:
        for emptied in _EMPTIED:
            connection.execute(emptied)
        connection.execute(
            "UPDATE tracker_head SET matched_to = 0, matched_by = %s WHERE one = 1", (TERMS,)
        )
    connection.execute("COMMIT")


def _take_claims(connection: Connection, place: int) -> int | None:
    """Take in the next claims after a place among all; return the last one's, None at the end."""
    _locked(connection)
    rows = connection.execute(
        "SELECT id, format, document, place FROM tracker_records WHERE kind = %s AND place > %s"
        " ORDER BY place LIMIT %s",
        (_KIND, place, _CLAIMS),
    ).fetchall()
    _put_right(connection, [row[0] for row in rows], rows)
    connection.execute("COMMIT")
    return rows[-1][3] if rows else None


def _finish(connection: Connection, reached: int) -> None:
    """Let go of claims that went away meanwhile, and say up to where the index reaches."""
    _, matched_to, _ = _locked(connection)
    gone = connection.execute(
        "SELECT x.claim FROM tracker_texts x LEFT JOIN tracker_records r"
        " ON r.kind = %s AND r.id = x.claim WHERE r.id IS NULL",
        (_KIND,),
    ).fetchall()
    _put_right(connection, [row[0] for row in gone], ())
    connection.execute(
        "UPDATE tracker_head SET matched_to = %s WHERE one = 1", (max(reached, matched_to),)
    )
    connection.execute("COMMIT")


def _follow(connection: Connection) -> int:
    """Take in the next commits; return how many are left then."""
    sequence, matched_to, _ = _locked(connection)
    until = min(sequence, matched_to + _COMMITS)
    lines = (line.payload for _, line in read_lines(connection, matched_to, until))
    touched = {
        step.record_id: None
        for entry in read_entries(lines, "tracker_commits")
        for step in entry.steps
        if step.kind == _KIND
    }
    rows = connection.execute(
        "SELECT id, format, document FROM tracker_records WHERE kind = %s AND id = ANY(%s)",
        (_KIND, list(touched)),
    ).fetchall()
    _put_right(connection, list(touched), rows)
    connection.execute("UPDATE tracker_head SET matched_to = %s WHERE one = 1", (until,))
    connection.execute("COMMIT")
    return sequence - until


def _put_right(connection: Connection, claims: list[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Bring what is held of ``claims`` to what ``rows`` say they are; others of them are gone."""
    stand = {row[0]: terms_of(entity_of(_KIND, row)) for row in rows}
    held = held_terms(connection, claims)
    changes = TermChanges()
    for claim in claims:
        changes.put(claim, held.get(claim), stand.get(claim))
    statements = Statements()
    changes.add_to(statements)
    statements.send(connection)
