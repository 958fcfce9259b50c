"""The lines at a screen's edges: where one is, what happened, which keys work."""

from textual import events
from textual.content import Content
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.widgets import Static

from tracker.presenters.commands import ScreenInfo
from tracker.presenters.key_bar import SEPARATOR, BarItem, bar_items
from tracker.presenters.keymap import Keymap
from tracker.presenters.tones import Cell, Line, Message
from tracker.tui.tones import content


class TopBar(Static):
    """Where one is, at the left; how far, at the right."""

    DEFAULT_CSS = """
    TopBar { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    left: reactive[Line] = reactive((), layout=False)
    right: reactive[Line] = reactive((), layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """Return both ends; the right one keeps its place, the left one gives way."""
        width = self.content_size.width
        right = content(self.right)
        room = max(0, width - right.cell_length - 2)
        left = content(self.left).truncate(room, ellipsis=True)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(left, gap, right)


class StatusLine(Static):
    """What the last key did, or why it did nothing."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; }
    """

    message: reactive[Message] = reactive(Message(""), layout=False)

    def __init__(self) -> None:
        super().__init__(markup=False)

    def render(self) -> Content:
        """Return the message in its tone."""
        line = content((Cell(self.message.text, self.message.tone),))
        return line.truncate(self.content_size.width, ellipsis=True)


class KeyBar(Static):
    """The keys that work here; a click on one runs it."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $panel; color: $text-muted; }
    """

    class Chosen(TextualMessage):
        """Somebody clicked a command.

        Attributes:
            command_id: which one.
        """

        def __init__(self, command_id: str) -> None:
            super().__init__()
            self.command_id = command_id

    def __init__(self, keymap: Keymap, info: ScreenInfo) -> None:
        super().__init__(markup=False)
        self._keymap = keymap
        self._info = info

    def _items(self) -> tuple[BarItem, ...]:
        return bar_items(self._keymap, self._info, self.content_size.width)

    def render(self) -> Content:
        """Return as many keys as fit."""
        parts = [
            Content.assemble((i.keys, "bold $text-accent"), f" {i.words}") for i in self._items()
        ]
        return Content(SEPARATOR).join(parts)

    def on_click(self, event: events.Click) -> None:
        """Tell which command stands where the click fell."""
        place = event.get_content_offset(self)
        left = 0
        for item in self._items():
            if place is not None and left <= place.x < left + item.width:
                self.post_message(self.Chosen(item.command_id))
                return
            left += item.width + len(SEPARATOR)
