"""Where the glyphs of a PDF page stand.

A small interpreter of the text operators of a content stream (ISO 32000-1, 9.4): it follows the
matrices and tells of every glyph what it says and where. Fonts are read by pypdf.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font

Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@frozen
class Glyph:
    """One glyph, or several that stand for one character.

    Attributes:
        left: where it begins, in points from the left edge of the page.
        right: where the next one would begin.
        base: its baseline, in points, growing downwards.
        height: of the letters of its font.
        text: what it says; several characters where it is a ligature.
    """

    left: float
    right: float
    base: float
    height: float
    text: str


@frozen
class _State:
    """What an operator finds: the page's matrix, and how text is shown."""

    page: Matrix = _AS_IT_IS
    font: "Font | None" = None
    size: float = 1.0
    between: float = 0.0
    blank: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def glyphs(page: "PageObject") -> Iterator[Glyph]:
    """Yield the upright glyphs of a page in the order in which they are drawn."""
    from pypdf.generic import ArrayObject, ContentStream, StreamObject

    contents = page.get("/Contents")
    found = contents.get_object() if contents is not None else None
    if isinstance(found, ArrayObject | StreamObject):
        # pypdf gives fonts with widths and characters through this name of its layout mode alone.
        pen = _Pen(page._layout_mode_fonts())  # noqa: SLF001
        for operands, operator in ContentStream(found, page.pdf, "bytes").operations:
            yield from pen.follow(operator, operands)


class _Pen:
    def __init__(self, fonts: Mapping[str, "Font"]) -> None:
        self._fonts = fonts
        self._state = _State()
        self._saved: list[_State] = []
        self._line = self._text = _AS_IT_IS

    def follow(self, operator: bytes, operands: list[Any]) -> Iterator[Glyph]:
        """Follow one operator; yield what it shows. One with wrong operands does nothing."""
        try:
            if operator in _SHOWING:
                yield from self._show_all(operator, operands)
            else:
                self._set(operator, operands)
        except (IndexError, TypeError, ValueError):
            return

    def _set(self, operator: bytes, operands: list[Any]) -> None:
        match operator:
            case b"q":
                self._saved.append(self._state)
            case b"Q":
                self._state = self._saved.pop() if self._saved else self._state
            case b"cm":
                self._state = evolve(self._state, page=_times(_matrix(operands), self._state.page))
            case b"BT":
                self._line = self._text = _AS_IT_IS
            case b"Tm":
                self._line = self._text = _matrix(operands)
            case b"Td":
                self._move(float(operands[0]), float(operands[1]))
            case b"TD":
                self._state = evolve(self._state, leading=-float(operands[1]))
                self._move(float(operands[0]), float(operands[1]))
            case b"T*":
                self._move(0.0, -self._state.leading)
            case b"Tf":
                font, size = self._fonts.get(operands[0]), float(operands[1])
                self._state = evolve(self._state, font=font, size=size)
            case b"Tz":
                self._state = evolve(self._state, stretch=float(operands[0]) / 100)
            case b"Tc":
                self._state = evolve(self._state, between=float(operands[0]))
            case b"Tw":
                self._state = evolve(self._state, blank=float(operands[0]))
            case b"TL":
                self._state = evolve(self._state, leading=float(operands[0]))
            case b"Ts":
                self._state = evolve(self._state, rise=float(operands[0]))

    def _move(self, right: float, up: float) -> None:
        self._line = self._text = _times((1.0, 0.0, 0.0, 1.0, right, up), self._line)

    def _advance(self, width: float) -> None:
        self._text = _times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._text)

    def _show_all(self, operator: bytes, operands: list[Any]) -> Iterator[Glyph]:
        if operator == b'"':
            self._state = evolve(self._state, blank=float(operands[0]), between=float(operands[1]))
        if operator in {b"'", b'"'}:
            self._move(0.0, -self._state.leading)
        state = self._state
        for item in operands[-1] if operator == b"TJ" else operands[-1:]:
            if isinstance(item, bytes | str):
                yield from self._show(item)
            else:
                self._advance(-float(item) / 1000 * state.size * state.stretch)

    def _show(self, shown: bytes | str) -> Iterator[Glyph]:
        state = self._state
        if state.font is None or not state.font.interpretable:
            return
        for raw, text in _characters(state.font, shown):
            blank = raw == state.font.space_char
            width = state.font.space_width if blank else state.font.get_text_width(raw)
            extra = state.between + (state.blank if blank else 0.0)
            place = _times((state.size, 0.0, 0.0, state.size, 0.0, state.rise), self._text)
            start = _times(place, state.page)
            self._advance((width / 1000 * state.size + extra) * state.stretch)
            end = _times(self._text, state.page)
            upright = abs(start[1]) < abs(start[0]) and start[0] > 0
            if upright and text:
                down = -1.0 if start[3] >= 0 else 1.0
                yield Glyph(start[4], end[4], down * start[5], abs(start[3]), text)


def _characters(font: "Font", shown: bytes | str) -> Iterator[tuple[str, str]]:
    """Yield each code of a string as its font measures it, and what it says."""
    if isinstance(shown, str):
        yield from ((character, character) for character in shown)
    elif isinstance(font.encoding, str):
        for raw in shown.decode(font.encoding, "replace"):
            yield raw, font.character_map.get(raw, raw)
    else:
        for byte in shown:
            text = font.encoding.get(byte, chr(byte))
            yield chr(byte), font.character_map.get(text, text)


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """Return what applies ``first`` and ``then``, as the format multiplies matrices (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
