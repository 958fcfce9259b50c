"""The application: screens on a stack over one workspace."""

from typing import ClassVar

from textual.command import Provider

from tracker.errors import SettingsError
from tracker.presenters.commands import command_named
from tracker.presenters.history import Step, redo_last, undo_last
from tracker.presenters.tones import Message
from tracker.presenters.trail import Place, Trail
from tracker.tui.bars import KeyBar
from tracker.tui.bidi_app import BidiApp
from tracker.tui.keyed import KeyedScreen
from tracker.tui.navigation import DESK, Navigation
from tracker.tui.palette import RegistryCommands
from tracker.tui.screens.help import HelpScreen
from tracker.tui.terminal import Plan
from tracker.tui.workspace import Workspace

DEFAULT_THEME = "textual-dark"


class TrackerApp(Navigation, BidiApp[None], inherit_bindings=False):
    """The screens of one reviewer on one database. It is constructed, never configured."""

    TITLE = "tracker"
    COMMANDS: ClassVar[set[type[Provider]]] = {RegistryCommands}  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = True
    # The registry opens the palette; this key only keeps Textual from claiming ctrl+p for it.
    COMMAND_PALETTE_BINDING = "f24"
    CSS_PATH = "app.tcss"

    def __init__(
        self,
        workspace: Workspace,
        *,
        theme: str = "",
        plan: Plan | None = None,
        greeting: Message | None = None,
        start: Place | None = None,
    ) -> None:
        """Prepare the screens.

        Args:
            workspace: who works, where, with which keys.
            theme: name of the colour theme; empty for the standard one.
            plan: how right-to-left text reaches the terminal; ordered here when not given.
            greeting: what to say first.
            start: where to go first, over the desk; nowhere when not given.

        Raises:
            SettingsError: when there is no such theme.
        """
        super().__init__()
        self.plan = plan or Plan(order="app")
        self.workspace = workspace
        self.trail = Trail()
        self._greeting = greeting
        self._start = start
        self._wanted_theme = theme or DEFAULT_THEME
        if self._wanted_theme not in self.available_themes:
            msg = f"There is no theme {theme!r}."
            raise SettingsError(msg, f"Use one of: {', '.join(sorted(self.available_themes))}.")

    def on_mount(self) -> None:
        """Put on the colours and open the desk."""
        self.theme = self._wanted_theme
        self.go(DESK)
        if self._start is not None and self._start != DESK:
            self.go(self._start)
        if self._greeting is not None:
            self.call_after_refresh(self.tell, self._greeting)

    async def on_key_bar_chosen(self, event: KeyBar.Chosen) -> None:
        """Run the command that was clicked."""
        if isinstance(self.screen, KeyedScreen):
            await self.screen.run_command(command_named(event.command_id))

    def action_help(self) -> None:
        """Show the keys of the screen."""
        if isinstance(self.screen, KeyedScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.workspace, self.screen.INFO))

    def action_palette(self) -> None:
        """Open the command palette."""
        self.action_command_palette()

    def action_theme(self) -> None:
        """Let the person choose a colour theme."""
        self.search_themes()

    def action_undo(self) -> None:
        """Take back the last edit and show what it was."""
        self._show(undo_last(self.workspace.session))

    def action_redo(self) -> None:
        """Make the last undone edit again and show what it was."""
        self._show(redo_last(self.workspace.session))

    def _show(self, step: Step) -> None:
        if isinstance(self.screen, KeyedScreen):
            self.screen.show_step(step)
