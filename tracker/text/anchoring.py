"""Where words of one text stand in a later version of it: by the words, then by what is around.

As in the W3C Web Annotation Data Model's Text Quote Selector
(https://www.w3.org/TR/annotation-model/#text-quote-selector): exact words, prefix and suffix.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from tracker.model import Span
from tracker.text.folding import Folded, fold

#: Characters before and after that are compared.
_AROUND = 48
_MOST_PLACES = 2_000


@frozen(slots=False)
class Anchors:
    """Two versions of one text.

    Attributes:
        old: the earlier version.
        new: the later version.
    """

    old: str
    new: str

    def moved(self, span: Span, expected: int | None = None) -> Span | None:
        """Return where the words of ``span`` stand in the later version, None where nowhere.

        Args:
            span: a place in the earlier version.
            expected: where its start should be in the later version; settles ties. Without it two
                places that fit equally well are no place at all.

        Spelling variants that folding removes (vowel signs, forms of alef, digits, blanks) do not
        count as different words.
        """
        quote = span.slice(self.old)
        found = list(self._places(quote)) or list(self._folded_places(quote))
        if not found:
            return None
        if expected is not None:
            return max(
                found, key=lambda place: (self._fit(span, place), -abs(place.start - expected))
            )
        ranked = sorted(((self._fit(span, place), place) for place in found), reverse=True)
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1]

    def _places(self, quote: str) -> Iterator[Span]:
        place = self.new.find(quote)
        for _ in range(_MOST_PLACES):
            if place < 0:
                return
            yield Span(place, place + len(quote))
            place = self.new.find(quote, place + 1)

    def _folded_places(self, quote: str) -> Iterator[Span]:
        wanted = " ".join(fold(quote).text.split())
        if not wanted:
            return
        pattern = r"\s+".join(re.escape(word) for word in wanted.split())
        for _, match in zip(
            range(_MOST_PLACES), re.finditer(pattern, self._folded.text), strict=False
        ):
            yield Span(*self._folded.original(*match.span()))

    @cached_property
    def _folded(self) -> Folded:
        return fold(self.new)

    def _fit(self, span: Span, place: Span) -> int:
        """Return how many characters around both places are the same."""
        before = _shared_start(
            self.old[max(0, span.start - _AROUND) : span.start][::-1],
            self.new[max(0, place.start - _AROUND) : place.start][::-1],
        )
        after = _shared_start(
            self.old[span.end : span.end + _AROUND], self.new[place.end : place.end + _AROUND]
        )
        return before + after


def _shared_start(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
