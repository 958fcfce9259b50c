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
    anchor_terms,
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
_UNTOLD = -1


class Sample(Corpus):
    """A few texts of a far greater collection at a time, weighed by how rare terms are there.

    Stems, once numbered, keep their numbers from one draw to the next, and their frequencies until
    these are forgotten.
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: array[int] = array("i")
        self._total = 0

    def draw(self, asked: Iterable[str], texts: Sequence[HeldText]) -> list[str]:
        """Hold ``texts`` in place of those before, each in the slot of its place.

        Args:
            asked: the stems of the query, which are weighed, too.
            texts: what was drawn.

        Returns:
            The terms whose frequencies must be told before anything is scored.
        """
        ours = self._numbered(asked)
        self._words = [self._numbered(text.stems) for text in texts]
        self.sizes = array("i", map(len, self._words))
        self.writings = array("b", (text.writing for text in texts))
        self._told.extend([_UNTOLD] * (len(self.postings.frequencies) - len(self._told)))
        return self.postings.terms(self._untold(ours))

    def _untold(self, ours: "array[int]") -> list[int]:
        import numpy as np  # loaded on first use

        from tracker.matching.ragged import stretches

        flat, _ = self.words(range(len(self._words)))
        flat.extend(ours)
        words = np.unique(np.frombuffer(flat, np.int32))
        parts, begins, counts = (np.frombuffer(held, np.int32) for held in self.parts)
        terms = np.unique(parts[stretches(begins[words], counts[words])])
        untold: list[int] = terms[np.frombuffer(self._told, np.int32)[terms] == _UNTOLD].tolist()
        return untold

    def tell(self, frequencies: Mapping[str, int], total: int) -> None:
        """Take note of how many of the collection's ``total`` texts hold each of some terms."""
        for term, held in frequencies.items():
            number = self.find_term(term)
            if number is not None:
                self._told[number] = held
        self._total = total

    def forget(self) -> None:
        """Forget all frequencies."""
        self._told = array("i", [_UNTOLD]) * len(self._told)

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
        self._sample = Sample()
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
        anchors = (term for key in asked.keys for term in anchor_terms(key))
        wanted = {*WRITING_TERMS, *asked.counted, *anchors}
        found = self._table.frequencies(wanted)
        total = sum(found.get(term, 0) for term in WRITING_TERMS)
        if abs(total - self._counted) > _DRIFT * self._counted:
            self._known, self._counted = {}, total
            self._sample.forget()
        self._known.update({term: found.get(term, 0) for term in wanted})

    @property
    def _total(self) -> int:
        return sum(self._known[term] for term in WRITING_TERMS)

    def _drawn(self, asked: TextTerms, barred: int) -> list[HeldText]:
        words = {term: self._known[term] for term in map(word_term, telling(asked.stems))}
        drawn = self._sharing(words, _TEXTS + barred)
        others = [
            writing
            for writing in Writing
            if writing not in {asked.writing, Writing.NONE} and self._known[writing_term(writing)]
        ]
        if not others:
            return drawn
        anchors = {
            term: self._held_by(key) for key in asked.keys for term in anchor_terms(key, others)
        }
        near = {text.id for text in drawn}
        abroad = self._sharing(anchors, _TEXTS_ABROAD + barred)
        return drawn + [text for text in abroad if text.id not in near]

    def _sharing(self, held: Mapping[str, int], limit: int) -> list[HeldText]:
        """Return what shares the rarest of some terms, within the budget, one at least.

        Args:
            held: for each term how many texts hold it or its like.
            limit: how many to return at most.
        """
        weights: dict[str, float] = {}
        spent = 0
        used = (term for term in held if self._known[term])
        for term in sorted(used, key=lambda t: (self._known[t], t)):
            spent += self._known[term]
            if weights and spent > _POSTINGS:
                break
            weights[term] = self._rarity(held[term]) ** 2
        return list(self._table.sharing(weights, limit)) if weights else []

    def _scored(self, asked: TextTerms, texts: Sequence[HeldText]) -> list[tuple[str, float]]:
        from tracker.matching.scorer import score_slots  # numpy is loaded on first use

        sample = self._sample
        untold = sample.draw(asked.stems, texts)
        far = [t.stems for t in texts if t.writing not in {asked.writing, Writing.NONE}]
        keys: Keys = frozenset().union(*(keys for stems in far for keys in anchor_keys(stems)))
        self._learn([*untold, *(term for key in keys for term in anchor_terms(key))])
        sample.tell({term: self._known[term] for term in untold}, self._total)
        scores = score_slots(sample, asked.stems, range(len(texts)), searching=False)
        scores = lifted(sample, asked.stems, scores, self._anchor_rarity)
        return [(texts[score.slot].id, score.value) for score in scores]

    def _learn(self, terms: Iterable[str]) -> None:
        missing = [term for term in terms if term not in self._known]
        if missing:
            self._known.update(dict.fromkeys(missing, 0))
            self._known.update(self._table.frequencies(missing))

    def _anchor_rarity(self, key: str) -> float:
        self._learn(anchor_terms(key))
        return self._rarity(self._held_by(key))

    def _held_by(self, key: str) -> int:
        """Return how many texts hold a key of an anchor, in all writings."""
        return sum(self._known[term] for term in anchor_terms(key))

    def _rarity(self, held: int) -> float:
        """Return how much a term tells; see :func:`tracker.matching.shortlist.rarity`."""
        total = max(self._total, _FEW)
        return log1p((total - held + 0.5) / (held + 0.5))
