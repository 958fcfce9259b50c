"""Candidates from a table of terms that a store keeps: nothing is read or built beforehand."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log1p

from tracker.matching.anchors import Keys, anchor_keys
from tracker.matching.bridge import lifted
from tracker.matching.corpus import Corpus
from tracker.matching.match_text import MatchText
from tracker.matching.terms import (
    WRITING_TERMS,
    HeldText,
    TermTable,
    TextTerms,
    anchor_term,
    text_terms,
    word_term,
    writing_term,
)
from tracker.matching.words import telling
from tracker.matching.writing import Writing

#: How many postings a query reads and how many texts it scores, by words and by anchors. Twice as
#: many find one partner in a thousand more; see docs/matching.md.
_POSTINGS = 5_000
_TEXTS = 200
_TEXTS_ABROAD = 20
#: Texts that are counted at least when the rarity of a term is told.
_FEW = 1000
#: Frequencies once asked for are taken to stand until the number of texts moved by this share.
_DRIFT = 0.01


class Sample(Corpus):
    """Texts drawn from a far greater collection, weighed by how rare their terms are there."""

    def __init__(self, asked: Iterable[str], texts: Sequence[HeldText]) -> None:
        """Hold ``texts``, each in the slot of its place.

        Args:
            asked: the stems of the query, which must be known, too, to be weighed.
            texts: what was drawn.
        """
        super().__init__()
        for stem in asked:
            self._number(stem)
        for text in texts:
            self.add(text.terms.stems)
        self._told: array[int] = array("i")
        self._total = 0

    @property
    def terms(self) -> Sequence[str]:
        """All stems and trigrams of query and texts, by number."""
        return self.postings.terms(range(len(self.postings.frequencies)))

    def weigh(self, frequencies: Mapping[str, int], total: int) -> None:
        """Take note of how many of the collection's ``total`` texts hold each term."""
        self._told = array("i", (frequencies.get(term, 0) for term in self.terms))
        self._total = total

    @property
    def frequencies(self) -> "array[int]":
        """For each term number how many texts of the collection hold it."""
        return self._told

    @property
    def total(self) -> int:
        """How many texts the collection holds."""
        return self._total


class TableIndex:
    """Finds partners for one text after another in a table of terms.

    The same measure as :class:`~tracker.matching.index.MatchIndex` without an encoder; the
    shortlist is drawn with fewer postings, and by stems and anchors alone.
    """

    def __init__(self, table: TermTable) -> None:
        self._table = table
        self._known: dict[str, int] = {}
        self._counted = 0

    def closest(
        self, claim: MatchText, barred: Collection[str], limit: int, *, least: float = 0.0
    ) -> list[tuple[str, float]]:
        """Return identifiers and scores (0-1) of the texts most likely about the same event.

        Best first, ties by identifier.

        Args:
            claim: the claim in hand.
            barred: identifiers never to return, such as the claim's own.
            limit: how many to return at most.
            least: the score below which nothing is returned.
        """
        asked = text_terms(claim.whole)
        self._look(asked)
        drawn = self._drawn(asked, len(barred))
        texts = [text for text in drawn if text.id not in barred]
        scored = self._scored(asked, texts)
        ranked = sorted(scored, key=lambda found: (-found[1], found[0]))
        return [found for found in ranked if found[1] >= least][: max(limit, 0)]

    def score(self, claim: MatchText, other_id: str) -> float | None:
        """Return how alike ``claim`` and one text are (0-1), None when the table lacks it."""
        asked = text_terms(claim.whole)
        self._look(asked)
        for _, score in self._scored(asked, self._table.texts([other_id])):
            return score
        return None

    def _look(self, asked: TextTerms) -> None:
        """Ask how rare the query's terms are now, and forget what is no longer so."""
        wanted = [*WRITING_TERMS, *asked.counted]
        found = self._table.frequencies(wanted)
        total = sum(found.get(term, 0) for term in WRITING_TERMS)
        if abs(total - self._counted) > _DRIFT * self._counted:
            self._known, self._counted = {}, total
        self._known.update({term: found.get(term, 0) for term in wanted})

    @property
    def _total(self) -> int:
        return sum(self._known[term] for term in WRITING_TERMS)

    def _drawn(self, asked: TextTerms, barred: int) -> list[HeldText]:
        words = map(word_term, telling(asked.stems))
        drawn = self._sharing(words, _TEXTS + barred, tuple(Writing))
        others = [
            writing
            for writing in Writing
            if writing not in {asked.writing, Writing.NONE} and self._known[writing_term(writing)]
        ]
        if not others:
            return drawn
        keys: Keys = frozenset().union(*anchor_keys(asked.stems))
        near = {text.id for text in drawn}
        abroad = self._sharing(map(anchor_term, sorted(keys)), _TEXTS_ABROAD + barred, others)
        return drawn + [text for text in abroad if text.id not in near]

    def _sharing(
        self, terms: Iterable[str], limit: int, writings: Collection[Writing]
    ) -> list[HeldText]:
        """Return what shares the rarest of ``terms``, within the budget, one at least."""
        weights: dict[str, float] = {}
        spent = 0
        used = (term for term in terms if self._known[term])
        for term in sorted(used, key=lambda t: (self._known[t], t)):
            spent += self._known[term]
            if weights and spent > _POSTINGS:
                break
            weights[term] = self._rarity(term) ** 2
        return list(self._table.sharing(weights, limit, writings)) if weights else []

    def _scored(self, asked: TextTerms, texts: Sequence[HeldText]) -> list[tuple[str, float]]:
        from tracker.matching.scorer import score_slots  # numpy is loaded on first use

        far = [t.terms for t in texts if t.terms.writing not in {asked.writing, Writing.NONE}]
        self._learn(term for terms in far for term in terms.posted)
        sample = Sample(asked.stems, texts)
        self._learn(sample.terms)
        sample.weigh(self._known, self._total)
        scores = score_slots(sample, asked.stems, range(len(texts)), searching=False)
        scores = lifted(sample, asked.stems, scores, self._anchor_rarity)
        return [(texts[score.slot].id, score.value) for score in scores]

    def _learn(self, terms: Iterable[str]) -> None:
        missing = [term for term in terms if term not in self._known]
        if missing:
            self._known.update(dict.fromkeys(missing, 0))
            self._known.update(self._table.frequencies(missing))

    def _anchor_rarity(self, key: str) -> float:
        term = anchor_term(key)
        if term not in self._known:
            self._learn([term])
        return self._rarity(term)

    def _rarity(self, term: str) -> float:
        """Return how much a term tells; see :func:`tracker.matching.shortlist.rarity`."""
        held, total = self._known[term], max(self._total, _FEW)
        return log1p((total - held + 0.5) / (held + 0.5))
