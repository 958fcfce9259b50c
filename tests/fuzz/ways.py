"""How keys lead to each screen, so that random hands reach all of them."""

from attrs import frozen

from tracker.presenters.commands import Command
from tracker.tui.app import TrackerApp
from tracker.tui.keyed import KeyedScreen


@frozen
class Way:
    """Keys that lead to a screen from the desk.

    Attributes:
        keys: apart by spaces.
        rival: whether a colleague changes the claim in hand before the last key.
    """

    keys: str
    rival: bool = False


#: From the desk, by the screen they lead to.
WAYS: dict[str, Way] = {
    "desk": Way("g d"),
    "review": Way("g c enter"),
    "claims": Way("g c"),
    "details": Way("i"),
    "link": Way("g c enter l"),
    "corroborate": Way("g m"),
    "factchecks": Way("g f"),
    "sources": Way("g s"),
    "source": Way("g s enter"),
    "pick": Way("g s enter ="),
    "rate": Way("g c enter R"),
    "assertions": Way("g a"),
    "assertion": Way("g a enter"),
    "disagreements": Way("g r"),
    "export": Way("g e"),
    "choice": Way("g c enter v"),
    "prompt": Way("g c enter e"),
    "conflict": Way("g c enter e x ctrl+s", rival=True),
    "messages": Way("@"),
    "help": Way("?"),
    "palette": Way("ctrl+p"),
    "tour": Way("ctrl+p g u i d e d enter"),
}


def keys_of(command: Command) -> tuple[str, ...]:
    """Return the ways to give a command: its keys, or its name in the palette."""
    if command.keys:
        return command.keys
    letters = " ".join("space" if letter == " " else letter for letter in command.label)
    return (f"ctrl+p {letters} enter",)


def commands_in_sight(app: TrackerApp) -> frozenset[str]:
    """Return the groups of commands that work on the screen in sight."""
    screen = app.screen
    return frozenset(screen.INFO.groups if isinstance(screen, KeyedScreen) else ())
