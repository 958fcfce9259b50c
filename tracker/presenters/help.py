"""The help of a screen as lines, made from the registry and the keys in force."""

import textwrap
from collections.abc import Iterator, Sequence

from tracker.presenters.commands import SCREENS, Command, ScreenInfo, commands_of
from tracker.presenters.keymap import Keymap, shown_key
from tracker.presenters.keys import arabic_key
from tracker.presenters.tones import Cell, Line, Tone

#: What groups that are no screen are listed under.
GROUP_TITLES = {
    "app": "Everywhere",
    "list": "Lists",
    "find": "Finding in lists",
    "mark": "Marking in lists",
    "panes": "Panes",
    "choice": "Lists of options",
    "prompt": "Writing",
    "help": "Help",
    "aid": "Over another screen",
    "tour": "The guided tour",
}
_SCREEN_TITLES = {screen.name: screen.title for screen in SCREENS}
#: Stands before the command under the bar.
BAR = "▸"
_LEAST_KEYS_WIDTH, _LEAST_ROOM = 14, 20


def group_title(group: str) -> str:
    """Return what the commands of a group are listed under."""
    return GROUP_TITLES.get(group) or _SCREEN_TITLES[group]


def found(keymap: Keymap, screen: ScreenInfo, typed: str = "") -> tuple[Command, ...]:
    """Return the commands that the help lists: the screen's, or those of all that fit a search.

    Args:
        keymap: the keys in force.
        screen: which screen the help is about; its commands come first.
        typed: words that must all occur in the command's title, label, explanation or keys.
    """
    own = commands_of(screen, keymap.registry)
    wanted = typed.casefold().split()
    if not wanted:
        return own
    every = (*own, *(command for command in keymap.registry if command not in own))
    return tuple(c for c in every if all(word in _searched(c, keymap) for word in wanted))


def _searched(command: Command, keymap: Keymap) -> str:
    keys = " ".join((*keymap.keys[command.id], *map(shown_key, keymap.keys[command.id])))
    title = group_title(command.group)
    return f"{title} {command.label} {command.help} {command.id} {keys}".casefold()


def help_lines(
    keymap: Keymap, screen: ScreenInfo, width: int = 0, *, typed: str = "", chosen: str = ""
) -> tuple[Line, ...]:
    """Return what every key does on ``screen``: its own commands first, a group at a time.

    Behind a letter stands the one that the same key prints on an Arabic keyboard.

    Args:
        keymap: the keys in force.
        screen: which screen.
        width: columns to wrap the explanations at, each below its own beginning; 0 not to.
        typed: what is searched for, over all screens; empty for the screen's own commands.
        chosen: identifier of the command under the bar.
    """
    return tuple(_lines(keymap, found(keymap, screen, typed), width, chosen))


def _lines(
    keymap: Keymap, commands: Sequence[Command], columns: int, chosen: str
) -> Iterator[Line]:
    if not commands:
        yield (Cell("No command fits that.", Tone.WARN),)
        return
    shown = {command.id: _keys(keymap.keys[command.id]) for command in commands}
    keys = max([_LEAST_KEYS_WIDTH, *map(len, shown.values())])
    widths = keys, max(len(command.label) for command in commands)
    for group in dict.fromkeys(command.group for command in commands):
        yield (Cell(group_title(group), Tone.STRONG),)
        for command in commands:
            if command.group == group:
                bar = BAR if command.id == chosen else " "
                yield from _rows(command, shown[command.id], widths, columns, bar)
        yield ()
    yield (Cell("Letters work on an Arabic keyboard too: the key counts, not its print.",
                Tone.MUTED),)  # fmt: skip


def _keys(keys: tuple[str, ...]) -> str:
    """Every key in each of its prints; two blanks keep the Arabic ones apart from the rest."""
    prints = [print_ for key in keys for print_ in (shown_key(key), arabic_key(key)) if print_]
    return "  ".join(dict.fromkeys(prints)) or ": palette"


def _rows(
    command: Command, keys: str, widths: tuple[int, int], columns: int, bar: str
) -> Iterator[Line]:
    """A command's line, and what of its explanation has no room there on lines of its own."""
    head = (
        Cell(f"{bar} {keys}{' ' * (widths[0] - len(keys))} ", Tone.ACCENT),
        Cell(f"{command.label:<{widths[1]}} "),
    )
    indent = sum(len(cell.text) for cell in head)
    room = columns - indent
    parts = textwrap.wrap(command.help, room) if room >= _LEAST_ROOM else [command.help]
    yield (*head, Cell(parts[0], Tone.MUTED))
    for part in parts[1:]:
        yield (Cell(f"{'':<{indent}}{part}", Tone.MUTED),)


def way_to(keymap: Keymap, command: Command) -> str:
    """Return where a command works and with which key, for somebody who is elsewhere."""
    where = " or ".join(s.title for s in SCREENS if command.group in s.groups)
    key = keymap.shown(command.id)
    done = f"{key} on" if key else "in the palette on"
    return f"“{command.label}” is {done} {where}."
