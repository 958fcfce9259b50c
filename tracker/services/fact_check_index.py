"""The fact-checks that may be about a claim of the desk's, found among those taken in."""

import threading
from collections.abc import Iterable, Iterator

from attrs import frozen

from tracker.errors import NotFoundError
from tracker.matching import Encoder, MatchIndex, MatchText
from tracker.model import (
    Bearing,
    Candidate,
    Claim,
    ClaimId,
    ClaimState,
    Entity,
    FactCheck,
    FactCheckId,
    FactCheckLink,
    Relation,
)
from tracker.services.claim_index import go_on, match_text
from tracker.services.fact_checks import links_of, settled
from tracker.services.following import changes_since
from tracker.services.session import ProgressSink, Silent
from tracker.store import Store

#: Least score (0-1) of a fact-check that is worth asking about unasked, and how many a claim
#: brings; on public data this finds
#: 0.57-0.68 of the right ones and asks in vain about 0.13-0.19 of the claims (docs/matching.md).
LEAST_SCORE = 0.3
PER_CLAIM = 3
#: The same for somebody who asks for one claim's fact-checks.
LEAST_SCORE_ASKED = 0.15
CANDIDATES = 10
#: How many pairs one sitting gets.
SITTING = 500


@frozen(kw_only=True)
class FactCheckMatch:
    """A fact-check that may be about a claim, and waits for a reviewer.

    Attributes:
        claim: the claim in hand.
        fact_check: what others published.
        candidate: score (0-1) and signals; its ``claim_id`` is the fact-check's identifier.
    """

    claim: Claim
    fact_check: FactCheck
    candidate: Candidate

    @property
    def suggestion(self) -> Bearing:
        """The bearing that score and signals point to; only a person decides."""
        far = self.candidate.suggestion is Relation.RELATED
        return Bearing.RELATED if far else Bearing.SAME_CLAIM


def fact_check_text(check: FactCheck) -> MatchText:
    """Return what the matcher compares of a fact-check: the claim reviewed and the headline."""
    return MatchText(
        id=check.id,
        text=check.claim_reviewed,
        title=check.title,
        language=check.language,
        published=check.published,
    )


class FactCheckIndex:
    """The match index over a store's fact-checks, and the claims they may be about.

    It is kept current by reading what was committed since. Every method takes its time and may be
    called from any thread.
    """

    def __init__(self, store: Store, encoder: Encoder | None = None) -> None:
        """Begin with nothing read.

        Args:
            store: where claims and fact-checks are.
            encoder: what makes vectors of sentences, where meaning shall count.
        """
        self._store = store
        self._index = MatchIndex(searching=True, encoder=encoder)
        self._sequence: int | None = None
        self._scores: dict[ClaimId, tuple[tuple[str, float], ...]] = {}
        self._looked: int | None = None
        self._guard = threading.Lock()

    def candidates(
        self, claim_id: ClaimId, progress: ProgressSink | None = None
    ) -> tuple[FactCheckMatch, ...]:
        """Return the fact-checks nobody judged beside a claim, best first.

        Raises:
            NotFoundError: when the claim does not exist.
            CancelledError: when the person stopped while the index was being built.
        """
        claim = self._store.get(Claim, claim_id)
        with self._guard:
            self._refresh(progress or Silent())
            found = self._index.candidates(
                match_text(self._store, claim),
                CANDIDATES,
                self._settled(claim),
                least=LEAST_SCORE_ASKED,
            )
        return tuple(self._match(claim, candidate) for candidate in found)

    def waiting(
        self, progress: ProgressSink | None = None, limit: int = SITTING
    ) -> tuple[FactCheckMatch, ...]:
        """Return the open pairs of the whole database, the likeliest first.

        The first look goes through every claim, later ones only through what was committed since.

        Raises:
            CancelledError: when the person stopped.
        """
        progress = progress or Silent()
        with self._guard:
            if self._refresh(progress):
                self._scores, self._looked = {}, None
            self._look(progress)
            pairs = sorted(
                (-score, claim_id, name)
                for claim_id, found in self._scores.items()
                for name, score in found
            )[: max(limit, 0)]
            matches = []
            for _, claim_id, name in pairs:
                claim = self._store.get(Claim, claim_id)
                candidate = self._index.compare(match_text(self._store, claim), name)
                matches.append(self._match(claim, candidate))
            return tuple(matches)

    def _refresh(self, progress: ProgressSink) -> bool:
        """Take in the fact-checks that are new; return whether there were any, or some went."""
        sequence = self._store.sequence
        if self._sequence is None:
            total = self._store.count(FactCheck)
            for done, check in enumerate(self._store.scan(FactCheck)):
                go_on(progress, done, total, "Reading fact-checks")
                self._index.add(fact_check_text(check))
            self._index.settle(lambda done, total: go_on(progress, done, total, "Reading meanings"))
            self._sequence = sequence
            return total > 0
        touched = {e.id for e in self._touched(self._sequence) if isinstance(e, FactCheck)}
        for name in touched:
            try:
                self._index.add(fact_check_text(self._store.get(FactCheck, name)))
            except NotFoundError:
                self._index.remove(name)
        self._sequence = sequence
        return bool(touched)

    def _touched(self, sequence: int) -> Iterator[Entity]:
        return (change.entity for change in changes_since(self._store, sequence))

    def _look(self, progress: ProgressSink) -> None:
        """Find the pairs that wait now, and forget those that no longer do."""
        store, sequence = self._store, self._store.sequence
        if self._looked == sequence:
            return
        claims: Iterable[ClaimId]
        if self._looked is None:
            claims, total = (claim.id for claim in store.scan(Claim)), store.count(Claim)
        else:
            claims = {_claim_of(entity) for entity in self._touched(self._looked)} - {ClaimId("")}
            total = len(claims)
        kept = dict(self._scores)
        for done, claim_id in enumerate(claims):
            go_on(progress, min(done, total - 1), total, "Matching")
            kept.pop(claim_id, None)
            if found := self._closest(claim_id):
                kept[claim_id] = found
        self._scores, self._looked = kept, sequence

    def _closest(self, claim_id: ClaimId) -> tuple[tuple[str, float], ...]:
        try:
            claim = self._store.get(Claim, claim_id)
        except NotFoundError:
            return ()
        if claim.state is ClaimState.REJECTED:
            return ()
        text, left_out = match_text(self._store, claim), self._settled(claim)
        return self._index.closest(text, PER_CLAIM, left_out, least=LEAST_SCORE)

    def _settled(self, claim: Claim) -> frozenset[str]:
        links = links_of(self._store, claim.id)
        return frozenset(k.fact_check_id for k in links if settled(self._store, claim, k))

    def _match(self, claim: Claim, candidate: Candidate) -> FactCheckMatch:
        check = self._store.get(FactCheck, FactCheckId(candidate.claim_id))
        return FactCheckMatch(claim=claim, fact_check=check, candidate=candidate)


def _claim_of(entity: Entity) -> ClaimId:
    match entity:
        case Claim():
            return entity.id
        case FactCheckLink():
            return entity.claim_id
        case _:
            return ClaimId("")
