"""The help of a screen as lines, made from the registry and the keys in force."""

import textwrap
from collections.abc import Iterator

from tracker.presenters.commands import Command, ScreenInfo, commands_of
from tracker.presenters.keymap import Keymap, shown_key
from tracker.presenters.keys import arabic_key
from tracker.presenters.tones import Cell, Line, Tone

_TITLES = {"app": "Everywhere", "list": "Lists", "find": "Finding", "mark": "Marking"}
_LEAST_KEYS_WIDTH, _LEAST_ROOM = 14, 20


def help_lines(keymap: Keymap, screen: ScreenInfo, width: int = 0) -> tuple[Line, ...]:
    """Return what every key does on ``screen``: its own commands first, a group at a time.

    Behind a letter stands the one that the same key prints on an Arabic keyboard.

    Args:
        keymap: the keys in force.
        screen: which screen.
        width: columns to wrap the explanations at, each below its own beginning; 0 not to.
    """
    return tuple(_lines(keymap, screen, width))


def _lines(keymap: Keymap, screen: ScreenInfo, columns: int) -> Iterator[Line]:
    commands = commands_of(screen, keymap.registry)
    shown = {command.id: _keys(keymap.keys[command.id]) for command in commands}
    keys = max([_LEAST_KEYS_WIDTH, *map(len, shown.values())])
    widths = keys, max(len(command.label) for command in commands)
    for group in screen.groups:
        yield (Cell(_TITLES.get(group, screen.title), Tone.STRONG),)
        for command in commands:
            if command.group == group:
                yield from _rows(command, shown[command.id], widths, columns)
        yield ()
    yield (Cell("Letters work on an Arabic keyboard too: the key counts, not its print.",
                Tone.MUTED),)  # fmt: skip


def _keys(keys: tuple[str, ...]) -> str:
    """Every key in each of its prints; two blanks keep the Arabic ones apart from the rest."""
    prints = [print_ for key in keys for print_ in (shown_key(key), arabic_key(key)) if print_]
    return "  ".join(dict.fromkeys(prints)) or ": palette"


def _rows(command: Command, keys: str, widths: tuple[int, int], columns: int) -> Iterator[Line]:
    """A command's line, and what of its explanation has no room there on lines of its own."""
    head = (
        Cell(f"  {keys}{' ' * (widths[0] - len(keys))} ", Tone.ACCENT),
        Cell(f"{command.label:<{widths[1]}} "),
    )
    indent = sum(len(cell.text) for cell in head)
    room = columns - indent
    parts = textwrap.wrap(command.help, room) if room >= _LEAST_ROOM else [command.help]
    yield (*head, Cell(parts[0], Tone.MUTED))
    for part in parts[1:]:
        yield (Cell(f"{'':<{indent}}{part}", Tone.MUTED),)
