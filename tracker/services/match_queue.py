"""The pairs that wait for a reviewer, kept from one look to the next."""

import threading

from tracker.errors import CancelledError
from tracker.matching import Encoder
from tracker.model import Claim, ClaimId, ClaimState, Corroboration
from tracker.services.claim_index import ClaimIndex
from tracker.services.corroborating import Match, matches_of
from tracker.services.following import changes_since
from tracker.services.session import ProgressSink, Silent
from tracker.store import Store

#: Least score (0-1) of a pair that is worth asking about unasked, and how many a claim brings.
LEAST_SCORE = 0.3
PER_CLAIM = 5
#: The same for somebody who asks for one claim's candidates.
LEAST_SCORE_ASKED = 0.15
CANDIDATES = 10

Pair = tuple[ClaimId, ClaimId]


def pair_of(match: Match) -> Pair:
    """Return both claims of a match in the order a corroboration keeps them."""
    first, second = sorted((match.claim.id, match.candidate.claim_id))
    return first, second


class MatchQueue:
    """The open matches of a whole database, and of one claim.

    The first look goes through every claim; later ones only through what was committed since.
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
        self._matches: dict[Pair, Match] = {}
        self._sequence: int | None = None
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
        return self._matches_of(claim, LEAST_SCORE_ASKED, CANDIDATES, progress or Silent())

    def refresh(self, progress: ProgressSink | None = None) -> tuple[Match, ...]:
        """Return the open matches of the whole database, most valuable first, each pair once.

        A claim edited since the last look is looked at anew, from its own side alone.

        Raises:
            CancelledError: when the person stopped; the next look begins where this one did.
        """
        with self._refresh_guard:
            found = self._current(progress or Silent())
        return tuple(sorted(found.values(), key=lambda m: (-m.value, m.claim.id)))

    def _current(self, progress: ProgressSink) -> dict[Pair, Match]:
        sequence = self._store.sequence
        if self._sequence == sequence:
            return self._matches
        if self._sequence is None:
            kept: dict[Pair, Match] = {}
            claims = [c.id for c in self._store.scan(Claim)]
        else:
            touched = self._touched(self._sequence)
            kept = {pair: m for pair, m in self._matches.items() if touched.isdisjoint(pair)}
            claims = sorted(touched)
        for done, claim_id in enumerate(claims):
            progress.report(done, len(claims), "Matching")
            for match in self._still_open(claim_id, progress):
                kept.setdefault(pair_of(match), match)
        self._matches, self._sequence = kept, sequence
        return kept

    def _touched(self, sequence: int) -> set[ClaimId]:
        """Return the claims that were edited since, and those whose matches were judged."""
        touched: set[ClaimId] = set()
        for change in changes_since(self._store, sequence):
            if isinstance(change.entity, Claim):
                touched.add(change.entity.id)
            elif isinstance(change.entity, Corroboration):
                touched |= {change.entity.claim_id, change.entity.other_id}
        return touched

    def _still_open(self, claim_id: ClaimId, progress: ProgressSink) -> tuple[Match, ...]:
        if claim_id not in self._store.resolve(Claim, claim_id):
            return ()
        claim = self._store.get(Claim, claim_id)
        return self._matches_of(claim, LEAST_SCORE, PER_CLAIM, progress)

    def _matches_of(
        self, claim: Claim, least: float, limit: int, progress: ProgressSink
    ) -> tuple[Match, ...]:
        if progress.cancelled:
            msg = "The search for matches was stopped."
            raise CancelledError(msg, "Nothing was changed.")
        if claim.state is ClaimState.REJECTED:
            return ()
        with self._index_guard:
            if self._index is None:
                self._index = ClaimIndex(self._store, progress, self._encoder)
            return tuple(matches_of(self._index, claim, least, limit))
