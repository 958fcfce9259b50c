"""The score of a query with texts of a corpus."""

from collections.abc import Collection, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from tracker.matching.corpus import Corpus
from tracker.matching.ragged import Numbers, Ragged, pack, spread, view
from tracker.matching.rescoring import cosines, coverage
from tracker.matching.shortlist import Weights, rarity, shortlist
from tracker.matching.words import telling

#: Weight of coverage beside the cosine's 1. Chosen on CheckThat and ANS train.
COVERAGE_WEIGHT = 0.75
#: Scores are rounded, so that equal texts tie whatever the order in which terms are summed.
_DIGITS = 6


@frozen
class Reach:
    """How far a query looks.

    Attributes:
        postings: how many it reads at most; the rarest terms are read first.
        texts: how many it scores at most.
    """

    postings: int
    texts: int


#: For one claim in hand, and for each of many of which only the closest partners are wanted.
SEARCH = Reach(100_000, 200)
JOIN = Reach(20_000, 50)


@frozen
class Score:
    """A text of a corpus and how alike it is to the query (0-1)."""

    slot: int
    value: float


def score_shortlist(
    corpus: Corpus,
    stems: Sequence[str],
    barred: Collection[int],
    *,
    searching: bool,
    reach: Reach = SEARCH,
) -> list[Score]:
    """Return the scores of the texts that share most with ``stems``, in no order.

    Args:
        corpus: where to look.
        stems: all stems of the query.
        barred: slots to leave out.
        searching: whether a text need only answer the query, instead of both ways.
        reach: how far to look.
    """
    query = corpus.query(stems)
    slots = shortlist(
        corpus.postings,
        np.array(query[0], np.int64),
        view(corpus.sizes),
        total=corpus.total,
        barred=barred,
        budget=reach.postings,
        length=reach.texts,
    )
    return score_slots(corpus, stems, slots.tolist(), searching=searching, query=query)


def score_slots(
    corpus: Corpus,
    stems: Sequence[str],
    slots: Sequence[int],
    *,
    searching: bool,
    query: tuple[list[int], int] | None = None,
) -> list[Score]:
    """Return the scores of the texts in ``slots``, in their order.

    Args:
        corpus: where the texts are.
        stems: all stems of the query.
        slots: where to look.
        searching: whether a text need only answer the query, instead of both ways.
        query: what the corpus knows of the stems, where the caller has it already.
    """
    filled = [slot for slot in slots if corpus.sizes[slot]]
    if not filled or not stems:
        return [Score(slot, 0.0) for slot in slots]
    words, rows = pack(*map(view, corpus.words(filled)))
    cosine = _cosines(corpus, query or corpus.query(stems), words, rows)
    covered = _coverage(corpus, stems, words, rows, searching=searching)
    mixed = (cosine + COVERAGE_WEIGHT * covered) / (1 + COVERAGE_WEIGHT)
    rounded = np.clip(mixed, 0.0, 1.0).round(_DIGITS)
    values = dict(zip(filled, rounded.tolist(), strict=True))
    return [Score(slot, values.get(slot, 0.0)) for slot in slots]


def _rarities(corpus: Corpus, numbers: Numbers) -> Weights:
    return rarity(view(corpus.frequencies)[numbers], corpus.total)


def _unseen(corpus: Corpus) -> float:
    return float(rarity(np.zeros(1), corpus.total)[0])


def _cosines(corpus: Corpus, asked: tuple[list[int], int], words: Numbers, rows: Ragged) -> Weights:
    known, unseen = asked
    query = np.array(known, np.int64)
    parts, begins, counts = map(view, corpus.parts)
    terms, spread_out = spread(rows, parts, begins[words], counts[words])
    whole = (_rarities(corpus, query) ** 2).sum() + unseen * _unseen(corpus) ** 2
    asked_for = np.zeros(len(corpus.frequencies), np.bool_)
    asked_for[query] = True
    return cosines(asked_for[terms], spread_out, _rarities(corpus, terms), float(whole))


def _telling(corpus: Corpus, words: Numbers) -> NDArray[np.bool_]:
    # Function words are numbered before all others.
    stopped = np.zeros(max(corpus.stopped) + 1, np.bool_)
    stopped[view(corpus.stopped)] = True
    return ~stopped[np.minimum(words, len(stopped) - 1)] | (words >= len(stopped))


def _coverage(
    corpus: Corpus, stems: Sequence[str], words: Numbers, rows: Ragged, *, searching: bool
) -> Weights:
    query = telling(stems)
    numbers = [corpus.find(stem) for stem in query]
    weights = np.full(len(query), _unseen(corpus))
    known = np.array([number is not None for number in numbers])
    weights[known] = _rarities(corpus, np.array([n for n in numbers if n is not None], np.int64))
    covered = coverage(
        query,
        weights,
        rows.keep(_telling(corpus, words)),
        corpus.stems(words.tolist()),
        _rarities(corpus, words),
    )
    return covered.ours if searching else np.sqrt(covered.ours * covered.theirs)
