"""A cursor over the words of an article, and the selection it leaves behind, in logical order."""

import re
from bisect import bisect_right

_WORD = re.compile(r"\S+")


class WordCursor:
    """Stands on one word at a time, or nowhere; a selection is a run of whole words.

    Args:
        text: the article.
    """

    def __init__(self, text: str) -> None:
        self._words = [found.span() for found in _WORD.finditer(text)]
        self._starts = [start for start, _ in self._words]
        self._place: int | None = None
        self._anchor: int | None = None

    @property
    def word(self) -> tuple[int, int] | None:
        """The range of the word it stands on."""
        return None if self._place is None else self._words[self._place]

    @property
    def selection(self) -> tuple[int, int] | None:
        """The range from the first selected word to the last, if any are selected."""
        if self._anchor is None or self._place is None:
            return None
        first, last = sorted((self._anchor, self._place))
        return self._words[first][0], self._words[last][1]

    def step(self, words: int, *, select: bool) -> None:
        """Go that many words on, or back, as far as there are any."""
        if self._place is not None:
            self._go(self._place + words, select=select)

    def go_to(self, offset: int, *, select: bool = False) -> None:
        """Stand on the word at ``offset``, or on the last one before it."""
        self._go(bisect_right(self._starts, offset) - 1, select=select)

    def select(self, start: int, end: int) -> None:
        """Select the words that touch ``[start, end)`` and stand on the last of them."""
        self._anchor = None
        self.go_to(start)
        self.go_to(max(start, end - 1), select=True)

    def clear(self) -> None:
        """Select nothing."""
        self._anchor = None

    def _go(self, place: int, *, select: bool) -> None:
        if not self._words:
            return
        if not select:
            self._anchor = None
        elif self._anchor is None:
            self._anchor = place if self._place is None else self._place
        self._place = min(max(place, 0), len(self._words) - 1)
        if self._anchor is not None:
            self._anchor = min(max(self._anchor, 0), len(self._words) - 1)
