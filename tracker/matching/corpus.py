"""The words and trigrams of many texts, each text under a small number: its slot."""

from array import array
from collections.abc import Iterable
from heapq import heappop, heappush

from tracker.matching.postings import Postings
from tracker.matching.words import STOPPED, trigrams

_WORD_MARK = "="


class Corpus:
    """What the texts of an index are made of.

    Terms are stems and the trigrams of stems, numbered in one sequence. A slot keeps only its
    stems; trigrams follow from them. Slots that became free are used again.

    Attributes:
        postings: term → slots.
        sizes: how many different terms each slot holds; 0 for a free slot.
    """

    def __init__(self) -> None:
        self.postings = Postings()
        self.sizes: array[int] = array("i")
        self._words: list[array[int]] = []
        self._trigrams: dict[int, array[int]] = {}
        self._stopped = frozenset(map(self._number, sorted(STOPPED)))
        self._free: list[int] = []

    def __len__(self) -> int:
        return len(self.sizes) - len(self._free)

    def add(self, stems: Iterable[str]) -> int:
        """Hold a text made of ``stems`` and return its slot."""
        words = array("i", dict.fromkeys(map(self._number, stems)))
        slot = self._take_slot()
        terms = self._terms(words)
        self.postings.add(slot, terms)
        self._words[slot], self.sizes[slot] = words, len(terms)
        return slot

    def remove(self, slot: int) -> None:
        """Let go of the text in ``slot``."""
        self.postings.discard(slot, self._terms(self._words[slot]))
        self._words[slot], self.sizes[slot] = array("i"), 0
        heappush(self._free, slot)

    def words(self, slot: int) -> "array[int]":
        """Return the numbers of the different stems in ``slot``, in order. Not to be changed."""
        return self._words[slot]

    def terms(self, slot: int) -> list[int]:
        """Return the numbers of the different stems and trigrams in ``slot``."""
        return self._terms(self._words[slot])

    def telling_words(self, slot: int) -> "array[int]":
        """Return the numbers of the stems in ``slot`` that are no function words; all if none is.

        Not to be changed.
        """
        words = self._words[slot]
        return array("i", [word for word in words if word not in self._stopped]) or words

    def stem(self, number: int) -> str:
        """Return the stem with this number."""
        return self.postings.term(number)[len(_WORD_MARK) :]

    def frequency(self, stem: str) -> int:
        """Return how many texts hold ``stem``."""
        number = self.postings.find(_WORD_MARK + stem)
        return 0 if number is None else self.postings.frequency(number)

    def query(self, stems: Iterable[str]) -> tuple[list[int], int]:
        """Return the numbers of the terms of ``stems``, and how many terms were never seen."""
        known: set[int] = set()
        unseen: set[str] = set()
        for stem in stems:
            for term in (_WORD_MARK + stem, *trigrams(stem)):
                number = self.postings.find(term)
                if number is None:
                    unseen.add(term)
                else:
                    known.add(number)
        return sorted(known), len(unseen)

    def _take_slot(self) -> int:
        if self._free:
            return heappop(self._free)
        self._words.append(array("i"))
        self.sizes.append(0)
        return len(self.sizes) - 1

    def _number(self, stem: str) -> int:
        number = self.postings.number(_WORD_MARK + stem)
        if number not in self._trigrams:
            self._trigrams[number] = array("i", map(self.postings.number, trigrams(stem)))
        return number

    def _terms(self, words: "array[int]") -> list[int]:
        found = set(words)
        for word in words:
            found.update(self._trigrams[word])
        return sorted(found)
