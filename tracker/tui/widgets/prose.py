"""A few lines of text from outside, wrapped and ordered for reading."""

from typing import ClassVar

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tracker.rtl import Layout, Text, layout
from tracker.tui.widgets.painting import paint
from tracker.tui.widgets.text_order import text_order

_UNWRAPPED = 1_000_000


class Prose(Widget):
    """A quotation, a note, a headline: logical text, never markup, as tall as it needs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"prose--hidden"}
    DEFAULT_CSS = """
    Prose {
        height: auto;
        & > .prose--hidden { background: $error; color: $background; }
    }
    """

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._layout = Layout(Text(text), 1)

    @property
    def text(self) -> str:
        """The text, as received; setting it lays it out anew."""
        return self._layout.text

    @text.setter
    def text(self, text: str) -> None:
        self._layout = Layout(Text(text), self._layout.width)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the columns of the longest paragraph."""
        return max((line.width for line in layout(self.text, _UNWRAPPED)), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines it takes at ``width``."""
        return self._at(width).line_count

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        width = self.size.width
        laid_out = self._at(width)
        if y >= laid_out.line_count:
            return Strip.blank(width, self.rich_style)
        line = laid_out.line(y)
        hidden = self.get_component_rich_style("prose--hidden", partial=True)
        return paint(line, self.text, width, self.rich_style, (), text_order(self.app), hidden)

    def _at(self, width: int) -> Layout:
        self._layout = self._layout.resized(max(1, width))
        return self._layout
