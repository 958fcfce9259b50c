"""The words and trigrams of many texts, each text under a small number: its slot."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import TypeVar

from tracker.matching.postings import Postings
from tracker.matching.words import STOPPED, trigrams
from tracker.matching.writing import Writing, writing_of

K = TypeVar("K")
V = TypeVar("V")

_WORD_MARK = "="
#: Texts from which on it is quicker to take them in together.
_MANY = 64


class Numbered(dict[K, V]):
    """What belongs to each key, made when it is first asked for; all else runs in C."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        made = self[key] = self._make(key)
        return made


class Corpus:
    """What the texts of an index are made of.

    Terms are stems and the trigrams of stems, numbered in one sequence. A slot keeps only its
    stems; trigrams follow from them. Slots that became free are used again.

    Attributes:
        postings: term → slots.
        sizes: how many different terms each slot holds; 0 for a free slot.
        writings: the writing of the text in each slot; none for a free slot.
        stopped: numbers of the stems that are function words.
    """

    def __init__(self) -> None:
        self.postings = Postings()
        self.sizes: array[int] = array("i")
        self.writings: array[int] = array("b")
        self._words: list[array[int]] = []
        self._parts: array[int] = array("i")
        self._begins: array[int] = array("i")
        self._counts: array[int] = array("i")
        self._free: list[int] = []
        self._stems = Numbered(self._take_stem)
        self.stopped = array("i", sorted(self._stems[stem] for stem in sorted(STOPPED)))

    def __len__(self) -> int:
        return len(self.sizes) - len(self._free)

    @property
    def frequencies(self) -> "array[int]":
        """For each term number how many texts hold it. Not to be changed."""
        return self.postings.frequencies

    @property
    def total(self) -> int:
        """How many texts the frequencies are counted in."""
        return len(self)

    def add(self, stems: Sequence[str]) -> int:
        """Hold a text made of ``stems`` and return its slot."""
        words = self._numbered(stems)
        slot = self._take_slot()
        terms = self._terms(words)
        self.postings.add(slot, terms)
        self._words[slot], self.sizes[slot] = words, len(terms)
        self.writings[slot] = writing_of(stems)
        return slot

    def add_all(self, texts: Sequence[Sequence[str]]) -> Sequence[int]:
        """Hold many texts, each made of its stems, and return their slots: :meth:`add`, quicker."""
        if self._free or len(texts) < _MANY:
            return [self.add(stems) for stems in texts]
        import numpy as np  # loaded on first use

        from tracker.matching.ragged import distinct, stretches, view

        first = len(self._words)
        for stems in texts:
            self._words.append(self._numbered(stems))
            self.writings.append(writing_of(stems))
        words, lengths = map(view, self.words(range(first, len(self._words))))
        parts, begins, counts = map(view, self.parts)
        widths = counts[words]
        rows = np.repeat(np.repeat(np.arange(len(texts)), lengths), widths)
        terms = parts[stretches(begins[words], widths)].astype(np.int64)
        terms, rows = np.divmod(distinct(terms * len(texts) + rows), len(texts))
        self.sizes.frombytes(np.bincount(rows, minlength=len(texts)).astype(np.int32).tobytes())
        self.postings.extend(terms, rows + first)
        return range(first, len(self._words))

    def remove(self, slot: int) -> None:
        """Let go of the text in ``slot``."""
        self.postings.discard(slot, self._terms(self._words[slot]))
        self._words[slot], self.sizes[slot] = array("i"), 0
        self.writings[slot] = Writing.NONE
        heappush(self._free, slot)

    def words(self, slots: Iterable[int]) -> tuple["array[int]", "array[int]"]:
        """Return the numbers of the different stems in ``slots``, end to end, and their counts."""
        flat, counts = array("i"), array("i")
        for slot in slots:
            flat.extend(self._words[slot])
            counts.append(len(self._words[slot]))
        return flat, counts

    @property
    def parts(self) -> tuple["array[int]", "array[int]", "array[int]"]:
        """What stems are made of: the stem itself and its trigrams. Not to be changed.

        Returns:
            Term numbers end to end; and for every term number where its parts begin and how many
            they are, none for a trigram.
        """
        return self._parts, self._begins, self._counts

    def stems(self, numbers: Iterable[int]) -> list[str]:
        """Return the stems with these numbers."""
        return [term[len(_WORD_MARK) :] for term in self.postings.terms(numbers)]

    def find(self, stem: str) -> int | None:
        """Return the number of ``stem``, None when no text ever held it."""
        return self._stems.get(stem)

    def find_term(self, term: str) -> int | None:
        """Return the number of a term as :attr:`postings` names it, None when it was never seen."""
        if term.startswith(_WORD_MARK):
            return self.find(term[len(_WORD_MARK) :])
        return self.postings.find(term)

    def query(self, stems: Iterable[str]) -> tuple[list[int], int]:
        """Return the numbers of the terms of ``stems``, and how many terms were never seen."""
        found = {
            term: self.find_term(term)
            for stem in stems
            for term in (_WORD_MARK + stem, *trigrams(stem))
        }
        known = [number for number in found.values() if number is not None]
        return sorted(known), len(found) - len(known)

    def _take_slot(self) -> int:
        if self._free:
            return heappop(self._free)
        self._words.append(array("i"))
        self.sizes.append(0)
        self.writings.append(Writing.NONE)
        return len(self.sizes) - 1

    def _numbered(self, stems: Iterable[str]) -> "array[int]":
        """Return the numbers of the different stems, each new one given one."""
        return array("i", dict.fromkeys(map(self._stems.__getitem__, stems)))

    def _take_stem(self, stem: str) -> int:
        number = self.postings.take(_WORD_MARK + stem)
        begin = len(self._parts)
        self._parts.extend((number, *map(self.postings.number, trigrams(stem))))
        fresh = [0] * (len(self.postings.frequencies) - len(self._counts))
        self._begins.extend(fresh)
        self._counts.extend(fresh)
        self._begins[number], self._counts[number] = begin, len(self._parts) - begin
        return number

    def _terms(self, words: "array[int]") -> set[int]:
        found: set[int] = set()
        for word in words:
            begin = self._begins[word]
            found.update(self._parts[begin : begin + self._counts[word]])
        return found
