"""The pairs that wait for a reviewer, kept from one look to the next."""

import threading
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import frozen

from tracker.errors import NotFoundError
from tracker.matching import Encoder, OpenPair
from tracker.model import (
    Assertion,
    Candidate,
    Claim,
    ClaimId,
    Corroboration,
    Entity,
    SourceLink,
    Stance,
)
from tracker.services.claim_index import ClaimIndex, go_on
from tracker.services.following import changes_since
from tracker.services.match_value import Match, Standing, most_valuable, standing_of, value_of
from tracker.services.session import ProgressSink, Silent
from tracker.services.table_matches import table_matches
from tracker.store import Store

#: Least score (0-1) of a pair that is worth asking about unasked, and how many a claim brings.
LEAST_SCORE = 0.3
PER_CLAIM = 5
#: The same for somebody who asks for one claim's candidates.
LEAST_SCORE_ASKED = 0.15
CANDIDATES = 10
#: Most claims that are gone through for their matches without anybody asking for it.
UNASKED = 5_000
#: How many pairs one sitting gets: signals are read for no more than these.
SITTING = 500

Pair = tuple[ClaimId, ClaimId]


def pair_of(match: Match) -> Pair:
    """Return both claims of a match in the order a corroboration keeps them."""
    return _ends(match.claim.id, match.candidate.claim_id)


def _ends(ours: str, theirs: str) -> Pair:
    first, second = sorted((ours, theirs))
    return ClaimId(first), ClaimId(second)


@frozen
class _Waiting:
    """A pair that waits, and the most it can be worth."""

    pair: OpenPair
    bound: float


class MatchQueue:
    """The open matches of a whole database, and of one claim.

    The first look goes through every claim, by short look-ups that read no signals; later ones
    only through what was committed since. Signals are read for the pairs that come first.

    Candidates of one claim are asked of the store where it keeps an index. What goes through all
    claims reads them all anyhow, and finds partners in memory, where that is many times quicker.
    Every method takes its time and may be called from any thread.
    """

    def __init__(self, store: Store, encoder: Encoder | None = None) -> None:
        """Begin with nothing looked at.

        Args:
            store: where the claims are.
            encoder: what makes vectors of sentences, where meaning shall count.
        """
        self._store = store
        self._encoder = encoder
        self._index: ClaimIndex | None = None
        self._table = table_matches(store, encoder)
        self._waiting: dict[Pair, _Waiting] = {}
        self._read: dict[Pair, Match] = {}
        self._standings: dict[ClaimId, Standing] = {}
        self._sequence: int | None = None
        self._table_guard = threading.Lock()
        self._index_guard = threading.Lock()
        self._refresh_guard = threading.Lock()

    def candidates(
        self, claim_id: ClaimId, progress: ProgressSink | None = None
    ) -> tuple[Match, ...]:
        """Return the open candidates of one claim, best first.

        Raises:
            NotFoundError: when the claim does not exist.
            CancelledError: when the person stopped while the index was being built.
        """
        claim = self._store.get(Claim, claim_id)
        found = self._found(claim, progress or Silent())
        standings: dict[ClaimId, Standing] = {}
        return tuple(self._valued(claim, candidate, standings) for candidate in found)

    def _found(self, claim: Claim, progress: ProgressSink) -> tuple[Candidate, ...]:
        """Return candidates from the store's own index, where it keeps one, else from ours."""
        if self._table is not None:
            # Also while ours is busy: going through all claims takes its time.
            with self._table_guard:
                return self._table.candidates(claim, CANDIDATES, LEAST_SCORE_ASKED, progress)
        with self._index_guard:
            index = self._current_index(progress)
            return index.candidates(claim, CANDIDATES, LEAST_SCORE_ASKED)

    @property
    def quick(self) -> bool:
        """Whether counting is little work: few claims, or a first look that came to its end."""
        return self._sequence is not None or self._store.count(Claim) <= UNASKED

    def count(self, progress: ProgressSink | None = None) -> int:
        """Return how many pairs of the whole database wait.

        Raises:
            CancelledError: when the person stopped; the next look begins where this one did.
        """
        with self._refresh_guard:
            self._look(progress or Silent())
            return len(self._waiting)

    def refresh(
        self, progress: ProgressSink | None = None, limit: int = SITTING
    ) -> tuple[Match, ...]:
        """Return the open matches of the whole database, most valuable first, each pair once.

        A claim edited since the last look is looked at anew, from its own side alone.

        Args:
            progress: told how far the search is.
            limit: how many to return at most.

        Raises:
            CancelledError: when the person stopped; the next look begins where this one did.
        """
        progress = progress or Silent()
        with self._refresh_guard:
            self._look(progress)
            bounds = ((waiting.bound, waiting.pair) for waiting in self._waiting.values())
            return tuple(islice(most_valuable(bounds, self._match), limit))

    def _look(self, progress: ProgressSink) -> None:
        """Find the pairs that wait now, and forget those that no longer do."""
        sequence = self._store.sequence
        if self._sequence == sequence:
            return
        if self._sequence is None:
            touched, claims, total = set(), self._store.scan(Claim), self._store.count(Claim)
        else:
            touched = self._touched(self._sequence)
            claims, total = self._still_there(touched), len(touched)
        kept = {p: w for p, w in self._waiting.items() if touched.isdisjoint(p)}
        standings = {c: s for c, s in self._standings.items() if c not in touched}
        with self._index_guard:
            index = self._current_index(progress)
            drawn = _watched(claims, total, progress)
            for pair in index.open_pairs(drawn, LEAST_SCORE, PER_CLAIM):
                ends = _ends(pair.ours, pair.theirs)
                if ends not in kept:
                    ours, theirs = (self._standing(c, standings) for c in ends)
                    kept[ends] = _Waiting(pair, value_of(ours, theirs, pair.score))
        self._read = {p: m for p, m in self._read.items() if kept.get(p) is self._waiting.get(p)}
        self._waiting, self._standings, self._sequence = kept, standings, sequence

    def _touched(self, sequence: int) -> set[ClaimId]:
        """Return the claims of which something was edited since that bears on their matches."""
        touched: set[ClaimId] = set()
        for change in changes_since(self._store, sequence):
            for entity in (change.before, change.after):
                touched.update(self._concerned(entity) if entity else ())
        return touched

    def _concerned(self, entity: Entity) -> Iterable[ClaimId]:
        if isinstance(entity, Claim):
            return (entity.id,)
        if isinstance(entity, Corroboration):
            return entity.claim_id, entity.other_id
        if isinstance(entity, Assertion):
            return entity.claim_ids
        if isinstance(entity, SourceLink):
            ends = (entity.source_id, entity.other_id)
            return [c.id for end in ends for c in self._store.find(Claim, "source_id", end)]
        return ()

    def _still_there(self, claims: Iterable[ClaimId]) -> Iterator[Claim]:
        for claim_id in sorted(claims):
            if claim_id in self._store.resolve(Claim, claim_id):
                yield self._store.get(Claim, claim_id)

    def _standing(self, claim_id: ClaimId, known: dict[ClaimId, Standing]) -> Standing:
        if claim_id not in known:
            known[claim_id] = standing_of(self._store, self._store.get(Claim, claim_id))
        return known[claim_id]

    def _match(self, pair: OpenPair) -> Match | None:
        """Return what is shown of a pair, read once; None when a claim went away meanwhile."""
        ends = _ends(pair.ours, pair.theirs)
        if ends not in self._read:
            try:
                claim = self._store.get(Claim, ClaimId(pair.ours))
                with self._index_guard:
                    index = self._current_index(Silent())
                    candidate = index.candidate(claim, ClaimId(pair.theirs))
            except NotFoundError:
                return None
            self._read[ends] = self._valued(claim, candidate, self._standings)
        return self._read[ends]

    def _valued(
        self, claim: Claim, candidate: Candidate, standings: dict[ClaimId, Standing]
    ) -> Match:
        ours, theirs = (self._standing(c, standings) for c in (claim.id, candidate.claim_id))
        names = (signal.name for signal in candidate.signals if signal.stance is Stance.WARNS)
        value = value_of(ours, theirs, candidate.score, names)
        return Match(claim=claim, candidate=candidate, value=value)

    def _current_index(self, progress: ProgressSink) -> ClaimIndex:
        if self._index is None:
            self._index = ClaimIndex(self._store, progress, self._encoder)
        return self._index


def _watched(claims: Iterable[Claim], total: int, progress: ProgressSink) -> Iterator[Claim]:
    """Yield ``claims``, saying before each how far the search is.

    Raises:
        CancelledError: when the person stopped.
    """
    for done, claim in enumerate(claims):
        go_on(progress, min(done, total - 1), total, "Matching")
        yield claim
