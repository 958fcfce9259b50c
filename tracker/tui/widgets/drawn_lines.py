"""Lines that are drawn once and kept until they or their looks change."""

from collections.abc import Hashable
from itertools import groupby
from typing import Generic, TypeVar

from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

LineKey = TypeVar("LineKey", bound=Hashable)


class DrawnLines(ScrollView, Generic[LineKey]):
    """A view that keeps its drawn lines, and the looks they are drawn with.

    Textual looks a style up again after every refresh, which costs more than drawing a line;
    styles change only when ``notify_style_update`` says so.

    Attributes:
        LOOK: what the names of this view's component classes begin with.
    """

    LOOK = ""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: dict[LineKey, Strip] = {}
        self._looks: dict[str, Style] = {}

    def look(self, name: str) -> Style:
        """Return the style of a component, or of the view itself where ``name`` is empty."""
        style = self._looks.get(name)
        if style is None:
            style = self._looks[name] = (
                self.get_component_rich_style(f"{self.LOOK}{name}", partial=True)
                if name
                else self.rich_style
            )
        return style

    def refresh_numbers(self, numbers: set[int]) -> None:
        """Draw lines again, counted from the first of the content."""
        in_a_row = groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0])
        for _, pairs in in_a_row:
            run = [number for _, number in pairs]
            self.refresh_lines(run[0], len(run))

    def notify_style_update(self) -> None:
        """Forget lines and looks when theme or style change."""
        super().notify_style_update()
        self._strips.clear()
        self._looks.clear()
