"""An inverted index that grows and shrinks: term → the slots that hold it."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable


class Postings:
    """Terms by number, and for each the slots that hold it, ascending.

    A slot is the small number under which an index keeps one text. Frequencies are exact at any
    time: nothing is left behind by a removal.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms: list[str] = []
        self._slots: list[array[int]] = []

    def number(self, term: str) -> int:
        """Return the number of ``term``, giving it one when it is new."""
        known = self._numbers.get(term)
        if known is None:
            known = self._numbers[term] = len(self._terms)
            self._terms.append(term)
            self._slots.append(array("i"))
        return known

    def find(self, term: str) -> int | None:
        """Return the number of ``term``, None when it was never seen."""
        return self._numbers.get(term)

    def term(self, number: int) -> str:
        """Return the term with ``number``."""
        return self._terms[number]

    def slots(self, number: int) -> "array[int]":
        """Return the slots that hold the term with ``number``, ascending. Not to be changed."""
        return self._slots[number]

    def frequency(self, number: int) -> int:
        """Return how many slots hold the term with ``number``."""
        return len(self._slots[number])

    def add(self, slot: int, numbers: Iterable[int]) -> None:
        """Note that ``slot`` holds each of the different terms with ``numbers``."""
        for number in numbers:
            held = self._slots[number]
            if not held or held[-1] < slot:
                held.append(slot)
            else:
                held.insert(bisect_left(held, slot), slot)

    def discard(self, slot: int, numbers: Iterable[int]) -> None:
        """Take back :meth:`add`."""
        for number in numbers:
            held = self._slots[number]
            del held[bisect_left(held, slot)]
