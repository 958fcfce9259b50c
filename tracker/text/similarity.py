"""The one door to rapidfuzz's scorers: every score is 0 to 1, and an empty text is like nothing.

rapidfuzz scores some empty pairs 0 and others 100, and its ``fuzz`` functions count to 100. Here
both are settled once. Callers fold their text first; nothing here folds, so that rapidfuzz's
``default_process``, which splits words at combining marks, never runs.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz import distance, fuzz, process

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def ratio(ours: str, theirs: str) -> float:
    """Return the share of characters kept when one text is edited into the other (0-1)."""
    return fuzz.ratio(ours, theirs) / 100 if ours and theirs else 0.0


def sorted_words_ratio(ours: str, theirs: str) -> float:
    """Return :func:`ratio` with the words of both texts in alphabetical order (0-1)."""
    return fuzz.token_sort_ratio(ours, theirs) / 100 if ours and theirs else 0.0


def shared_words_ratio(ours: str, theirs: str) -> float:
    """Return how well the words both texts share explain the shorter one (0-1)."""
    return fuzz.token_set_ratio(ours, theirs) / 100 if ours and theirs else 0.0


def part_ratio(ours: str, theirs: str) -> float:
    """Return the best :func:`ratio` of the shorter text with a stretch of the longer one (0-1)."""
    return fuzz.partial_ratio(ours, theirs) / 100 if ours and theirs else 0.0


def word_likeness(ours: str, theirs: str) -> float:
    """Return how alike two words are (Jaro-Winkler, 0-1); a common beginning counts most."""
    if not ours or not theirs:
        return 0.0
    return distance.JaroWinkler.normalized_similarity(ours, theirs)


def word_likenesses(
    ours: Sequence[str], theirs: Sequence[str], least: float
) -> "NDArray[np.float32]":
    """Return :func:`word_likeness` of every pair, as an array of shape (ours, theirs).

    Words are not empty; what falls below ``least`` is 0.
    """
    import numpy as np  # loaded on first use: the command line must start without it

    return process.cdist(
        ours,
        theirs,
        scorer=distance.JaroWinkler.normalized_similarity,
        score_cutoff=least,
        dtype=np.float32,
    )
