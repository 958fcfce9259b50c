"""Two outside lists matched with each other, without a database."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tracker.matching.encoder import Encoder
from tracker.matching.index import MatchIndex
from tracker.matching.match_text import MatchText
from tracker.model import Candidate

if TYPE_CHECKING:
    from tracker.matching.meanings import Report


def match_lists(
    claims: Iterable[MatchText],
    queries: Iterable[MatchText],
    top: int = 10,
    *,
    encoder: Encoder | None = None,
    report: "Report | None" = None,
) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
    """Yield for every query its identifier and the ``top`` claims likeliest about the same event.

    A claim with the identifier of the query is not left out: the lists name things on their own.

    Args:
        claims: where to look.
        queries: what to look for.
        top: how many candidates each query gets.
        encoder: what makes vectors of sentences; without one only words are compared.
        report: told how many of the vectors are made.
    """
    index = MatchIndex(claims, searching=True, encoder=encoder)
    index.settle(report)
    for query in queries:
        yield query.id, index.candidates(query, top, within_article=True, itself=True)
