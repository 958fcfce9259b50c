"""Which key does what: the standard keys, a person's own, and what is wrong with those."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from attrs import field, frozen

from tracker.presenters.commands import (
    COMMANDS,
    OVER_ALL,
    SCREENS,
    Command,
    ScreenInfo,
    commands_of,
)
from tracker.presenters.keys import SAME_BYTE, SAME_PLACE, collide, parse_key, reachable


class Fault(Enum):
    """What can be wrong with one line of a person's keys."""

    UNKNOWN = "unknown"
    UNPARSABLE = "unparsable"
    UNREACHABLE = "unreachable"
    CLASH = "clash"
    LOST = "lost"


@frozen(kw_only=True)
class KeyProblem:
    """Something wrong with a person's keys.

    Attributes:
        fault: what kind of thing.
        command_id: the identifier as the person wrote it.
        key: the key concerned, empty where it is about the command.
        message: what is wrong, as a sentence.
        hint: what to do next.
    """

    fault: Fault
    command_id: str
    key: str = ""
    message: str
    hint: str = ""

    @property
    def fatal(self) -> bool:
        """Whether the line is left out; a lost standard key is only worth knowing."""
        return self.fault is not Fault.LOST


@frozen(kw_only=True)
class Keymap:
    """The keys in force.

    Attributes:
        keys: command identifier -> its keys, the one to show first; empty when it has none.
        screens: the screens the keys were worked out for.
        registry: the commands they were worked out for.
    """

    keys: Mapping[str, tuple[str, ...]]
    screens: Sequence[ScreenInfo] = field(default=SCREENS, repr=False)
    registry: Sequence[Command] = field(default=COMMANDS, repr=False)

    def on_screen(self, screen: ScreenInfo) -> dict[str, Command]:
        """Return key or sequence -> command for a screen.

        Arabic letters on the same keys are included where they are a command by themselves.
        """
        found: dict[str, Command] = {}
        for command in commands_of(screen, self.registry):
            for key in self.keys[command.id]:
                found.setdefault(key, command)
        for letter, key in SAME_PLACE.items():
            if key in found:
                found.setdefault(letter, found[key])
        return found

    def of_group(self, group: str) -> dict[str, Command]:
        """Return key -> command for a group that is on no screen."""
        commands = (command for command in self.registry if command.group == group)
        return {key: command for command in commands for key in self.keys[command.id]}

    def shown(self, command_id: str) -> str:
        """Return the first key of a command as people write it; empty when it has none."""
        return next((shown_key(key) for key in self.keys[command_id]), "")

    def first_with(self, command_id: str, beginning: str) -> str:
        """Return a command's first sequence that begins so; empty when it has none."""
        keys = self.keys[command_id]
        return next((key for key in keys if key.startswith(f"{beginning} ")), "")


_SHOWN = {
    "enter": "⏎", "escape": "esc", "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "pgup", "pagedown": "pgdn", "shift+left": "⇧←", "shift+right": "⇧→",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as the key bar shows it: ``⏎`` for enter, ``^r`` for ctrl+r, ``gg``."""
    strokes = key.split()
    if len(strokes) > 1:
        return "".join(shown_key(stroke) for stroke in strokes)
    if key.startswith("ctrl+") and len(key) == len("ctrl+r"):
        return f"^{key[-1]}"
    return _SHOWN.get(key, key)


def keymap(
    user: Mapping[str, Sequence[str]],
    registry: Sequence[Command] = COMMANDS,
    screens: Sequence[ScreenInfo] = SCREENS,
) -> Keymap:
    """Return the keys in force: the person's where they are usable, else the standard ones.

    A key that the person gives to one command is taken from every other command of the same
    screens. What is unusable is left out; :func:`check_keymap` says what and why.
    """
    own = _usable(user, registry, screens)
    shared = _shared_screens(screens)
    keys = {}
    for command in registry:
        taken = {
            key
            for other, others in own.items()
            if other != command.id and shared(command.group, other.partition(".")[0])
            for key in others
        }
        standard = tuple(
            key for key in command.keys if not any(collide(key, other) for other in taken)
        )
        keys[command.id] = own.get(command.id, standard)
    return Keymap(keys=keys, screens=screens, registry=registry)


def check_keymap(
    user: Mapping[str, Sequence[str]],
    registry: Sequence[Command] = COMMANDS,
    screens: Sequence[ScreenInfo] = SCREENS,
) -> tuple[KeyProblem, ...]:
    """Return everything wrong with a person's keys, in the order they wrote them."""
    known = {command.id: command for command in registry}
    problems: list[KeyProblem] = []
    for command_id, keys in user.items():
        if command_id not in known:
            problems.append(_unknown(command_id, known))
            continue
        for written in keys:
            problems.extend(_key_problems(command_id, written))
    problems.extend(_clashes(_parsed(user, known), screens))
    problems.extend(_lost(user, registry, screens))
    return tuple(problems)


def _unknown(command_id: str, known: Iterable[str]) -> KeyProblem:
    near = difflib.get_close_matches(command_id, list(known), n=1)
    return KeyProblem(
        fault=Fault.UNKNOWN,
        command_id=command_id,
        message=f"There is no command {command_id!r}.",
        hint=f"Did you mean {near[0]}?" if near else "List them with: tracker keys",
    )


def _key_problems(command_id: str, written: str) -> Iterable[KeyProblem]:
    key = parse_key(written)
    if key is None:
        yield KeyProblem(
            fault=Fault.UNPARSABLE,
            command_id=command_id,
            key=written,
            message=f"{written!r} is no key.",
            hint="Write a character, a name such as enter or f3, or a chord such as ctrl+r.",
        )
    elif not reachable(key):
        twin = SAME_BYTE.get(key)
        yield KeyProblem(
            fault=Fault.UNREACHABLE,
            command_id=command_id,
            key=key,
            message=f"Terminals do not send {key} as a key of its own"
            + (f": it arrives as {twin}." if twin else "."),
            hint="Choose another key.",
        )


def _parsed(
    user: Mapping[str, Sequence[str]], known: Mapping[str, Command]
) -> dict[str, tuple[str, ...]]:
    """Return the person's lines with keys that a terminal can send."""
    lines = {}
    for command_id, keys in user.items():
        parsed = [parse_key(key) for key in keys]
        good = tuple(key for key in parsed if key and reachable(key))
        if command_id in known and (good or not keys):
            lines[command_id] = good
    return lines


def _usable(
    user: Mapping[str, Sequence[str]], registry: Sequence[Command], screens: Sequence[ScreenInfo]
) -> dict[str, tuple[str, ...]]:
    lines = _parsed(user, {command.id: command for command in registry})
    refused = {(p.command_id, p.key) for p in _clashes(lines, screens)}
    return {
        command_id: tuple(key for key in keys if (command_id, key) not in refused)
        for command_id, keys in lines.items()
    }


def _shared_screens(screens: Sequence[ScreenInfo]) -> "_Together":
    return _Together(frozenset((a, b) for s in screens for a in s.groups for b in s.groups))


@frozen
class _Together:
    pairs: frozenset[tuple[str, str]]

    def __call__(self, group: str, other: str) -> bool:
        over_all = OVER_ALL & {group, other}
        return group == other or bool(over_all) or (group, other) in self.pairs


def _clashes(
    lines: Mapping[str, Sequence[str]], screens: Sequence[ScreenInfo]
) -> Iterable[KeyProblem]:
    """Yield the lines that want a key which an earlier line of the same screens has."""
    shared = _shared_screens(screens)
    holders: list[tuple[str, str]] = []
    for command_id, keys in lines.items():
        for key in keys:
            group = command_id.partition(".")[0]
            earlier = [
                (held, holder)
                for held, holder in holders
                if collide(key, held) and shared(group, holder.partition(".")[0])
            ]
            if earlier:
                yield _clash(command_id, key, *earlier[0])
            else:
                holders.append((key, command_id))


def _clash(command_id: str, key: str, held: str, holder: str) -> KeyProblem:
    if key == held:
        message = f"{key} is given to {holder} and to {command_id}."
    else:
        message = f"“{held}” ({holder}) and “{key}” ({command_id}) begin with the same strokes."
    return KeyProblem(
        fault=Fault.CLASH,
        command_id=command_id,
        key=key,
        message=message,
        hint="Give one of them another key.",
    )


def _lost(
    user: Mapping[str, Sequence[str]], registry: Sequence[Command], screens: Sequence[ScreenInfo]
) -> Iterable[KeyProblem]:
    """Yield the commands whose last standard key went to a command of the person's choice."""
    keys = keymap(user, registry, screens).keys
    for command in registry:
        if command.keys and not keys[command.id] and command.id not in user:
            yield KeyProblem(
                fault=Fault.LOST,
                command_id=command.id,
                key=command.keys[0],
                message=f"{command.id} has no key left: {command.keys[0]} is used elsewhere.",
                hint=f"Give it another, or reach it from the palette as “{command.label}”.",
            )
