"""Which texts of an index are worth scoring: those that share rare terms with the query."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tracker.matching.postings import Postings

#: Below this many texts, counts say little about how rare a word is, so all words weigh alike.
_FEW = 1000

Slots = NDArray[np.int64]
Weights = NDArray[np.float64]


def rarity(frequencies: Iterable[int] | NDArray[np.integer], total: int) -> Weights:
    """Return how much terms tell, given how many of ``total`` texts hold each.

    The probabilistic inverse document frequency of Robertson and Spärck Jones, kept positive as in
    Lucene's BM25: ``log(1 + (N - n + 0.5) / (n + 0.5))``.
    """
    held = np.asarray(frequencies, dtype=np.float64)
    texts = max(total, _FEW)
    return np.log1p((texts - held + 0.5) / (held + 0.5))


def _rarest(postings: Postings, terms: Iterable[int], budget: int) -> list[int]:
    chosen: list[int] = []
    spent = 0
    for frequency, number in sorted((postings.frequency(term), term) for term in terms):
        if chosen and spent + frequency > budget:
            break
        if frequency:
            chosen.append(number)
            spent += frequency
    return chosen


def shortlist(
    postings: Postings,
    terms: Iterable[int],
    sizes: NDArray[np.int32],
    *,
    total: int,
    barred: Iterable[int],
    budget: int,
    length: int,
) -> Slots:
    """Return the slots that share most rarity with ``terms``, at most ``length``, in no order.

    Args:
        postings: the inverted index.
        terms: numbers of the query's terms.
        sizes: how many terms each slot holds.
        total: how many texts the index holds.
        barred: slots to leave out.
        budget: how many postings to read at most; the rarest terms are read first.
        length: how many slots to return at most.
    """
    chosen = _rarest(postings, terms, budget)
    if not chosen:
        return np.empty(0, np.int64)
    frequencies = [postings.frequency(term) for term in chosen]
    weights = np.repeat(rarity(frequencies, total) ** 2, frequencies)
    held = np.concatenate([np.frombuffer(postings.slots(term), np.int32) for term in chosen])
    shared = np.bincount(held, weights=weights, minlength=len(sizes))
    for slot in barred:
        shared[slot] = 0.0
    found = np.flatnonzero(shared)
    if len(found) <= length:
        return found
    strength = shared[found] / np.sqrt(sizes[found])
    return found[np.argpartition(-strength, length)[:length]]
