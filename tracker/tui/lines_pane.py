"""Lines of cells in a pane: wrapped, each in its own direction, scrolled where they do not fit."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.presenters.tones import Line, Tone, is_label
from tracker.rtl import Layout, displayable
from tracker.tui.terminal import TextOrder
from tracker.tui.widgets.painting import Mark, paint
from tracker.tui.widgets.text_order import text_order

_LEAST_WIDTH = 10

Styles = Callable[[Tone], Style]


class LinesPane(ScrollView, can_focus=False):
    """Shows what a presenter wrote, one paragraph a line; the text is never markup."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{tone.value}" for tone in Tone}
    DEFAULT_CSS = """
    LinesPane {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .lines--strong { text-style: bold; }
        & > .lines--muted { text-style: dim; }
        & > .lines--accent { color: $text-accent; }
        & > .lines--good { color: $text-success; }
        & > .lines--warn { color: $text-warning; }
        & > .lines--bad { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._paragraphs: list[_Paragraph] = []
        self._places: list[tuple[_Paragraph, int]] = []

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
        self.virtual_size = Size(width, len(self._places))
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= len(self._places):
            return Strip.blank(width, self.rich_style)
        paragraph, number = self._places[place]
        if paragraph.label is None:
            order = text_order(self.app)
            return paragraph.painted(number, width, self.rich_style, self._style, order)
        return paragraph.beside_label(number, width, self.rich_style, self._style)

    def _style(self, tone: Tone) -> Style:
        if tone is Tone.PLAIN:
            return Style.null()
        return self.get_component_rich_style(f"lines--{tone.value}", partial=True)


class _Paragraph:
    """One line of cells, wrapped; what follows a label hangs beside it."""

    def __init__(self, line: Line) -> None:
        self.label = line[0] if is_label(line) else None
        cells = line[1:] if self.label else line
        self._tones: list[tuple[int, int, Tone]] = []
        at = 0
        for cell in cells:
            self._tones.append((at, at + len(cell.text), cell.tone))
            at += len(cell.text)
        self._text = "".join(cell.text for cell in cells).replace("\n", " ")
        self._layout = Layout(self._text, _LEAST_WIDTH)

    def fit(self, width: int) -> int:
        """Wrap at ``width`` and return how many lines that takes."""
        room = width - (len(self.label.text) if self.label else 0)
        self._layout = self._layout.resized(max(_LEAST_WIDTH, room))
        return self._layout.line_count

    def painted(
        self, number: int, width: int, base: Style, style: Styles, order: TextOrder
    ) -> Strip:
        """Return a line in visual order, against the edge it begins at."""
        marks = [Mark(start, end, style(tone)) for start, end, tone in self._tones]
        return paint(self._layout.line(number), self._text, width, base, marks, order)

    def beside_label(self, number: int, width: int, base: Style, style: Styles) -> Strip:
        """Return a line in logical order after the label; the app's filter orders each stretch."""
        assert self.label is not None  # noqa: S101  (the caller asked)
        line = self._layout.line(number)
        words = self.label.text if number == 0 else " " * len(self.label.text)
        segments = [Segment(words, base + style(self.label.tone))]
        for start, end, tone in self._tones:
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                text = displayable(self._text[first:last])
                segments.append(Segment(text, base + style(tone)))
        return Strip(segments).adjust_cell_length(width, base)
