"""An inverted index that grows and shrinks: term → the slots that hold it."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SLOT_BITS = 32
_SLOT_MASK = (1 << _SLOT_BITS) - 1


class Postings:
    """Terms by number, and for each the slots that hold it, ascending.

    A slot is the small number under which an index keeps one text. Frequencies are exact at any
    time: nothing is left behind by a removal.

    Attributes:
        frequencies: for each term number how many slots hold it. Not to be changed from outside.
    """

    def __init__(self) -> None:
        self.frequencies: array[int] = array("i")
        self._numbers: dict[str, int] = {}
        self._terms: list[str] = []
        self._slots: list[array[int]] = []
        self._greatest = -1

    def number(self, term: str) -> int:
        """Return the number of ``term``, giving it one when it is new."""
        known = self._numbers.get(term)
        if known is None:
            known = self._numbers[term] = self.take(term)
        return known

    def take(self, term: str) -> int:
        """Return a new number for ``term``, for a caller who finds it by himself."""
        self._terms.append(term)
        self._slots.append(array("i"))
        self.frequencies.append(0)
        return len(self._terms) - 1

    def find(self, term: str) -> int | None:
        """Return the number of ``term``, None when it was never seen."""
        return self._numbers.get(term)

    def terms(self, numbers: Iterable[int]) -> list[str]:
        """Return the terms with these numbers."""
        return [self._terms[number] for number in numbers]

    def slots(self, number: int) -> "array[int]":
        """Return the slots that hold the term with ``number``, ascending. Not to be changed."""
        return self._slots[number]

    def add(self, slot: int, numbers: Iterable[int]) -> None:
        """Note that ``slot`` holds each of the different terms with ``numbers``."""
        every, frequencies = self._slots, self.frequencies
        if slot > self._greatest:
            self._greatest = slot
            for number in numbers:
                every[number].append(slot)
                frequencies[number] += 1
            return
        for number in numbers:
            insort(every[number], slot)
            frequencies[number] += 1

    def extend(self, numbers: "NDArray[np.integer]", slots: "NDArray[np.integer]") -> None:
        """Do what :meth:`add` does for many slots at once.

        Args:
            numbers: of terms.
            slots: for each of them one that holds it, beyond all held so far; no pair comes twice.
        """
        if not len(slots):
            return
        import numpy as np  # loaded on first use

        # One sort of pairs in C instead of a step in Python for each.
        pairs = np.sort(numbers.astype(np.int64) << _SLOT_BITS | slots)
        terms, held = pairs >> _SLOT_BITS, (pairs & _SLOT_MASK).astype(np.int32).tobytes()
        begins = np.flatnonzero(np.append(True, terms[1:] != terms[:-1]))
        counts = np.diff(begins, append=len(terms))
        width = self.frequencies.itemsize
        every, frequencies = self._slots, self.frequencies
        for number, begin, count in zip(
            terms[begins].tolist(), begins.tolist(), counts.tolist(), strict=True
        ):
            every[number].frombytes(held[begin * width : (begin + count) * width])
            frequencies[number] += count
        self._greatest = max(self._greatest, int(slots.max()))

    def discard(self, slot: int, numbers: Iterable[int]) -> None:
        """Take back :meth:`add`."""
        for number in numbers:
            held = self._slots[number]
            del held[bisect_left(held, slot)]
            self.frequencies[number] -= 1
