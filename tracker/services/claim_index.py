"""The match index over the claims of a store, and what is left out of it."""

from collections.abc import Iterable, Iterator
from functools import partial

from tracker.errors import CancelledError
from tracker.matching import (
    BYTES_PER_NUMBER,
    Encoder,
    MatchIndex,
    MatchText,
    OpenPair,
    fingerprint,
    open_pairs,
)
from tracker.model import (
    Article,
    Candidate,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    Relation,
)
from tracker.services.following import changed_since
from tracker.services.reading import corroborations_of
from tracker.services.session import ProgressSink, Silent
from tracker.store import Store
from tracker.store.opening import collector_at_rest
from tracker.store.vector_file import VectorFile, vector_file

_REJECTED = ClaimState.REJECTED
_SET_ASIDE = frozenset({Relation.UNRELATED, Relation.RELATED})


def match_text(store: Store, claim: Claim) -> MatchText:
    """Return what the matcher compares of a claim."""
    article = store.get(Article, claim.article_id)
    return MatchText(
        id=claim.id,
        text=claim.statement,
        language=article.language,
        published=article.published,
        outlet_id=article.outlet_id,
        source_id=claim.source_id,
        article_id=article.id,
        allegation=claim.allegation is not None,
        hedging=claim.attribution.hedging,
    )


class ClaimIndex:
    """The match index over a store's claims, kept current by reading what was committed since.

    Rejected claims are left out: they are no claims.
    """

    def __init__(
        self,
        store: Store,
        progress: ProgressSink | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        """Read every claim.

        Args:
            store: where the claims are.
            progress: told how far the reading is.
            encoder: what makes vectors of sentences; they are kept beside the database.

        Raises:
            CancelledError: when the person stopped.
        """
        progress = progress or Silent()
        self._store = store
        self._sequence = store.sequence
        self._index = MatchIndex(encoder=encoder, memory=_memory(store, encoder))
        total = store.count(Claim)
        # Each claim asks for its article: a store on a server reads them in one go.
        store.scan(Article)
        texts = (match_text(store, c) for c in store.scan(Claim) if c.state is not _REJECTED)
        with collector_at_rest():
            self._index.add_all(_counted(texts, progress, total))
            self._index.settle(lambda done, total: go_on(progress, done, total, "Reading meanings"))

    def _put(self, claim: Claim) -> None:
        if claim.id in self._index:
            self._index.remove(claim.id)
        if claim.state is not _REJECTED:
            self._index.add(match_text(self._store, claim))

    def refresh(self) -> None:
        """Take in the commits made since the index was built or last refreshed."""
        sequence = self._store.sequence
        for claim_id, claim in changed_since(self._store, Claim, self._sequence).items():
            if claim is not None:
                self._put(claim)
            elif claim_id in self._index:
                self._index.remove(claim_id)
        self._sequence = sequence

    def candidates(
        self, claim: Claim, limit: int = 10, least: float = 0.0
    ) -> tuple[Candidate, ...]:
        """Return unjudged claims of other articles that may say the same, best first.

        Args:
            claim: the claim in hand.
            limit: how many to return at most.
            least: the score (0-1) below which nothing is returned.
        """
        self.refresh()
        text = match_text(self._store, claim)
        return self._index.candidates(
            text, limit=limit, exclude=barred_partners(self._store, claim.id), least=least
        )

    def open_pairs(
        self, claims: Iterable[Claim], least: float, per_claim: int
    ) -> Iterator[OpenPair]:
        """Yield the unjudged pairs of ``claims`` that score ``least`` (0-1), without signals.

        Claims are drawn one by one, each for one short look-up; rejected ones bring nothing.

        Args:
            claims: what to look up.
            least: the score from which a pair counts.
            per_claim: how many pairs a claim brings at most.
        """
        self.refresh()
        judged = partial(barred_partners, self._store)
        texts = (match_text(self._store, c) for c in claims if c.state is not _REJECTED)
        return open_pairs(self._index, texts, least=least, per_text=per_claim, exclude=judged)

    def candidate(self, claim: Claim, other_id: ClaimId) -> Candidate:
        """Return how the claim ``other_id`` looks from ``claim``.

        Raises:
            NotFoundError: when it is not in the index: gone, or rejected.
        """
        return self._index.compare(match_text(self._store, claim), other_id)


def barred_partners(store: Store, claim_id: str) -> frozenset[str]:
    """Return the claims that were judged together with one and do not wait anew."""
    ours = ClaimId(claim_id)
    return frozenset(
        c.partner(ours) for c in corroborations_of(store, ours) if not asked_again(store, c)
    )


def _counted(texts: Iterable[MatchText], progress: ProgressSink, total: int) -> Iterator[MatchText]:
    for done, text in enumerate(texts):
        go_on(progress, done, total, "Reading claims")
        yield text


def asked_again(store: Store, judged: Corroboration) -> bool:
    """Return whether a pair that was set aside waits anew: a text or the matcher has changed.

    Judged agreements and contradictions stand until somebody judges otherwise.
    """
    if judged.relation not in _SET_ASIDE or not judged.matcher:
        return False
    return judged.matcher != statements_fingerprint(store, judged.claim_id, judged.other_id)


def statements_fingerprint(store: Store, claim_id: ClaimId, other_id: ClaimId) -> str:
    """Return what a judgement on two claims rests on: the matcher and both statements."""
    return fingerprint(store.get(Claim, claim_id).statement, store.get(Claim, other_id).statement)


def go_on(progress: ProgressSink, done: int, total: int, label: str) -> None:
    """Say how far the work is.

    Raises:
        CancelledError: when the person stopped.
    """
    if progress.cancelled:
        msg = "The search for matches was stopped."
        raise CancelledError(msg, "Nothing was changed.")
    progress.report(done, total, label)


def _memory(store: Store, encoder: Encoder | None) -> VectorFile | None:
    if encoder is None:
        return None
    return vector_file(store.location, encoder.name, encoder.dimensions * BYTES_PER_NUMBER)
