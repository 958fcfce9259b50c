"""Two outside lists matched with each other, without a database."""

from collections.abc import Iterable, Iterator

from tracker.matching.index import MatchIndex
from tracker.matching.match_text import MatchText
from tracker.model import Candidate


def match_lists(
    claims: Iterable[MatchText], queries: Iterable[MatchText], top: int = 10
) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
    """Yield for every query its identifier and the ``top`` claims likeliest about the same event.

    A claim with the identifier of the query is not left out: the lists name things on their own.
    """
    index = MatchIndex(claims, searching=True)
    for query in queries:
        yield query.id, index.candidates(query, top, within_article=True, itself=True)
