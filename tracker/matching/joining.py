"""The pairs among many texts that may be about one event, without the signals."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from tracker.matching.index import MatchIndex
from tracker.matching.match_text import MatchText


@frozen(order=True)
class OpenPair:
    """Two texts that score high, without the signals: those cost more and are read when shown.

    Attributes:
        ours: identifier of the text that was looked up.
        theirs: identifier of the one it was found with.
        score: how likely both are about one event (0-1).
    """

    ours: str
    theirs: str
    score: float


def _nothing(_: str) -> frozenset[str]:
    return frozenset()


def open_pairs(
    index: MatchIndex,
    texts: Iterable[MatchText],
    *,
    least: float,
    per_text: int = 5,
    exclude: Callable[[str], frozenset[str]] = _nothing,
) -> Iterator[OpenPair]:
    """Yield the pairs of ``texts`` with what the index holds that score ``least``, as a stream.

    Each of ``texts`` costs one short look-up, be they all that the index holds or the newest
    arrivals. Nothing is held back: whoever draws may stop at any text. Texts of one article make
    no pair; a pair found from both its ends comes twice.

    Args:
        index: where partners are sought.
        texts: what to look up, in the index or not.
        least: the score (0-1) from which a pair counts.
        per_text: how many pairs a text brings at most.
        exclude: gives, for the identifier of a text, those it must not be paired with.
    """
    for text in texts:
        for theirs, score in index.closest(text, per_text, exclude(text.id), least=least):
            yield OpenPair(text.id, theirs, score)
