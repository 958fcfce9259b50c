"""The score of words and the nearness of meaning, put together."""

from array import array
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from attrs import frozen

from tracker.matching.meanings import Meanings
from tracker.matching.scorer import COVERAGE_WEIGHT, Score
from tracker.matching.vectors import Vector
from tracker.matching.writing import Writing

#: Weight of the cosine of meanings beside that of words (1) and their coverage, where both texts
#: are written alike. Chosen on train splits alone: CheckThat English for all, and for Arabic the
#: mean of CheckThat Arabic and ANS.
MEANING_WEIGHT: Mapping[Writing, float] = {Writing.ARABIC: 0.75}
_MEANING_WEIGHT = 1.25
#: How much of what the vectors leave open the words of a text in other writing can fill.
WORDS_ABROAD = 0.25
#: From this cosine two texts in different writing may speak of one event; in an archive, where
#: texts are only put in order, less will do.
LEAST_NEARNESS = 0.5
LEAST_NEARNESS_SEARCHING = 0.35
_DIGITS = 6


@frozen
class Weighed:
    """Scores with the nearness of meaning that went into them.

    Attributes:
        scores: by text.
        nearness: slot → cosine (0-1).
    """

    scores: tuple[Score, ...]
    nearness: Mapping[int, float]


def weigh(
    meanings: Meanings,
    vector: Vector,
    scores: Sequence[Score],
    writings: "array[int]",
    written: Writing,
    *,
    searching: bool,
) -> Weighed:
    """Return ``scores`` with the nearness of meaning in them.

    Between texts written alike the cosine is a third measure beside the two of words. Between
    others it is the score, and the anchors fill a part of what it leaves open; where it is too
    low to make them candidates, their anchors did, and both count alike.

    Args:
        meanings: the vectors of the index.
        vector: that of the query.
        scores: what the words say.
        writings: the writing of each slot.
        written: that of the query.
        searching: whether texts are only put in order, as in an archive.
    """
    if not scores:
        return Weighed((), {})
    slots = np.array([score.slot for score in scores], np.int64)
    words = np.array([score.value for score in scores])
    near = np.clip(meanings.cosines(vector, slots.tolist()), 0.0, 1.0).astype(np.float64)
    weight, rest = MEANING_WEIGHT.get(written, _MEANING_WEIGHT), 1 + COVERAGE_WEIGHT
    mixed = np.where(
        np.frombuffer(writings, np.int8)[slots] == written,
        (rest * words + weight * near) / (rest + weight),
        np.where(
            near >= _least(searching=searching),
            near + WORDS_ABROAD * words * (1 - near),
            (near + words) / 2,
        ),
    )
    values = np.clip(mixed, 0.0, 1.0).round(_DIGITS).tolist()
    nearness = dict(zip(slots.tolist(), near.round(_DIGITS).tolist(), strict=True))
    return Weighed(tuple(map(Score, slots.tolist(), values)), nearness)


def across(
    meanings: Meanings,
    vector: Vector,
    writings: "array[int]",
    written: Writing,
    barred: Collection[int],
    *,
    searching: bool,
) -> list[int]:
    """Return the slots of texts in other writing that mean nearly the same as the query.

    Args:
        meanings: the vectors of the index.
        vector: that of the query.
        writings: the writing of each slot.
        written: that of the query.
        barred: slots to leave out.
        searching: whether texts are only put in order, as in an archive.
    """
    held = np.frombuffer(writings, np.int8)
    among = np.flatnonzero((held != written) & (held != Writing.NONE))
    if not len(among):
        return []
    found = meanings.nearest(vector, among)
    close = found[meanings.cosines(vector, found.tolist()) >= _least(searching=searching)]
    return [slot for slot in close.tolist() if slot not in barred]


def _least(*, searching: bool) -> float:
    return LEAST_NEARNESS_SEARCHING if searching else LEAST_NEARNESS
