"""Screens that take their keys from the registry and nowhere else."""

import unicodedata
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.filter import LineFilter
from textual.keys import key_to_character
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, TextArea

from tracker.presenters.commands import Command, ScreenInfo
from tracker.presenters.history import Step
from tracker.presenters.key_input import KeyInput
from tracker.presenters.sitting import View
from tracker.presenters.tones import Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import KeyBar, StatusLine, TopBar
from tracker.tui.coach import CoachStrip
from tracker.tui.leaving import can_answer
from tracker.tui.places import Arrived, Left, OpenConflict
from tracker.tui.widgets.bidi_filter import BidiFilter
from tracker.tui.workspace import Workspace

ResultT = TypeVar("ResultT")

#: Keys that belong to a line of text while it is being written.
_EDITING = frozenset(
    {
        "left", "right", "home", "end", "backspace", "delete", "space", "shift+left",
        "shift+right", "shift+home", "shift+end", "ctrl+left", "ctrl+right", "ctrl+a", "ctrl+e",
        "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+d", "ctrl+f",
    }
)  # fmt: skip
#: Those that belong to a text of several lines besides.
_EDITING_LINES = _EDITING | {"enter", "up", "down", "pageup", "pagedown", "ctrl+z", "ctrl+y"}

#: Keys that no command has and that mean the same in every Textual program.
_LEFT_TO_TEXTUAL = frozenset({"tab", "shift+tab", "ctrl+c"})


def pressed(event: events.Key) -> str:
    """Return the key as the registry writes it: the character where there is one, else a name."""
    character = event.character or key_to_character(event.key)
    if character and character != " " and not unicodedata.category(character[0]).startswith("C"):
        return character
    return event.key


class KeyedScreen(Screen[ResultT]):
    """A screen of the registry: each of its commands is a method ``action_…``.

    Commands that a screen has no method for, such as help, are the app's. Keys reach the screen
    before Textual's own bindings, so that what a person set is what happens.
    """

    INFO: ClassVar[ScreenInfo]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._input = KeyInput(
            commands=workspace.keymap.on_screen(self.INFO), counts="list" in self.INFO.groups
        )
        self._count = 1
        self._tour_keys = workspace.keymap.of_group("tour") if workspace.touring else {}

    def compose(self) -> ComposeResult:
        """Yield the bars around the screen's body."""
        yield TopBar()
        yield from self.coach_strip()
        yield from self.compose_body()
        yield StatusLine()
        yield KeyBar(self.workspace.keymap, self.INFO)

    def coach_strip(self) -> ComposeResult:
        """Yield the strip of the guided tour, while it runs."""
        if self.workspace.touring:
            yield CoachStrip(self.workspace.keymap, self.INFO.name)

    def compose_body(self) -> ComposeResult:
        """Yield what stands between the bars."""
        yield from ()

    def command_at(self, key: str) -> Command | None:
        """Return what ``key`` completes here; keys of a text in the making do nothing else."""
        if key in self._tour_keys:
            return self._tour_keys[key]
        focused = self.focused
        if isinstance(focused, TextArea) and (len(key) == 1 or key in _EDITING_LINES):
            return None
        if isinstance(focused, Input) and (len(key) == 1 or key in _EDITING):
            return None
        begun, self._count = self._input.begun, max(1, self._input.count)
        self._input, command = self._input.press(key)
        if self._input.begun:
            self.say(self._input.words(self.workspace.keymap))
        elif begun:
            self.say(Message(""))
        return command

    async def on_event(self, event: events.Event) -> None:
        """Answer what the screen can."""
        if can_answer(self, event):
            await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Run the command of the key; a key without one does nothing, also in a list.

        A key that was typed before the one ahead of it led to another screen is for that screen.
        """
        if not self.is_active:
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
            return
        command = self.command_at(pressed(event))
        writing = isinstance(self.focused, Input | TextArea)
        if command is not None or not (writing or event.key in _LEFT_TO_TEXTUAL):
            event.stop()
            event.prevent_default()
        if command is not None:
            await self.run_command(command)
            self._count = 1

    def runs(self, command: Command) -> bool:
        """Return whether the screen itself carries out ``command``, without the app."""
        return hasattr(self, f"action_{command.action}")

    @property
    def count(self) -> int:
        """How often the command is wanted: the number typed before it, 1 without."""
        return self._count

    async def run_command(self, command: Command) -> None:
        """Run a command, on this screen or else on the app."""
        own = self.runs(command)
        await self.run_action(command.action if own else f"app.{command.action}")

    @property
    def place(self) -> Place | None:
        """Where one is, for going back to it; None for what only lies over another screen."""
        return None

    def stand_on(self, standing: str) -> None:
        """Put the cursor where one stood when the place was left; for the screen to say how."""

    @property
    def view(self) -> View:
        """How the place is looked at, beyond what one stands on; to be opened so another time."""
        return {}

    def take_view(self, view: View) -> None:
        """Look at the place as ``view`` has it; also before the screen is shown."""

    def say(self, message: Message) -> None:
        """Show what happened in the status line, and keep it to be read again.

        Two who met are shown side by side.
        """
        self.workspace.log.add(message, self.workspace.session.clock())
        for line in self.query(StatusLine):
            line.message = message
        if message.conflict is not None:
            self.post_message(OpenConflict(message.conflict))

    def follow(self) -> None:
        """Show what others have committed."""
        self.reload()

    def copy(self, text: str, what: str) -> None:
        """Put text as it was received on the clipboard, and say what it was."""
        self.app.copy_to_clipboard(text)
        self.say(Message(f"Copied {what}.", Tone.MUTED))

    def reload(self) -> None:
        """Read anew what the screen shows; called when the database changed under it."""

    def show_step(self, step: Step) -> None:
        """Show what an undo or redo did."""
        self.reload()
        self.say(step.message)

    def on_screen_resume(self) -> None:
        """Come back into sight with what holds now."""
        self.reload()
        if self.place is not None:
            self.app.post_message(Arrived(self.place))

    def on_screen_suspend(self) -> None:
        """Remember where one stood."""
        if self.place is not None:
            self.app.post_message(Left(self.place))

    def action_back(self) -> None:
        """Close the screen."""
        self.leave()

    def leave(self) -> None:
        """Close the screen, where it is on top: never another in its stead."""
        if self.is_active:
            self.app.pop_screen()


class KeyedModal(KeyedScreen[ResultT], ModalScreen[ResultT]):
    """A screen over another one."""

    def compose(self) -> ComposeResult:
        """Yield the body and the keys that work in it."""
        yield from self.coach_strip()
        yield from self.compose_body()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters but the one that orders text: what shines through is in order."""
        return [f for f in super().get_line_filters() if not isinstance(f, BidiFilter)]

    def key_bar(self) -> KeyBar:
        """Return the key bar for the modal's frame."""
        return KeyBar(self.workspace.keymap, self.INFO)
