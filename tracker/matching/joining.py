"""All pairs of many texts that may be about one event, found in one pass."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from tracker.matching.index import MatchIndex
from tracker.matching.match_text import MatchText


@frozen(order=True)
class OpenPair:
    """Two texts that score high, without the signals: those cost more and are read when shown.

    Attributes:
        later: identifier of the text that came second.
        earlier: identifier of the one it was found with.
        score: how likely both are about one event (0-1), by what was known when ``later`` came.
    """

    later: str
    earlier: str
    score: float


def open_pairs(
    texts: Iterable[MatchText], *, least: float, per_text: int = 5
) -> Iterator[OpenPair]:
    """Yield the pairs that score ``least``, each once, as a streaming join.

    Every text is looked up among those before it and then joins them, so that new arrivals are
    joined with what is there at the cost of one look-up each. Texts of one article make no pair.

    Args:
        texts: what to join, in their order of arrival.
        least: the score (0-1) from which a pair counts.
        per_text: how many pairs a text makes with earlier ones at most.
    """
    index = MatchIndex()
    for text in texts:
        for earlier, score in index.scores(text, per_text):
            if score >= least:
                yield OpenPair(text.id, earlier, score)
        index.add(text)
