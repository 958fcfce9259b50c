"""The help of a screen as lines, made from the registry and the keys in force."""

from collections.abc import Iterator

from rich.cells import cell_len

from tracker.presenters.commands import Command, ScreenInfo, commands_of
from tracker.presenters.keymap import Keymap, shown_key
from tracker.presenters.keys import arabic_key
from tracker.presenters.tones import Cell, Line, Tone

_TITLES = {"app": "Everywhere", "list": "Lists", "find": "Finding"}
_LEAST_KEYS_WIDTH = 14


def help_lines(keymap: Keymap, screen: ScreenInfo) -> tuple[Line, ...]:
    """Return what every key does on ``screen``: its own commands first, a group at a time.

    Behind a letter stands the one that the same key prints on an Arabic keyboard.
    """
    return tuple(_lines(keymap, screen))


def _lines(keymap: Keymap, screen: ScreenInfo) -> Iterator[Line]:
    shown = {c.id: _keys(keymap.keys[c.id]) for c in commands_of(screen, keymap.registry)}
    width = max([_LEAST_KEYS_WIDTH, *map(cell_len, shown.values())])
    for group in screen.groups:
        yield (Cell(_TITLES.get(group, screen.title), Tone.STRONG),)
        for command in commands_of(screen, keymap.registry):
            if command.group == group:
                yield _line(command, shown[command.id], width)
        yield ()
    yield (Cell("Letters work on an Arabic keyboard too: the key counts, not its print.",
                Tone.MUTED),)  # fmt: skip


def _keys(keys: tuple[str, ...]) -> str:
    """Every key in each of its prints; two blanks keep the Arabic ones apart from the rest."""
    prints = [print_ for key in keys for print_ in (shown_key(key), arabic_key(key)) if print_]
    return "  ".join(dict.fromkeys(prints)) or ": palette"


def _line(command: Command, keys: str, width: int) -> Line:
    return (
        Cell(f"  {keys}{' ' * (width - cell_len(keys))} ", Tone.ACCENT),
        Cell(f"{command.label:<18} "),
        Cell(command.help, Tone.MUTED),
    )
