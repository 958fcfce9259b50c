"""Which texts of an index are worth scoring: those that share rare terms with the query."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tracker.matching.postings import Postings
from tracker.matching.ragged import Numbers

#: Below this many texts, counts say little about how rare a word is, so all words weigh alike.
_FEW = 1000

Weights = NDArray[np.float64]


def rarity(frequencies: NDArray[np.generic], total: int) -> Weights:
    """Return how much terms tell, given how many of ``total`` texts hold each.

    The probabilistic inverse document frequency of Robertson and Spärck Jones, kept positive as in
    Lucene's BM25: ``log(1 + (N - n + 0.5) / (n + 0.5))``.
    """
    held = frequencies.astype(np.float64)
    texts = max(total, _FEW)
    return np.log1p((texts - held + 0.5) / (held + 0.5))


def _rarest(
    terms: Numbers, frequencies: NDArray[np.int32], budget: int
) -> tuple[Numbers, NDArray[np.int32]]:
    """Return the rarest terms in use whose postings fit the budget, at least one, with counts."""
    used = frequencies > 0
    terms, frequencies = terms[used], frequencies[used]
    order = np.lexsort((terms, frequencies))
    affordable = int(np.searchsorted(np.cumsum(frequencies[order]), budget, side="right"))
    chosen = order[: max(affordable, 1)]
    return terms[chosen], frequencies[chosen]


def shortlist(
    postings: Postings,
    terms: Numbers,
    sizes: NDArray[np.int32],
    *,
    total: int,
    barred: Iterable[int],
    budget: int,
    length: int,
) -> Numbers:
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
    every = np.frombuffer(postings.frequencies, np.int32)
    chosen, frequencies = _rarest(terms, every[terms], budget)
    if not len(chosen):
        return np.empty(0, np.int64)
    weights = np.repeat(rarity(frequencies, total) ** 2, frequencies)
    held = np.concatenate([np.frombuffer(postings.slots(n), np.int32) for n in chosen.tolist()])
    shared = np.bincount(held, weights=weights, minlength=len(sizes))
    for slot in barred:
        shared[slot] = 0.0
    found = np.flatnonzero(shared > 0.0)  # of truth values many times as quick as of numbers
    if len(found) <= length:
        return found
    strength = shared[found] / np.sqrt(sizes[found])
    return found[np.argpartition(-strength, length)[:length]]
