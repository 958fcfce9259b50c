"""Lines that screens compose from pieces of several origins, each in its own direction."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from attrs import frozen
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from tracker.rtl import Layout, Ranges, Text, cut, one_line
from tracker.tui.terminal import TextOrder
from tracker.tui.widgets.origins import orders
from tracker.tui.widgets.painting import Mark, paint


class Piece(NamedTuple):
    """A stretch of logical text with one look.

    Attributes:
        text: as received; never markup.
        tone: what it looks like, in the words of whoever draws it; empty for plain.
    """

    text: str
    tone: str = ""


StyleOf = Callable[[str], Style]
"""The style of a tone that is not empty."""


@frozen
class Composed:
    """One line of pieces, ready to be laid out.

    Attributes:
        text: all pieces together, line ends replaced by blanks.
        base: direction of the whole, as for ``levels``.
        isolates: what is ordered apart from the rest.
        tones: start, end and tone of each piece that has one.
    """

    text: str
    base: int | None
    isolates: Ranges
    tones: tuple[tuple[int, int, str], ...]

    def laid_out(self, width: int) -> Layout:
        """Return the line wrapped at ``width`` columns."""
        return Layout(Text(self.text, self.base, isolates=self.isolates), width)

    def marks(self, style_of: StyleOf) -> list[Mark]:
        """Return the looks of its pieces."""
        return [Mark(start, end, style_of(tone)) for start, end, tone in self.tones]


def compose(pieces: Iterable[Piece]) -> Composed:
    """Return the line that pieces make, in their order."""
    text = ""
    spans: list[tuple[int, int]] = []
    tones: list[tuple[int, int, str]] = []
    for piece in pieces:
        start = len(text)
        text += piece.text.replace("\n", " ")
        if piece.text.strip():
            spans.append((start, len(text)))
        if piece.tone:
            tones.append((start, len(text), piece.tone))
    base, isolates = orders(text, spans)
    return Composed(text, base, isolates, tuple(tones))


def paint_pieces(
    pieces: Sequence[Piece], width: int, base: Style, style_of: StyleOf, order: TextOrder
) -> Strip:
    """Return pieces as one line ``width`` columns wide; what does not fit is left out at its end.

    Args:
        pieces: in their order.
        width: columns of the strip.
        base: style of everything that no tone changes.
        style_of: the style of a tone.
        order: who puts the line in order.
    """
    line = compose(_cut(pieces, width))
    shown = one_line(line.text, line.base, line.isolates)
    return paint(shown, line.text, width, base, line.marks(style_of), order)


def _cut(pieces: Sequence[Piece], width: int) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        text = cut(piece.text, width)
        kept.append(piece._replace(text=text))
        if text != piece.text:
            break
        width -= cell_len(text)
    return kept
