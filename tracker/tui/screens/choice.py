"""A short list to choose one from, each under a key of its own."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tracker.presenters.commands import screen_named
from tracker.presenters.keys import SAME_PLACE
from tracker.presenters.rating_options import Option
from tracker.tui.keyed import KeyedModal, pressed
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.workspace import Workspace


class ChoiceScreen(KeyedModal[str | None]):
    """Returns the value of the option taken, None when it was closed."""

    INFO = screen_named("choice")
    CSS_PATH = "choice.tcss"

    def __init__(self, workspace: Workspace, title: str, options: Sequence[Option]) -> None:
        super().__init__(workspace)
        self._title = title
        self._options = options
        self.index = next((i for i, option in enumerate(options) if option.current), 0)

    def compose_body(self) -> ComposeResult:
        """Yield the options in their frame."""
        with Vertical(classes="frame") as frame:
            entitle(frame, self._title)
            yield Static(self._drawn(), markup=False, id="options")
            yield self.key_bar()

    def _drawn(self) -> Content:
        lines = []
        for index, option in enumerate(self._options):
            bar = "▸" if index == self.index else " "
            mark = "  (now)" if option.current else ""
            style = "reverse" if index == self.index else ""
            key = (f" {option.key} ", "bold $text-accent")
            lines.append(Content.assemble(bar, key, (f" {option.label}{mark} ", style)))
        return Content("\n").join(lines)

    async def on_key(self, event: events.Key) -> None:
        """Take the option whose key it is; all other keys are commands."""
        key = pressed(event)
        for option in self._options:
            if option.key in {key, key.lower(), SAME_PLACE.get(key)}:
                event.stop()
                event.prevent_default()
                self.dismiss(option.value)
                return
        await super().on_key(event)

    def _move(self, steps: int) -> None:
        self.index = (self.index + steps) % len(self._options)
        self.query_one("#options", Static).update(self._drawn())

    def action_down(self) -> None:
        """Go to the next option, round the end."""
        self._move(1)

    def action_up(self) -> None:
        """Go to the option above, round the top."""
        self._move(-1)

    def action_choose(self) -> None:
        """Take the option under the bar."""
        self.dismiss(self._options[self.index].value)

    def action_cancel(self) -> None:
        """Close without choosing."""
        self.dismiss(None)
