"""Lines of cells in a pane: wrapped, each in its own direction, scrolled where they do not fit."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tracker.presenters.tones import Line, Tone
from tracker.rtl import Layout, Text
from tracker.tui.widgets.painting import Mark, paint
from tracker.tui.widgets.text_order import text_order

_LEAST_WIDTH = 10


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
        self._tones: list[tuple[int, int, Tone]] = []
        self._layout = Layout("", _LEAST_WIDTH)
        self._text = Text("")

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, from the first."""
        self._tones = []
        texts = []
        at = 0
        for line in lines:
            for cell in line:
                text = cell.text.replace("\n", " ")
                self._tones.append((at, at + len(text), cell.tone))
                texts.append(text)
                at += len(text)
            texts.append("\n")
            at += 1
        self._text = Text("".join(texts[:-1]))
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def _lay_out(self) -> None:
        width = max(_LEAST_WIDTH, self.scrollable_content_region.width)
        self._layout = Layout(self._text, width)
        self.virtual_size = Size(width, self._layout.line_count)
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        number = y + self.scroll_offset.y
        if number >= self._layout.line_count:
            return Strip.blank(self._layout.width, self.rich_style)
        line = self._layout.line(number)
        marks = [
            Mark(start, end, self.get_component_rich_style(f"lines--{tone.value}", partial=True))
            for start, end, tone in self._tones
            if tone is not Tone.PLAIN and start < line.end and end > line.start
        ]
        order = text_order(self.app)
        return paint(line, self._layout.text, self._layout.width, self.rich_style, marks, order)
