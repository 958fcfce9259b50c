"""The order in which pairs are asked about."""

from collections.abc import Collection, Sequence
from typing import TypeVar

P = TypeVar("P")


def next_open(pairs: Sequence[P], index: int, judged: Collection[P], put_off: Collection[P]) -> int:
    """Return the index of the next pair that nobody judged, round the end.

    Those put off come last; where every pair is judged, it is ``index`` itself.
    """
    number = len(pairs)
    order = [(index + step) % number for step in range(1, number + 1)]
    still_open = [place for place in order if pairs[place] not in judged]
    fresh = (place for place in still_open if pairs[place] not in put_off)
    return next(fresh, next(iter(still_open), index))
