"""Texts in another writing that may tell of the same event, found by their anchors."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import chain, pairwise
from math import log1p, sqrt
from typing import TYPE_CHECKING

from attrs import evolve

from tracker.matching.anchors import Keys, anchor_keys, is_sound, keys_of, phrase_starts
from tracker.matching.corpus import Corpus, Numbered
from tracker.matching.postings import Postings
from tracker.matching.writing import Writing, writing_of

if TYPE_CHECKING:
    from tracker.matching.scorer import Score

#: What an unmatched word of no table weighs: the other text may well have it in other words.
UNTOLD = 0.3
#: How much shared rarity leaves it at half: two anchors that no other text of a thousand has. Both
#: chosen on every other sentence of a parallel corpus, among headlines about other events.
DOUBT = 12.0
#: How many postings a query reads, and how many texts it looks at in full.
_POSTINGS = 20_000
_TEXTS = 20
#: Texts that are counted at least when the rarity of an anchor is told.
_FEW = 1000
_DIGITS = 6

Rarity = Callable[[str], float]


def likeness(ours: Sequence[Keys], theirs: Sequence[Keys], rarity_of: Rarity) -> float:
    """Return how much two texts in different writing say the same, by their anchors (0-1).

    The geometric mean of the shares of either text's rarity that the other one holds, shrunk where
    little is shared in all: two short texts that both name Turkey need not tell of one event.

    Args:
        ours: what each anchor of one text may stand for.
        theirs: the same of the other text.
        rarity_of: how much a key tells.
    """
    there: Keys = frozenset().union(*theirs)
    here: Keys = frozenset().union(*ours)
    found, our_rest = _shared(ours, there, rarity_of)
    met, their_rest = _shared(theirs, here, rarity_of)
    if not found:
        return 0.0
    evidence = (found + met) / 2
    alike = sqrt(found / (found + our_rest) * met / (met + their_rest))
    return alike * evidence / (evidence + DOUBT)


def _shared(anchors: Sequence[Keys], there: Keys, rarity_of: Rarity) -> tuple[float, float]:
    """Return the rarity of the anchors that the other text has, and of those it has not."""
    shared = rest = 0.0
    for keys in anchors:
        if common := keys & there:
            shared += max(map(rarity_of, common))
        else:
            rest += min(map(rarity_of, keys)) * (UNTOLD if is_sound(keys) else 1.0)
    return shared, rest


class Bridge:
    """The anchors of a corpus's texts, read when a text in another writing is first sought."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._postings = Postings()
        self._held: dict[int, array[int]] = {}
        self._alone = Numbered[int, tuple[int, ...]](self._keys_alone)
        self._waiting: set[int] = set()
        self._counts: Counter[int] = Counter()

    def add(self, slot: int) -> None:
        """Note that ``slot`` holds a text."""
        self._waiting.add(slot)
        self._counts[self._corpus.writings[slot]] += 1

    def remove(self, slot: int) -> None:
        """Let go of the text in ``slot``."""
        self._waiting.discard(slot)
        self._counts[self._corpus.writings[slot]] -= 1
        if slot in self._held:
            self._postings.discard(slot, self._held.pop(slot))

    def prepare(self) -> None:
        """Read the anchors that are missing, where texts in different writing will ask for them."""
        if sum(count > 0 for count in self._counts.values()) > 1:
            self.settle()

    def settle(self) -> None:
        """Read the anchors that are missing."""
        if not self._waiting:
            return
        fresh = sorted(self._waiting)
        starts = self._phrase_starts()
        for slot in fresh:
            words, _ = self._corpus.words([slot])
            if starts.isdisjoint(pairwise(words)):
                self._held[slot] = array("i", set().union(*map(self._alone.__getitem__, words)))
            else:
                keys: Keys = frozenset().union(*_keys(self._corpus, slot))
                self._held[slot] = array("i", map(self._postings.number, keys))
        if self._held.keys() == self._waiting:
            self._post_all(fresh)
        else:
            for slot in fresh:
                self._postings.add(slot, self._held[slot])
        self._waiting.clear()

    def _phrase_starts(self) -> set[tuple[int, int]]:
        """Return the numbers of the first two words of every phrase, where texts hold both."""
        known = ((self._corpus.find(one), self._corpus.find(two)) for one, two in phrase_starts())
        return {(one, two) for one, two in known if one is not None and two is not None}

    def _keys_alone(self, word: int) -> tuple[int, ...]:
        """Return the numbers of the keys of one word that stands in no phrase."""
        (stem,) = self._corpus.stems([word])
        return tuple(map(self._postings.number, keys_of(stem)))

    def _post_all(self, slots: Sequence[int]) -> None:
        """Post the keys of all slots that are held, which are the first ones."""
        import numpy as np  # loaded on first use

        lengths = [len(self._held[slot]) for slot in slots]
        numbers = np.fromiter(chain.from_iterable(map(self._held.__getitem__, slots)), np.int32)
        self._postings.extend(numbers, np.repeat(np.array(slots, np.int64), lengths))

    def needed(self, written: Writing) -> bool:
        """Return whether the corpus holds texts in other writing than ``written``."""
        return any(count for other, count in self._counts.items() if other != written)

    def find(
        self, asked: Sequence[str], written: Writing, barred: Collection[int], limit: int = _TEXTS
    ) -> list[int]:
        """Return the slots in other writing that share most rarity with a query, in no order.

        Args:
            asked: the stems of the query.
            written: the letters it is written in.
            barred: slots to leave out.
            limit: how many to return at most.
        """
        import numpy as np  # loaded on first use

        self.settle()
        keys: Keys = frozenset().union(*anchor_keys(asked))
        chosen = self._rarest(keys)
        if not chosen:
            return []
        counts = [self._postings.frequencies[number] for number in chosen]
        held = np.concatenate([np.frombuffer(self._postings.slots(n), np.int32) for n in chosen])
        weights = np.repeat(list(map(self._rarity_of, counts)), counts)
        shared = np.bincount(held, weights=weights, minlength=len(self._corpus.sizes))
        shared[list(barred)] = 0.0
        found = np.flatnonzero(shared > 0.0)
        found = found[np.frombuffer(self._corpus.writings, np.int8)[found] != written]
        if len(found) > limit:
            strength = shared[found] / np.sqrt(np.frombuffer(self._corpus.sizes, np.int32)[found])
            found = found[np.argpartition(-strength, limit)[:limit]]
        slots: list[int] = found.tolist()
        return slots

    def _rarest(self, keys: Keys) -> list[int]:
        """Return the numbers of the rarest keys in use whose postings can be afforded."""
        known = (self._postings.find(key) for key in sorted(keys))
        counts = {n: self._postings.frequencies[n] for n in known if n is not None}
        chosen: list[int] = []
        spent = 0
        for number in sorted((n for n in counts if counts[n]), key=counts.__getitem__):
            spent += counts[number]
            if chosen and spent > _POSTINGS:
                break
            chosen.append(number)
        return chosen

    def lifted(self, asked: Sequence[str], scores: Sequence["Score"]) -> list["Score"]:
        """Return ``scores`` with those of texts in other writing raised to their likeness.

        Args:
            asked: the stems of the query.
            scores: what the words say.
        """
        return lifted(self._corpus, asked, scores, self._rarity)

    def _rarity(self, key: str) -> float:
        number = self._postings.find(key)
        return self._rarity_of(0 if number is None else self._postings.frequencies[number])

    def _rarity_of(self, held: int) -> float:
        """Return how much a key tells that ``held`` texts have; see :mod:`shortlist`."""
        total = max(len(self._corpus), _FEW)
        return log1p((total - held + 0.5) / (held + 0.5))


def lifted(
    corpus: Corpus, asked: Sequence[str], scores: Sequence["Score"], rarity_of: Rarity
) -> list["Score"]:
    """Return ``scores`` with those of texts in other writing raised to their likeness.

    Args:
        corpus: the texts that were scored.
        asked: the stems of the query.
        scores: what the words say.
        rarity_of: how much a key of an anchor tells.
    """
    written, writings = writing_of(asked), corpus.writings
    far = [s.slot for s in scores if writings[s.slot] not in {written, Writing.NONE}]
    if not far:
        return list(scores)
    ours = anchor_keys(asked)
    found = {s: likeness(ours, _keys(corpus, s), rarity_of) for s in far}
    return [evolve(s, value=max(s.value, round(found.get(s.slot, 0.0), _DIGITS))) for s in scores]


def _keys(corpus: Corpus, slot: int) -> list[Keys]:
    numbers, _ = corpus.words([slot])
    return anchor_keys(corpus.stems(numbers))
