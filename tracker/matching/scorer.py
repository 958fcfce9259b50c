"""The score of a query with texts of a corpus."""

from collections.abc import Collection, Sequence

import numpy as np
from attrs import frozen

from tracker.matching.corpus import Corpus
from tracker.matching.rescoring import cosines, coverage, pack
from tracker.matching.shortlist import Weights, rarity, shortlist
from tracker.matching.words import telling

#: How many postings a query reads at most, and how many texts it scores.
BUDGET = 100_000
SHORTLIST = 200
#: Weight of coverage beside the cosine's 1. Fitted on CheckThat and ANS train.
COVERAGE_WEIGHT = 0.75


@frozen
class Score:
    """A text of a corpus and how alike it is to the query (0-1)."""

    slot: int
    value: float


def score_shortlist(
    corpus: Corpus, stems: Sequence[str], barred: Collection[int], *, searching: bool
) -> list[Score]:
    """Return the scores of the texts that share most with ``stems``, in no order.

    Args:
        corpus: where to look.
        stems: all stems of the query.
        barred: slots to leave out.
        searching: whether a text need only answer the query, instead of both ways.
    """
    terms, _ = corpus.query(stems)
    slots = shortlist(
        corpus.postings,
        terms,
        np.frombuffer(corpus.sizes, np.int32),
        total=len(corpus),
        barred=barred,
        budget=BUDGET,
        length=SHORTLIST,
    )
    return score_slots(corpus, stems, slots.tolist(), searching=searching)


def score_slots(
    corpus: Corpus, stems: Sequence[str], slots: Sequence[int], *, searching: bool
) -> list[Score]:
    """Return the scores of the texts in ``slots``, in their order."""
    filled = [slot for slot in slots if corpus.sizes[slot]]
    if not filled or not stems:
        return [Score(slot, 0.0) for slot in slots]
    cosine = _cosines(corpus, stems, filled)
    covered = _coverage(corpus, stems, filled, searching=searching)
    mixed = (cosine + COVERAGE_WEIGHT * covered) / (1 + COVERAGE_WEIGHT)
    values = dict(zip(filled, np.clip(mixed, 0.0, 1.0).tolist(), strict=True))
    return [Score(slot, values.get(slot, 0.0)) for slot in slots]


def _cosines(corpus: Corpus, stems: Sequence[str], slots: Sequence[int]) -> Weights:
    rows = [np.array(corpus.terms(slot), np.int32) for slot in slots]
    known, unseen = corpus.query(stems)
    numbers, packed = pack(rows)
    total = len(corpus)
    return cosines(
        np.isin(numbers, known),
        packed,
        rarity([corpus.postings.frequency(n) for n in numbers.tolist()], total),
        whole=float((rarity([corpus.postings.frequency(n) for n in known], total) ** 2).sum())
        + unseen * float(rarity([0], total)[0] ** 2),
    )


def _coverage(
    corpus: Corpus, stems: Sequence[str], slots: Sequence[int], *, searching: bool
) -> Weights:
    query = telling(stems)
    total = len(corpus)
    rows = [np.frombuffer(corpus.telling_words(slot), np.int32) for slot in slots]
    numbers, packed = pack(rows)
    covered = coverage(
        query,
        rarity([corpus.frequency(stem) for stem in query], total),
        packed,
        [corpus.stem(n) for n in numbers.tolist()],
        rarity([corpus.postings.frequency(n) for n in numbers.tolist()], total),
    )
    return covered.ours if searching else np.sqrt(covered.ours * covered.theirs)
