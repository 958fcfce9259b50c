"""What a splitter of sentences of one language offers."""

from typing import Protocol

from tracker.extraction.pieces import Piece
from tracker.model import Span
from tracker.text.words import Words


class Splitter(Protocol):
    """Finds where claims begin inside a sentence of one language."""

    def boundaries(self, words: Words, regions: tuple[tuple[int, int], ...]) -> dict[int, str]:
        """Return word indexes with reasons."""

    def verbal(self, words: Words, start: int, end: int) -> bool:
        """Return whether a finite verb seems to stand in a range of words."""

    def inserts(self, reason: str) -> bool:
        """Return whether what begins for ``reason`` may interrupt a clause."""

    def complements(self, words: Words, index: int) -> bool:
        """Return whether what begins at ``index`` completes a clause before an insertion."""

    def shared(self, words: Words, piece: Piece, head: Piece) -> Span | None:
        """Return the place of the words of the claim ``head`` that ``piece`` is read with."""
