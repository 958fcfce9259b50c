"""The strip of the guided tour, at the foot of every screen while the tour runs."""

from tracker.presenters.keymap import Keymap
from tracker.presenters.tour import TourState
from tracker.tui.lines_pane import LinesPane


class CoachStrip(LinesPane):
    """Says what the tour asks for."""

    DEFAULT_CSS = """
    CoachStrip {
        dock: bottom; height: 5; padding: 0 1; background: $primary-background;
        border-top: heavy $accent;
    }
    """

    def __init__(self, keymap: Keymap, screen: str) -> None:
        super().__init__()
        self._keymap = keymap
        self._screen_name = screen

    def coach(self, state: TourState) -> None:
        """Show where the tour is."""
        self.show(state.lines(self._keymap, self._screen_name))
