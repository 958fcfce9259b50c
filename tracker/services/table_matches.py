"""Candidates of one claim from the match index that a store keeps; nothing is built beforehand."""

from tracker.errors import NotFoundError
from tracker.matching import Encoder, MatchText, TableIndex, TermTable
from tracker.matching import candidate as judged
from tracker.model import Candidate, Claim
from tracker.services.claim_index import barred_partners, go_on, match_text
from tracker.services.session import ProgressSink, Silent
from tracker.store import Store


class TableMatches:
    """The candidates of claims, each asked of the store.

    Args:
        store: where the claims are.
        table: the index that it keeps.
    """

    def __init__(self, store: Store, table: TermTable) -> None:
        self._store = store
        self._table = table
        self._index = TableIndex(table)

    def candidates(
        self,
        claim: Claim,
        limit: int = 10,
        least: float = 0.0,
        progress: ProgressSink | None = None,
    ) -> tuple[Candidate, ...]:
        """Return unjudged claims of other articles that may say the same, best first.

        Args:
            claim: the claim in hand.
            limit: how many to return at most.
            least: the score (0-1) below which nothing is returned.
            progress: told how far the index is, where it must first be made or brought up to date.

        Raises:
            CancelledError: when the person stopped.
        """
        watched = progress or Silent()
        self._table.settle(lambda done, total: go_on(watched, done, total, "Reading claims"))
        text = match_text(self._store, claim)
        barred = {*barred_partners(self._store, claim.id), claim.id}
        barred.update(c.id for c in self._store.find(Claim, "article_id", claim.article_id))
        found = self._index.closest(text, barred, limit, least=least)
        return tuple(c for c in (self._candidate(text, *each) for each in found) if c is not None)

    def _candidate(self, text: MatchText, other_id: str, score: float) -> Candidate | None:
        try:
            other = match_text(self._store, self._store.get(Claim, other_id))
        except NotFoundError:
            return None  # somebody deleted it a moment ago
        return judged(text, other, score)


def table_matches(store: Store, encoder: Encoder | None) -> TableMatches | None:
    """Return the candidates that ``store`` can tell by its own index, None where it keeps none.

    Args:
        store: where the claims are.
        encoder: what makes vectors of sentences: they are no terms, and all must be at hand.
    """
    table = None if encoder else store.terms
    return None if table is None else TableMatches(store, table)
