"""Lines of cells in a pane: wrapped, each piece in its own direction, scrolled where needed."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.presenters.tones import Line, is_label
from tracker.rtl import Line as VisualLine
from tracker.tui.tones import TONE_CLASSES, TONE_CSS, pieces, tone_styles
from tracker.tui.widgets.composed import Composed, compose, paint_pieces
from tracker.tui.widgets.painting import paint
from tracker.tui.widgets.text_order import text_order

_LEAST_WIDTH = 10


class LinesPane(ScrollView, can_focus=False):
    """Shows what a presenter wrote, one paragraph a line; the text is never markup."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = f"""
    LinesPane {{ height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; {TONE_CSS} }}
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._paragraphs: list[_Paragraph] = []
        self._places: list[tuple[_Paragraph, int]] = []
        self._strips: dict[int, Strip] = {}

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, from the first."""
        self._paragraphs = [_Paragraph(line) for line in lines]
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def _lay_out(self) -> None:
        width = max(_LEAST_WIDTH, self.scrollable_content_region.width)
        self._places = [
            (paragraph, number)
            for paragraph in self._paragraphs
            for number in range(paragraph.fit(width))
        ]
        # Another height lays the whole screen out anew, so what fits takes all there is.
        self.virtual_size = Size(width, max(len(self._places), self.size.height))
        self._strips.clear()
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Forget drawn lines when theme or style change."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Return one line of the view, from those already drawn where it can."""
        place = min(y + self.scroll_offset.y, len(self._places))
        strip = self._strips.get(place)
        if strip is None:
            strip = self._strips[place] = self._draw(place)
        return strip

    def _draw(self, place: int) -> Strip:
        """Return one line, or the blank one below the last."""
        width = max(_LEAST_WIDTH, self.scrollable_content_region.width)
        if place >= len(self._places):
            return Strip.blank(width, self.rich_style)
        paragraph, number = self._places[place]
        value = self._painted(paragraph.value, paragraph.line(number), width - paragraph.hang)
        if not paragraph.hang:
            return value
        return Strip([*self._label(paragraph, number), *value], width)

    def _painted(self, value: Composed, line: VisualLine, width: int) -> Strip:
        style_of, order = tone_styles(self), text_order(self.app)
        marks, hidden = value.marks(style_of), style_of("hidden")
        return paint(line, value.text, width, self.rich_style, marks, order, hidden)

    def _label(self, paragraph: "_Paragraph", number: int) -> Strip:
        if number:
            return Strip([Segment(" " * paragraph.hang, self.rich_style)])
        label, order = pieces(paragraph.label), text_order(self.app)
        return paint_pieces(label, paragraph.hang, self.rich_style, tone_styles(self), order)


class _Paragraph:
    """One line of cells, wrapped; what follows a label hangs beside it where there is room.

    Attributes:
        label: the cell that the rest hangs beside, or none.
        value: the rest.
        hang: columns that the label takes.
    """

    def __init__(self, line: Line) -> None:
        self._cells = line
        self.fit(_LEAST_WIDTH)

    def fit(self, width: int) -> int:
        """Wrap at ``width`` and return how many lines that takes."""
        self.label = self._cells[:1] if is_label(self._cells) else ()
        self.hang = sum(cell_len(cell.text) for cell in self.label)
        if width - self.hang < _LEAST_WIDTH:
            self.label, self.hang = (), 0
        self.value = compose(pieces(self._cells[len(self.label) :]))
        self._layout = self.value.laid_out(width - self.hang)
        return self._layout.line_count

    def line(self, number: int) -> VisualLine:
        """Return one visual line of the value."""
        return self._layout.line(number)
