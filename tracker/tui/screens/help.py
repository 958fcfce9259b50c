"""Every key of a screen, with what it does."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tracker.presenters.commands import ScreenInfo, screen_named
from tracker.presenters.help import help_lines
from tracker.presenters.tones import Cell, Tone
from tracker.tui.bars import TopBar
from tracker.tui.keyed import KeyedScreen
from tracker.tui.tones import lines_content
from tracker.tui.workspace import Workspace


class HelpScreen(KeyedScreen[None]):
    """The help of the screen it was called from."""

    INFO = screen_named("help")
    CSS_PATH = "help.tcss"

    def __init__(self, workspace: Workspace, about: ScreenInfo) -> None:
        super().__init__(workspace)
        self._about = about

    def compose_body(self) -> ComposeResult:
        """Yield the keys, in a pane that scrolls."""
        with VerticalScroll(can_focus=False):
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Say which screen it is about."""
        self.query_one(TopBar).left = (Cell(f"{self._about.title} ▸ Help", Tone.STRONG),)

    def on_resize(self) -> None:
        """Wrap the explanations anew, once the pane has its width."""
        self.call_after_refresh(self._wrap)

    def _wrap(self) -> None:
        width = self._pane.scrollable_content_region.width
        lines = help_lines(self.workspace.keymap, self._about, width)
        self.query_one(Static).update(lines_content(lines))

    @property
    def _pane(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_help(self) -> None:
        """Close the help with the key that opened it."""
        self.app.pop_screen()

    def action_down(self) -> None:
        """Scroll a line down."""
        self._pane.scroll_down(animate=False)

    def action_up(self) -> None:
        """Scroll a line up."""
        self._pane.scroll_up(animate=False)

    def action_top(self) -> None:
        """Scroll to the top."""
        self._pane.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Scroll to the end."""
        self._pane.scroll_end(animate=False)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self._pane.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self._pane.scroll_page_up(animate=False)
