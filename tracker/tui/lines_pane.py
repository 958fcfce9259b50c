"""Lines of cells in a pane: wrapped, each piece in its own direction, scrolled where needed."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tracker.presenters.tones import Line, is_label
from tracker.rtl import Line as VisualLine
from tracker.tui.tones import TONE_CLASSES, TONE_CSS, pieces
from tracker.tui.widgets.composed import Composed, compose, paint_pieces
from tracker.tui.widgets.drawn_lines import DrawnLines
from tracker.tui.widgets.painting import paint
from tracker.tui.widgets.text_order import text_order

_LEAST_WIDTH = 10


class LinesPane(DrawnLines[tuple["_Paragraph", int]], can_focus=False):
    """Shows what a presenter wrote, one paragraph a line; the text is never markup.

    Paragraphs that stay are neither wrapped nor drawn again, wherever they move to.
    """

    ALLOW_SELECT = False
    LOOK = "tone--"
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = f"""
    LinesPane {{
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        {TONE_CSS}
    }}
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._paragraphs: list[_Paragraph] = []
        self._places: list[tuple[_Paragraph, int]] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, from the first; only lines that changed are drawn again."""
        kept = {paragraph.cells: paragraph for paragraph in self._paragraphs}
        self._paragraphs = [kept.get(line) or _Paragraph(line) for line in lines]
        before = self._places
        self._lay_out()
        there = set(self._places)
        self._strips = {place: strip for place, strip in self._strips.items() if place in there}
        self.refresh_numbers(
            {
                number
                for number, (was, now) in enumerate(zip_longest(before, self._places))
                if was != now
            }
        )
        self.scroll_to(y=0, animate=False)

    def _lay_out(self) -> None:
        self._places = [
            (paragraph, number)
            for paragraph in self._paragraphs
            for number in range(paragraph.fit(self._width))
        ]
        # Another height lays the whole screen out anew, so what fits takes all there is.
        self.virtual_size = Size(self._width, max(len(self._places), self.size.height))
        # Textual looks only when the size changed whether a scrollbar is wanted still.
        self._scroll_update(self.virtual_size)

    @property
    def _width(self) -> int:
        return max(_LEAST_WIDTH, self.scrollable_content_region.width)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._wrap_anew()

    def watch_show_vertical_scrollbar(self) -> None:
        """Wrap anew where a scrollbar came or went, which takes a column and is no new size."""
        self._wrap_anew()

    def _wrap_anew(self) -> None:
        self._lay_out()
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the view, from those already drawn where it can."""
        number = y + self.scroll_offset.y
        if number >= len(self._places):
            return Strip.blank(self._width, self.look(""))
        place = self._places[number]
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._draw(*place)
        return strip

    def _draw(self, paragraph: "_Paragraph", number: int) -> Strip:
        width = self._width
        value = self._painted(paragraph.value, paragraph.line(number), width - paragraph.hang)
        if not paragraph.hang:
            return value
        return Strip([*self._label(paragraph, number), *value], width)

    def _painted(self, value: Composed, line: VisualLine, width: int) -> Strip:
        marks, order = value.marks(self.look), text_order(self.app)
        return paint(line, value.text, width, self.look(""), marks, order, self.look("hidden"))

    def _label(self, paragraph: "_Paragraph", number: int) -> Strip:
        if number:
            return Strip([Segment(" " * paragraph.hang, self.look(""))])
        label, order = pieces(paragraph.label), text_order(self.app)
        return paint_pieces(label, paragraph.hang, self.look(""), self.look, order)


class _Paragraph:
    """One line of cells, wrapped; what follows a label hangs beside it where there is room.

    Attributes:
        cells: the line.
        label: the cell that the rest hangs beside, or none.
        value: the rest.
        hang: columns that the label takes.
    """

    def __init__(self, line: Line) -> None:
        self.cells = line
        self._fitted = 0

    def fit(self, width: int) -> int:
        """Wrap at ``width``, which is above 0, and return how many lines that takes."""
        if width != self._fitted:
            self._fitted = width
            self.label = self.cells[:1] if is_label(self.cells) else ()
            self.hang = sum(cell_len(cell.text) for cell in self.label)
            if width - self.hang < _LEAST_WIDTH:
                self.label, self.hang = (), 0
            self.value = compose(pieces(self.cells[len(self.label) :]))
            self._layout = self.value.laid_out(width - self.hang)
        return self._layout.line_count

    def line(self, number: int) -> VisualLine:
        """Return one visual line of the value."""
        return self._layout.line(number)
