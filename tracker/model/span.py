"""Places in an article's text, counted in code points, end exclusive."""

from collections.abc import Iterable

from attrs import field, frozen

from tracker.errors import RuleError


@frozen(order=True)
class Span:
    """A non-empty stretch of an article's text.

    Offsets count Unicode code points of the text exactly as stored, in logical order, end
    exclusive, as W3C Web Annotation's TextPositionSelector does.

    Raises:
        RuleError: when ``start`` is negative or ``end`` is not after it.
    """

    start: int = field()
    end: int = field()

    def __attrs_post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            msg = f"A span from {self.start} to {self.end} holds no text."
            raise RuleError(msg, "Give a start of 0 or more and an end after it.")

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, offset: int) -> bool:
        """Return whether the character at ``offset`` lies in the span."""
        return self.start <= offset < self.end


#: Stands between the parts of a claim that the article interrupts.
GAP = " … "


def quote(text: str, spans: Iterable[Span]) -> str:
    """Return the exact words of ``text`` under ``spans``, parts joined by :data:`GAP`.

    Raises:
        RuleError: when a span reaches beyond the end of the text.
    """
    parts = []
    for span in spans:
        if span.end > len(text):
            msg = f"A span ends at {span.end}, but the text has {len(text)} characters."
            raise RuleError(msg, "Choose words inside the article.")
        parts.append(span.slice(text))
    return GAP.join(parts)
