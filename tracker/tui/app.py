"""The application: screens on a stack over one workspace."""

from collections.abc import Callable
from typing import ClassVar

from textual.command import Provider
from textual.theme import ThemeProvider

from tracker.errors import SettingsError
from tracker.presenters.commands import Command, command_named
from tracker.presenters.conflict import ConflictState
from tracker.presenters.history import Step, redo_last, undo_last
from tracker.presenters.tones import Message
from tracker.presenters.trail import Place, Trail
from tracker.services.session import Session
from tracker.tui.bars import KeyBar
from tracker.tui.bidi_app import BidiApp
from tracker.tui.first_run import FirstRun
from tracker.tui.following import Followed, Follower
from tracker.tui.keyed import KeyedScreen
from tracker.tui.navigation import DESK
from tracker.tui.palette import Palette, RegistryCommands
from tracker.tui.places import OpenConflict
from tracker.tui.resuming import SittingKeeper, no_keeper
from tracker.tui.screens.conflict import ConflictScreen
from tracker.tui.screens.help import HelpScreen
from tracker.tui.terminal import Plan
from tracker.tui.themes import DEFAULT_THEME, THEMES
from tracker.tui.workspace import Workspace


class TrackerApp(FirstRun, BidiApp[None], inherit_bindings=False):
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
        keepers: Callable[[Session], SittingKeeper | None] = no_keeper,
        unnamed: bool = False,
        tour: bool = False,
    ) -> None:
        """Prepare the screens.

        Args:
            workspace: who works, where, with which keys.
            theme: name of the colour theme; empty for the standard one.
            plan: how right-to-left text reaches the terminal; ordered here when not given.
            greeting: what to say first.
            start: where to go first, over the desk; where one left off when not given.
            keepers: makes what keeps the open screens of a session for the next time.
            unnamed: whether to ask first whose name changes carry.
            tour: whether all that is wanted is the guided tour.

        Raises:
            SettingsError: when there is no such theme.
        """
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self.plan = plan or Plan(order="app")
        self.last_steps = (self._close_keeper, workspace.session.store.close)
        self.workspace = workspace
        self.trail = Trail()
        self._greeting = greeting
        self._follower = Follower(workspace.session.store, self.post_message)
        self._start = start
        self._keepers = keepers
        self.unnamed = unnamed
        self._only_tour = tour
        self._wanted_theme = theme or DEFAULT_THEME
        if self._wanted_theme not in self.available_themes:
            msg = f"There is no theme {theme!r}."
            raise SettingsError(msg, f"Use one of: {', '.join(sorted(self.available_themes))}.")

    def on_mount(self) -> None:
        """Put on the colours and open the desk, or ask who sits there."""
        self.theme = self._wanted_theme
        self._follower.start()
        if self.unnamed:
            self.ask_name()
        else:
            self.begin()
        if self._only_tour:
            self.action_tour()

    def begin(self) -> None:
        """Open the desk, and what was open on it the last time."""
        self._close_keeper()
        self.keeper = self._keepers(self.workspace.session)
        self.go(DESK)
        told = None
        if self._start is not None:
            self.go(self._start)
        else:
            told = self.resume()
        for message in (told, self._greeting):
            if message is not None:
                self.call_after_refresh(self.tell, message)

    def on_unmount(self) -> None:
        """Follow no longer, and write down what is open."""
        self._follower.stop()
        self.forget_tour()
        self._close_keeper()

    def _close_keeper(self) -> None:
        if self.keeper is not None:
            self.keeper.close()

    def on_leave_desk(self) -> None:
        """Leave the tour where one is in it, else the program."""
        if self.touring:
            self.action_leave()
        else:
            self.exit()

    def action_leave(self) -> None:
        """Leave the tour; with it the program, where nothing else was wanted."""
        super().action_leave()
        if self._only_tour:
            self.exit()

    def on_followed(self, event: Followed) -> None:
        """Show what others committed, on every screen in sight."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, KeyedScreen):
                if event.changed:
                    screen.follow()
                if event.told is not None:
                    screen.say(event.told)
            if not screen.is_modal:
                break

    def on_open_conflict(self, event: OpenConflict) -> None:
        """Show both versions of what two people changed."""
        under = self.screen

        def settled(message: Message | None) -> None:
            if isinstance(under, KeyedScreen) and message is not None:
                under.reload()
                under.say(message)

        state = ConflictState(session=self.workspace.session, stale=event.stale)
        self.push_screen(ConflictScreen(self.workspace, state), settled)

    async def on_key_bar_chosen(self, event: KeyBar.Chosen) -> None:
        """Run the command that was clicked."""
        if isinstance(self.screen, KeyedScreen):
            await self.screen.run_command(command_named(event.command_id))

    def action_help(self) -> None:
        """Show the keys of the screen."""
        under = self.screen
        if not isinstance(under, KeyedScreen) or isinstance(under, HelpScreen):
            return

        async def run(command: Command | None) -> None:
            if command is not None:
                await self.run_from_help(under, command)

        self.push_screen(HelpScreen(self.workspace, under.INFO), run)

    def action_palette(self) -> None:
        """Open the command palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_theme(self) -> None:
        """Let the person choose a colour theme."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_undo(self) -> None:
        """Take back the last edit and show what it was."""
        self._show(undo_last(self.workspace.session))

    def action_redo(self) -> None:
        """Make the last undone edit again and show what it was."""
        self._show(redo_last(self.workspace.session))

    def _show(self, step: Step) -> None:
        if isinstance(self.screen, KeyedScreen):
            self.screen.show_step(step)
