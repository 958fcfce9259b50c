"""The command palette: every command of the screen, with its key."""

from collections.abc import Iterator
from functools import partial

from textual import events
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tracker.presenters.commands import Command, commands_of
from tracker.tui.keyed import KeyedScreen
from tracker.tui.leaving import can_answer


class RegistryCommands(Provider):
    """Offers what the registry knows for the screen that the palette was opened over."""

    def _commands(self) -> Iterator[tuple[KeyedScreen[object], Command, str]]:
        screen = self.screen
        if isinstance(screen, KeyedScreen):
            for command in commands_of(screen.INFO):
                key = screen.workspace.keymap.shown(command.id)
                yield screen, command, f"{command.label}  ({key})" if key else command.label

    async def discover(self) -> Hits:
        """Yield everything, for a palette in which nothing was typed yet."""
        for screen, command, text in self._commands():
            run = partial(screen.run_command, command)
            yield DiscoveryHit(text, run, text=text, help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose label or help fits what was typed."""
        matcher = self.matcher(query)
        for screen, command, text in self._commands():
            score = max(matcher.match(text), matcher.match(command.help) * 0.8)
            if score > 0:
                run = partial(screen.run_command, command)
                yield Hit(score, matcher.highlight(text), run, text=text, help=command.help)


class Palette(CommandPalette):
    """Textual's palette, which may be opened also while the program is being left."""

    async def on_event(self, event: events.Event) -> None:
        """Answer what the palette can."""
        if can_answer(self, event):
            await super().on_event(event)

    def _action_command_list(self, action: str) -> None:
        """Pass ``action`` on to the list, but for paging where the list has no room for a row.

        Textual looks up the line of a row then that has none.
        """
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)
