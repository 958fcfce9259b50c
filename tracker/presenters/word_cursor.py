"""A cursor that stands on words of an article, and the selection it spans; logical offsets only."""

import re
from bisect import bisect_left, bisect_right

from attrs import evolve, field, frozen

from tracker.model import Span

_RUN = re.compile(r"\S+")
_TRAILING = "،,؛;:.!?؟…"


def words_of(text: str) -> tuple[Span, ...]:
    """Return the words of ``text`` in reading order.

    A word is a run without blanks, its quotation marks and brackets with it and the punctuation
    that ends a clause without; runs that hold no letter and no digit are none.
    """
    words = []
    for run in _RUN.finditer(text):
        stripped = run.group().rstrip(_TRAILING)
        if any(character.isalnum() for character in stripped):
            words.append(Span(run.start(), run.start() + len(stripped)))
    return tuple(words)


@frozen(kw_only=True)
class WordCursor:
    """A place among the words of a text.

    Attributes:
        words: the words, in reading order.
        at: index of the word under the cursor.
        anchor: index of the word where a selection began, None without one.
    """

    words: tuple[Span, ...] = field(repr=False)
    at: int = 0
    anchor: int | None = None

    @property
    def word(self) -> Span | None:
        """The word under the cursor, None in a text without words."""
        return self.words[self.at] if self.words else None

    @property
    def selection(self) -> Span | None:
        """The selected words, first to last, None without a selection."""
        if self.anchor is None or not self.words:
            return None
        first, last = sorted((self.anchor, self.at))
        return Span(self.words[first].start, self.words[last].end)

    def moved(self, steps: int) -> "WordCursor":
        """Return the cursor ``steps`` words on (back when negative), kept inside the text."""
        return evolve(self, at=max(0, min(len(self.words) - 1, self.at + steps)))

    def placed(self, offset: int) -> "WordCursor":
        """Return the cursor on the word at ``offset``, or on the next one after it."""
        return evolve(self, at=self._index(offset), anchor=None)

    def extended_to(self, offset: int) -> "WordCursor":
        """Return the cursor at ``offset`` with the selection drawn out to it."""
        anchor = self.at if self.anchor is None else self.anchor
        return evolve(self, at=self._index(offset), anchor=anchor)

    def _index(self, offset: int) -> int:
        index = bisect_right([word.end for word in self.words], offset)
        return max(0, min(index, len(self.words) - 1))

    def selecting(self) -> "WordCursor":
        """Return the cursor with a selection begun here, or without one if there was one."""
        return evolve(self, anchor=self.at if self.anchor is None else None)

    def cleared(self) -> "WordCursor":
        """Return the cursor without a selection."""
        return evolve(self, anchor=None)


def later_end(words: tuple[Span, ...], offset: int) -> int | None:
    """Return the end of the first word that ends after ``offset``, None at the text's end."""
    index = bisect_right([word.end for word in words], offset)
    return words[index].end if index < len(words) else None


def earlier_end(words: tuple[Span, ...], offset: int) -> int | None:
    """Return the end of the last word that ends before ``offset``, None at the text's start."""
    index = bisect_left([word.end for word in words], offset) - 1
    return words[index].end if index >= 0 else None


def later_start(words: tuple[Span, ...], offset: int) -> int | None:
    """Return the start of the first word that starts after ``offset``, None at the end."""
    index = bisect_right([word.start for word in words], offset)
    return words[index].start if index < len(words) else None


def earlier_start(words: tuple[Span, ...], offset: int) -> int | None:
    """Return the start of the last word that starts before ``offset``, None at the start."""
    index = bisect_left([word.start for word in words], offset) - 1
    return words[index].start if index >= 0 else None
