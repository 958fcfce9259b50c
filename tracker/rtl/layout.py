"""Logical text into visual lines: all at once, or lazily as a screen asks for them."""

import re
from bisect import bisect_right
from functools import lru_cache

from tracker.rtl.classes import cells_before
from tracker.rtl.isolating import Ranges, within
from tracker.rtl.lines import Line
from tracker.rtl.paragraphs import Paragraph
from tracker.rtl.wrapping import wrap

_SEPARATOR = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CACHED_LINES = 512
_CODE_POINTS_PER_COLUMN = 40  # more than any writing needs, so that a flood of marks costs little


class Text:
    """A text cut into paragraphs, each prepared when it is first asked for.

    Paragraphs end at line feeds, carriage returns (or both together), next-line characters
    and Unicode's line and paragraph separators.

    Args:
        text: as received.
        base: direction of every paragraph: 0, 1, or None for each one's first strong character.
        show_hidden: show invisible characters and bidi controls as symbols.
        isolates: ranges of offsets, apart or within one another, that are each ordered apart
            from what stands around them, in the direction of their own first strong character.
    """

    def __init__(
        self,
        text: str,
        base: int | None = None,
        *,
        show_hidden: bool = False,
        isolates: Ranges = (),
    ) -> None:
        self.text = text
        self._base = base
        self._show_hidden = show_hidden
        self._isolates = isolates
        separators = [found.span() for found in _SEPARATOR.finditer(text)]
        self.starts = [0, *(end for _, end in separators)]
        self.ends = [*(start for start, _ in separators), len(text)]
        self._prepared: dict[int, Paragraph] = {}

    def paragraph(self, number: int) -> Paragraph:
        """Return one paragraph, prepared."""
        found = self._prepared.get(number)
        if found is None:
            start, end = self.starts[number], self.ends[number]
            found = Paragraph(
                self.text[start:end],
                start,
                self._base,
                show_hidden=self._show_hidden,
                isolates=within(self._isolates, start, end),
            )
            self._prepared[number] = found
        return found

    def empty_line(self, number: int) -> Line:
        """Return the only line of an empty paragraph."""
        start = self.starts[number]
        return Line((), start, start, self._base == 1, 0)

    def line_starts(self, number: int, width: int) -> list[int]:
        """Return where the lines of one paragraph start, counted from its own start."""
        if self.ends[number] == self.starts[number]:
            return [0]
        return wrap(self.paragraph(number).classes, width)


class Layout:
    """A text wrapped at one width; lines are ordered and joined when they are asked for.

    Args:
        text: as received, or a ``Text`` to share with layouts of other widths.
        width: columns to a line.
        base: as for ``Text``; ignored where one is given.
        show_hidden: as for ``Text``; ignored where one is given.

    Raises:
        ValueError: when ``width`` is less than 1.
    """

    def __init__(
        self,
        text: str | Text,
        width: int,
        base: int | None = None,
        *,
        show_hidden: bool = False,
    ) -> None:
        if width < 1:
            message = f"A line needs at least one column, not {width}."
            raise ValueError(message)
        if isinstance(text, str):
            text = Text(text, base, show_hidden=show_hidden)
        self.width = width
        self._text = text
        self._line_starts: list[list[int]] = []
        self._first_lines: list[int] = []
        self.line_count = 0
        for number in range(len(text.starts)):
            starts = text.line_starts(number, width)
            self._line_starts.append(starts)
            self._first_lines.append(self.line_count)
            self.line_count += len(starts)
        self._lines: dict[int, Line] = {}

    @property
    def text(self) -> str:
        """The whole text, as received."""
        return self._text.text

    def resized(self, width: int) -> "Layout":
        """Return the same text at another width, keeping what does not depend on it."""
        return self if width == self.width else Layout(self._text, width)

    def line(self, number: int) -> Line:
        """Return one visual line, counted from 0.

        Raises:
            IndexError: when there is no such line.
        """
        if not 0 <= number < self.line_count:
            message = f"There is no line {number} among {self.line_count}."
            raise IndexError(message)
        found = self._lines.get(number)
        if found is None:
            if len(self._lines) >= _CACHED_LINES:
                self._lines.clear()
            found = self._lines[number] = self._build(number)
        return found

    def _build(self, number: int) -> Line:
        paragraph = bisect_right(self._first_lines, number) - 1
        starts = self._line_starts[paragraph]
        index = number - self._first_lines[paragraph]
        end = self._text.ends[paragraph] - self._text.starts[paragraph]
        if end == 0:
            return self._text.empty_line(paragraph)
        if index + 1 < len(starts):
            end = starts[index + 1]
        return self._text.paragraph(paragraph).line(starts[index], end)

    def lines(self, start: int = 0, end: int | None = None) -> list[Line]:
        """Return the visual lines from ``start`` up to ``end``, or to the last."""
        end = self.line_count if end is None else min(end, self.line_count)
        return [self.line(number) for number in range(start, end)]

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds the character at ``offset``.

        A separator belongs to the line it ends; offsets outside the text to the nearest line.
        """
        paragraph = max(0, bisect_right(self._text.starts, offset) - 1)
        within = max(0, offset - self._text.starts[paragraph])
        return self._first_lines[paragraph] + (
            bisect_right(self._line_starts[paragraph], within) - 1
        )

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column (see ``Line.column_of``) of a character."""
        number = self.line_of(offset)
        return number, self.line(number).column_of(offset)

    def offset_at(self, number: int, column: int) -> int | None:
        """Return the offset of the character seen at a place; None where nothing is."""
        return self.line(number).offset_at(column)


def layout(
    text: str, width: int, base: int | None = None, *, show_hidden: bool = False
) -> list[Line]:
    """Return all visual lines of a text.

    Args:
        text: logical text; may hold several paragraphs and anything hostile.
        width: columns to a line.
        base: as for ``Text``.
        show_hidden: as for ``Text``.

    Raises:
        ValueError: when ``width`` is less than 1.
    """
    return Layout(text, width, base, show_hidden=show_hidden).lines()


def one_line(text: str, base: int | None = None, isolates: Ranges = ()) -> Line:
    """Return a label, a cell of a table or a line of input as one visual line, unwrapped.

    Line ends are shown as symbols; blanks at the end have no cells.

    Args:
        text: logical text.
        base: as for ``levels``.
        isolates: as for ``Text``.
    """
    return Paragraph(text, base=base, isolates=isolates).line(0, len(text))


def visual(text: str, base: int | None = None) -> str:
    """Return one label in visual order, joined, with nothing in it that could act.

    Text without right-to-left characters and without anything to hide comes back unchanged.
    """
    if base != 1 and text.isascii() and text.isprintable():
        return text
    blanks = " " * (len(text) - len(text.rstrip(" ")))
    line = one_line(text, base)
    return blanks + line.text if line.rtl else line.text + blanks


# The same cells are drawn again at every step of a list.
@lru_cache(maxsize=4096)
def fit(text: str, width: int, base: int | None = None) -> str:
    """Return one label in visual order, exactly ``width`` columns wide.

    A longer one is cut at its logical end and given an ellipsis; a shorter one is padded, on
    the left where it reads right to left. Time is bounded by the width, not by the text.

    Args:
        text: logical text; only so much of it is looked at as could ever fit.
        width: columns, at least 0.
        base: as for ``levels``.
    """
    if base != 1 and len(text) <= width and text.isascii() and text.isprintable():
        return text.ljust(width)
    if width < 1:
        return ""
    enough = text[: width * _CODE_POINTS_PER_COLUMN]
    line = one_line(enough, base)
    if line.width > width or len(enough) < len(text):
        line = one_line(cut(text, width), int(line.rtl))
    padding = " " * (width - line.width)
    return padding + line.text if line.rtl else line.text + padding


def cut(text: str, width: int) -> str:
    """Return the beginning of a label that takes at most ``width`` columns, in logical order.

    An ellipsis stands for what is left out. Time is bounded by the width, not by the text.
    """
    enough = text[: max(0, width) * _CODE_POINTS_PER_COLUMN]
    room = cells_before(Paragraph(enough).classes) if enough else []
    if len(enough) == len(text) and (not room or room[-1] <= width):
        return text
    return enough[: bisect_right(room, width - 1)].rstrip(" ") + "\u2026" * (width > 0)
