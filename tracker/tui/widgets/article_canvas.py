"""An article on the screen with its highlighted spans: every position is an offset of its text."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tracker.rtl import Layout, Text
from tracker.tui.widgets.drawn_lines import DrawnLines
from tracker.tui.widgets.highlight import TONES, Highlight, HighlightIndex, lines_of
from tracker.tui.widgets.painting import Mark, paint
from tracker.tui.widgets.text_order import text_order

_LEAST_WIDTH = 10
_SCROLL_MARGIN = 3


class ArticleCanvas(DrawnLines[int]):
    """Draws one article; later highlights lie over earlier ones, and ``over`` lies over them all.

    Only lines on the screen are ordered and joined, and only lines that changed are drawn again.
    The text is never markup and nothing in it acts.
    """

    ALLOW_SELECT = False
    LOOK = "article--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{tone}" for tone in TONES),
        "article--hidden",
    }
    DEFAULT_CSS = """
    ArticleCanvas {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        & > .article--proposed { text-style: underline; }
        & > .article--accepted { background: $success-muted; color: $text-success; }
        & > .article--rated { background: $primary-muted; color: $text-primary; }
        & > .article--settled { color: $text-success; text-style: bold; }
        & > .article--rejected { color: $text-disabled; text-style: strike; }
        & > .article--disagreement { background: $error-muted; color: $text-error; }
        & > .article--cue { color: $text-accent; text-style: italic; }
        & > .article--source { color: $text-warning; text-style: bold; }
        & > .article--current { background: $warning; color: $background; text-style: bold; }
        & > .article--hidden { background: $error; color: $background; }
    }
    """

    def __init__(
        self,
        text: str = "",
        highlights: Sequence[Highlight] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._take(text, highlights)

    def _take(self, text: str, highlights: Sequence[Highlight]) -> None:
        self._text = Text(text)
        self._highlights = tuple(highlights)
        self._over: tuple[Highlight, ...] = ()
        self._lay_out()

    def show(self, text: str, highlights: Sequence[Highlight] = ()) -> None:
        """Show another article, from its beginning."""
        self._take(text, highlights)
        self.scroll_to(y=0, animate=False)

    @property
    def text(self) -> str:
        """The article, as received."""
        return self._text.text

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """The marked spans; setting them draws only those lines again that changed."""
        return self._highlights

    @highlights.setter
    def highlights(self, highlights: Sequence[Highlight]) -> None:
        before, self._highlights = self._highlights, tuple(highlights)
        self._index = HighlightIndex(self._highlights, self._layout)
        self._redraw(set(before) ^ set(self._highlights))

    @property
    def over(self) -> tuple[Highlight, ...]:
        """The few spans on top that move about; setting them leaves the others as they are."""
        return self._over

    @over.setter
    def over(self, over: Sequence[Highlight]) -> None:
        before, self._over = self._over, tuple(over)
        self._over_index = HighlightIndex(self._over, self._layout)
        self._redraw(set(before) ^ set(self._over))

    def scroll_to_span(self, start: int, end: int) -> None:
        """Bring a span into sight with lines around it; the beginning of one that is too long."""
        height = max(1, self.scrollable_content_region.height)
        lines = lines_of(self._layout, start, max(end, start + 1))
        margin = min(_SCROLL_MARGIN, max(0, (height - len(lines)) // 2))
        first, last = lines[0] - margin, lines[-1] + margin
        top = self.scroll_offset.y
        if first < top:
            top = first
        elif last >= top + height:
            top = min(first, last - height + 1)
        self.scroll_to(y=max(0, top), animate=False)

    def offset_at(self, x: int, y: int) -> int | None:
        """Return the offset of the character at a place of the content; None where none is."""
        number = y + self.scroll_offset.y
        if not 0 <= number < self._layout.line_count:
            return None
        line = self._layout.line(number)
        return line.offset_at(x - line.indent(self._layout.width))

    def render_line(self, y: int) -> Strip:
        """Return one line of the view, from those already drawn where it can."""
        number = y + self.scroll_offset.y
        if number >= self._layout.line_count:
            return Strip.blank(self._layout.width, self.look(""))
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._draw(number)
        return strip

    def _draw(self, number: int) -> Strip:
        line = self._layout.line(number)
        return paint(
            line,
            self.text,
            self._layout.width,
            self.look(""),
            self._marks(number),
            text_order(self.app),
            self.look("hidden"),
        )

    def _marks(self, number: int) -> list[Mark]:
        """What lies over a line, the lowest first."""
        return [
            Mark(each.start, each.end, self.look(each.tone))
            for index in (self._index, self._over_index)
            for each in index.on_line(number)
        ]

    def _lay_out(self) -> None:
        width = max(_LEAST_WIDTH, self.scrollable_content_region.width)
        self._layout = Layout(self._text, width)
        self._index = HighlightIndex(self._highlights, self._layout)
        self._over_index = HighlightIndex(self._over, self._layout)
        self.virtual_size = Size(width, self._layout.line_count)
        self._strips.clear()
        self.refresh()

    def _redraw(self, changed: set[Highlight]) -> None:
        numbers = {
            number for each in changed for number in lines_of(self._layout, each.start, each.end)
        }
        for number in numbers:
            self._strips.pop(number, None)
        self.refresh_numbers(numbers)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew where the width changed, keeping the first line in sight."""
        if max(_LEAST_WIDTH, self.scrollable_content_region.width) == self._layout.width:
            return
        top = min(self.scroll_offset.y, self._layout.line_count - 1)
        first = self._layout.line(top).start
        self._lay_out()
        self.scroll_to(y=self._layout.line_of(first) if top else 0, animate=False)
