"""The help of a screen as lines, made from the registry and the keys in force."""

from collections.abc import Iterator

from tracker.presenters.commands import Command, ScreenInfo, commands_of
from tracker.presenters.keymap import Keymap, shown_key
from tracker.presenters.tones import Cell, Line, Tone

_TITLES = {"app": "Everywhere", "list": "Lists", "find": "Finding", "mark": "Marking"}
_KEYS_WIDTH = 14


def help_lines(keymap: Keymap, screen: ScreenInfo) -> tuple[Line, ...]:
    """Return what every key does on ``screen``: its own commands first, a group at a time."""
    return tuple(_lines(keymap, screen))


def _lines(keymap: Keymap, screen: ScreenInfo) -> Iterator[Line]:
    for group in screen.groups:
        yield (Cell(_TITLES.get(group, screen.title), Tone.STRONG),)
        for command in commands_of(screen, keymap.registry):
            if command.group == group:
                yield _line(command, keymap.keys[command.id])
        yield ()
    yield (Cell("Letters work on an Arabic keyboard too: the key counts, not its print.",
                Tone.MUTED),)  # fmt: skip


def _line(command: Command, keys: tuple[str, ...]) -> Line:
    written = "  ".join(shown_key(key) for key in keys) or ": palette"
    return (
        Cell(f"  {written:<{_KEYS_WIDTH}} ", Tone.ACCENT),
        Cell(f"{command.label:<18} "),
        Cell(command.help, Tone.MUTED),
    )
