"""What was said so far: a message that went by too fast can be read again."""

from textual.app import ComposeResult

from tracker.presenters.commands import screen_named
from tracker.presenters.tones import Cell, Tone
from tracker.tui.bars import TopBar
from tracker.tui.keyed import KeyedScreen
from tracker.tui.lines_pane import LinesPane


class MessagesScreen(KeyedScreen[None]):
    """Lists the messages of this sitting, newest first."""

    INFO = screen_named("messages")

    def compose_body(self) -> ComposeResult:
        """Yield the messages, in a pane that scrolls."""
        yield LinesPane(id="messages")

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(TopBar).left = (
            Cell("tracker ▸ ", Tone.MUTED),
            Cell("Messages", Tone.STRONG),
        )

    def reload(self) -> None:
        """Read the messages again."""
        self._pane.show(self.workspace.log.lines())

    @property
    def _pane(self) -> LinesPane:
        return self.query_one("#messages", LinesPane)

    def action_messages(self) -> None:
        """Close with the key that opened it."""
        self.leave()

    def action_down(self) -> None:
        """Scroll down."""
        self._pane.scroll_relative(y=self.count, animate=False)

    def action_up(self) -> None:
        """Scroll up."""
        self._pane.scroll_relative(y=-self.count, animate=False)

    def action_top(self) -> None:
        """Scroll to the newest."""
        self._pane.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Scroll to the oldest."""
        self._pane.scroll_end(animate=False)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self._pane.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self._pane.scroll_page_up(animate=False)
