"""Panes side by side or one above the other, whose dividers a person may move."""

from collections.abc import Callable
from typing import Literal

from textual import events
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from tracker.presenters.panes import Sizes, moved

#: No pane gets smaller than this, in cells.
_LEAST = {"row": 16, "column": 4}

Direction = Literal["row", "column"]


class Split(Container):
    """Lays out its panes as its style sheet says, until a person moves a divider.

    A divider is where the frames of two panes meet; it is dragged there. Sizes that were set are
    shares: a window that grows or shrinks keeps their proportion.
    """

    DEFAULT_CSS = "Split { layout: horizontal; }"

    class Resized(Message):
        """A person moved a divider, or let the panes be as they come."""

        def __init__(self, split: "Split", sizes: Sizes | None) -> None:
            super().__init__()
            self.split = split
            self.sizes = sizes

    def __init__(self, *panes: Widget, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(*panes, id=id)
        self.wanted: Callable[[Split], Sizes | None] = _as_they_come
        self._dragged: tuple[int, int] | None = None
        self._laid: tuple[Direction, int] | None = None

    @property
    def direction(self) -> Direction:
        """Whether the panes stand in a row or in a column, as the window's width has it."""
        return "column" if self.styles.layout and self.styles.layout.name == "vertical" else "row"

    @property
    def panes(self) -> list[Widget]:
        """The panes in sight, in order."""
        return [pane for pane in self.children if pane.display]

    def take(self, sizes: Sizes | None) -> None:
        """Give the panes in sight these shares of the room, or for None what the sheet says."""
        axis = "width" if self.direction == "row" else "height"
        other = "height" if axis == "width" else "width"
        for place, pane in enumerate(self.panes):
            pane.styles.clear_rule(axis)
            pane.styles.clear_rule(f"max_{axis}")
            pane.styles.clear_rule(other)
            if sizes and len(sizes) == len(self.panes):
                setattr(pane.styles, axis, f"{sizes[place]}fr")
                setattr(pane.styles, f"max_{axis}", "100%")
            pane.refresh(layout=True)

    def on_resize(self) -> None:
        """Take the sizes that are wanted where the panes stand otherwise than before."""
        laid = self.direction, len(self.panes)
        if laid != self._laid:
            self._laid = laid
            self.take(self.wanted(self))

    def move(self, divider: int, by: int) -> None:
        """Move a divider by cells, towards the first pane where negative, and tell it."""
        after = self._moved(divider, by)
        if after is not None:
            self.post_message(self.Resized(self, after))

    def _moved(self, divider: int, by: int) -> Sizes | None:
        sizes = self._sizes()
        after = moved(sizes, divider, by, _LEAST[self.direction])
        if after == sizes:
            return None
        self.take(after)
        return after

    def reset(self) -> None:
        """Let the panes be as they come, and tell it."""
        self.take(None)
        self.post_message(self.Resized(self, None))

    def _sizes(self) -> Sizes:
        row = self.direction == "row"
        return tuple(p.region.width if row else p.region.height for p in self.panes)

    def _at(self, event: events.MouseEvent) -> int:
        return int(event.screen_x if self.direction == "row" else event.screen_y)

    def _divider_at(self, event: events.MouseEvent) -> int | None:
        """Return which divider is under the mouse: the two cells where frames meet."""
        row, at = self.direction == "row", self._at(event)
        for place, pane in enumerate(self.panes[:-1]):
            end = pane.region.right if row else pane.region.bottom
            if at in (end - 1, end):
                return place
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a divider."""
        divider = self._divider_at(event)
        if divider is not None and event.button == 1:
            self._dragged = divider, self._at(event)
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the divider follow the mouse."""
        if self._dragged is None:
            return
        divider, last = self._dragged
        at = self._at(event)
        if at != last:
            self._moved(divider, at - last)
            self._dragged = divider, at

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the divider."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()
            event.stop()
            self.post_message(self.Resized(self, self._sizes()))


def _as_they_come(_split: Split) -> Sizes | None:
    return None
