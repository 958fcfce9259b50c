"""How alike a query and each shortlisted text are.

Two measures are mixed. The cosine of letter trigrams and words, weighted by rarity, sees common
stems and spelling variants. The coverage says how much of the rarity of one side's words finds a
like word on the other (a soft TF-IDF after Cohen, Ravikumar and Fienberg, "A comparison of string
distance metrics for name-matching tasks", 2003, with Jaro-Winkler as the inner measure).
"""

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from tracker.matching.ragged import Ragged
from tracker.matching.shortlist import Weights
from tracker.matching.words import LEAST_LIKENESS
from tracker.text.similarity import word_likenesses


def cosines(shared: NDArray[np.bool_], rows: Ragged, weights: Weights, whole: float) -> Weights:
    """Return the cosine (0-1) of a query's terms with those of each row.

    Args:
        shared: for each different term whether the query holds it.
        rows: for each text the positions of its terms.
        weights: the rarity of each different term.
        whole: sum of the squared rarities of all terms of the query.
    """
    squares = weights**2
    lengths = np.add.reduceat(squares[rows.flat], rows.starts)
    common = np.add.reduceat((squares * shared)[rows.flat], rows.starts)
    return common / np.sqrt(np.maximum(lengths * whole, 1e-12))


@frozen
class Coverage:
    """How much of either side's words is found on the other.

    Attributes:
        ours: share (0-1) of the rarity of the query's words found in each text.
        theirs: share (0-1) of the rarity of each text's words found in the query.
    """

    ours: Weights = field(eq=False)
    theirs: Weights = field(eq=False)


def likenesses(ours: Sequence[str], theirs: Sequence[str]) -> NDArray[np.float32]:
    """Return how alike the stems are (0-1), shape (ours, theirs); digits are equal or different."""
    alike = word_likenesses(ours, theirs, LEAST_LIKENESS)
    our_digits = np.array([word[0].isdigit() for word in ours])
    their_digits = np.array([word[0].isdigit() for word in theirs])
    either = our_digits[:, None] | their_digits[None, :]
    alike[either & (alike < 1.0)] = 0.0
    return alike


def coverage(
    query: Sequence[str],
    query_weights: Weights,
    rows: Ragged,
    words: Sequence[str],
    weights: Weights,
) -> Coverage:
    """Return how much the query and each row cover of each other.

    Args:
        query: the query's telling stems.
        query_weights: their rarities.
        rows: for each text the positions in ``words`` of its telling stems.
        words: the different stems of all rows.
        weights: their rarities.
    """
    alike = likenesses(query, words)
    best = np.maximum.reduceat(alike[:, rows.flat], rows.starts, axis=1)
    found = np.add.reduceat((weights * alike.max(axis=0))[rows.flat], rows.starts)
    whole = np.add.reduceat(weights[rows.flat], rows.starts)
    return Coverage(query_weights @ best / query_weights.sum(), found / whole)
