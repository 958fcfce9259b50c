"""The key bar at the foot of a screen: as many keys as fit, undo and help always among them."""

from collections.abc import Sequence

from attrs import frozen

from tracker.presenters.commands import ScreenInfo, command_named, commands_of
from tracker.presenters.keymap import Keymap, shown_key

SEPARATOR = "  "
_ALWAYS = frozenset({"app.undo", "app.help"})


@frozen(kw_only=True)
class BarItem:
    """One place in the key bar: the keys and what they do.

    Attributes:
        keys: as shown: ``⏎``, ``j/k``, ``1–6``.
        words: what they do.
        command_id: the command that a click runs, the first of those that share the place.
    """

    keys: str
    words: str
    command_id: str

    @property
    def width(self) -> int:
        """Cells it takes, the blank between included; keys and words are of one cell each."""
        return len(self.keys) + 1 + len(self.words)


def bar_items(
    keymap: Keymap, screen: ScreenInfo, width: int, first: Sequence[str] = ()
) -> tuple[BarItem, ...]:
    """Return the places that fit in ``width`` cells, in order, undo and help last.

    Args:
        keymap: the keys in force.
        screen: whose commands they are.
        width: cells there are.
        first: identifiers of commands that what is selected is for; they come before the others.
    """
    items = [
        BarItem(keys=keymap.shown(name), words=command_named(name).label, command_id=name)
        for name in first
        if keymap.keys[name]
    ]
    items += _all_items(keymap, screen)
    last = [item for item in items if item.command_id in _ALWAYS]
    room = width - sum(item.width + len(SEPARATOR) for item in last)
    shown: list[BarItem] = []
    for item in items:
        if item.command_id in _ALWAYS:
            continue
        room -= item.width + (len(SEPARATOR) if shown else 0)
        if room < 0:
            break
        shown.append(item)
    return tuple(shown + last)


def _all_items(keymap: Keymap, screen: ScreenInfo) -> list[BarItem]:
    places: dict[str, list[str]] = {}
    firsts: dict[str, str] = {}
    for command in commands_of(screen, keymap.registry):
        keys = keymap.keys[command.id]
        if command.bar and keys:
            places.setdefault(command.bar, []).append(shown_key(keys[0]))
            firsts.setdefault(command.bar, command.id)
    return [
        BarItem(keys=_joined(keys), words=words, command_id=firsts[words])
        for words, keys in places.items()
    ]


def _joined(keys: list[str]) -> str:
    return f"{keys[0]}–{keys[-1]}" if len(keys) > 2 else "/".join(keys)
