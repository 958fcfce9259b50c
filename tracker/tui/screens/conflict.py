"""Both versions of a record side by side, when somebody else was quicker."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tracker.presenters.commands import screen_named
from tracker.presenters.conflict import ConflictState
from tracker.presenters.tones import Message
from tracker.tui.keyed import KeyedModal
from tracker.tui.lines_pane import LinesPane
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.workspace import Workspace


class ConflictScreen(KeyedModal[Message]):
    """Returns how it was settled, as a message."""

    INFO = screen_named("conflict")
    CSS_PATH = "conflict.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-normal")]  # noqa: RUF012  (Textual's name and type)

    def __init__(self, workspace: Workspace, state: ConflictState) -> None:
        super().__init__(workspace)
        self.state = state

    def compose_body(self) -> ComposeResult:
        """Yield who did what, both versions, and what choosing does."""
        with Vertical(classes="frame") as frame:
            entitle(frame, self.state.title)
            yield LinesPane(id="told")
            with Horizontal(id="versions"):
                yield LinesPane(id="theirs")
                yield LinesPane(id="mine")
            yield LinesPane(id="advice")
            yield self.key_bar()

    def on_mount(self) -> None:
        """Fill the panes."""
        for name, title in (("theirs", "theirs"), ("mine", "yours")):
            entitle(self._pane(name), title)
        self._pane("told").show(self.state.told)
        self._pane("theirs").show(self.state.theirs)
        self._pane("mine").show(self.state.mine)
        self._pane("advice").show((self.state.advice,))

    def _pane(self, name: str) -> LinesPane:
        return self.query_one(f"#{name}", LinesPane)

    def action_theirs(self) -> None:
        """Leave the record as the other one has it."""
        self.dismiss(self.state.keep_theirs())

    def action_mine(self) -> None:
        """Put one's own over it."""
        self.dismiss(self.state.put_mine())

    def action_down(self) -> None:
        """Scroll both versions down."""
        for name in ("theirs", "mine"):
            self._pane(name).scroll_page_down(animate=False)

    def action_up(self) -> None:
        """Scroll both versions up."""
        for name in ("theirs", "mine"):
            self._pane(name).scroll_page_up(animate=False)
