"""The lines at a screen's edges: where one is, what happened, which keys work."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tracker.presenters.commands import ScreenInfo
from tracker.presenters.key_bar import SEPARATOR, BarItem, bar_items
from tracker.presenters.keymap import Keymap
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.tui.tones import TONE_CLASSES, TONE_CSS, pieces, tone_styles
from tracker.tui.widgets.composed import paint_pieces
from tracker.tui.widgets.text_order import text_order


class Bar(Widget):
    """One line of cells; what does not fit is left out at its end."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = f"""
    Bar {{ height: 1; padding: 0 1; {TONE_CSS} }}
    """

    def drawn(self, cells: Line, width: int) -> Strip:
        """Return cells as a strip of that width."""
        order = text_order(self.app)
        return paint_pieces(pieces(cells), width, self.rich_style, tone_styles(self), order)


class TopBar(Bar):
    """Where one is, at the left; how far, at the right."""

    DEFAULT_CSS = """
    TopBar { background: $panel; color: $foreground; }
    """

    left: reactive[Line] = reactive((), layout=False)
    right: reactive[Line] = reactive((), layout=False)

    def render_line(self, y: int) -> Strip:
        """Return both ends; the right one keeps its place, the left one gives way."""
        width = self.size.width
        taken = min(width, sum(cell_len(cell.text) for cell in self.right))
        gap = min(2, width - taken)
        return Strip.join(
            [
                self.drawn(self.left, width - taken - gap),
                Strip.blank(gap, self.rich_style),
                self.drawn(self.right, taken),
            ]
        )


class TextLine(Bar):
    """One line of cells."""

    line: reactive[Line] = reactive((), layout=False)

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self.drawn(self.line, self.size.width)


class StatusLine(Bar):
    """What the last key did, or why it did nothing."""

    message: reactive[Message] = reactive(Message(""), layout=False)

    def render_line(self, y: int) -> Strip:
        """Return the message in its tone."""
        return self.drawn((Cell(self.message.text, self.message.tone),), self.size.width)


class KeyBar(Bar):
    """The keys that work here; a click on one runs it.

    Attributes:
        first: identifiers of commands to show before the screen's own.
    """

    DEFAULT_CSS = """
    KeyBar {
        background: $panel;
        color: $text-muted;
        & > .tone--accent { color: $text-accent; text-style: bold; }
    }
    """

    first: reactive[tuple[str, ...]] = reactive((), layout=False)

    class Chosen(TextualMessage):
        """Somebody clicked a command.

        Attributes:
            command_id: which one.
        """

        def __init__(self, command_id: str) -> None:
            super().__init__()
            self.command_id = command_id

    def __init__(self, keymap: Keymap, info: ScreenInfo) -> None:
        super().__init__()
        self._keymap = keymap
        self._info = info

    def _items(self) -> tuple[BarItem, ...]:
        return bar_items(self._keymap, self._info, self.size.width, self.first)

    def render_line(self, y: int) -> Strip:
        """Return as many keys as fit."""
        cells: list[Cell] = []
        for item in self._items():
            before = SEPARATOR if cells else ""
            cells += (Cell(before), Cell(item.keys, Tone.ACCENT), Cell(f" {item.words}"))
        return self.drawn(tuple(cells), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Tell which command stands where the click fell."""
        place = event.get_content_offset(self)
        left = 0
        for item in self._items():
            if place is not None and left <= place.x < left + item.width:
                self.post_message(self.Chosen(item.command_id))
                return
            left += item.width + len(SEPARATOR)
