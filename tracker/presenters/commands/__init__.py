"""The one registry of commands: key bindings, key bar, palette, help and the docs come from it.

A screen is a row of :data:`SCREENS`: its name and the groups of commands that work on it. To add
a screen, write its commands in a module of this package, add them to :data:`COMMANDS` and the
screen to :data:`SCREENS`; the screen's class then needs one ``action_…`` method per command.
"""

from collections.abc import Iterable, Sequence

from tracker.presenters.commands.assertions import ASSERTION, ASSERTIONS, DISAGREEMENTS
from tracker.presenters.commands.claims import CLAIMS
from tracker.presenters.commands.command import Command, ScreenInfo
from tracker.presenters.commands.corroborate import CORROBORATE
from tracker.presenters.commands.desk import DESK
from tracker.presenters.commands.details import DETAILS
from tracker.presenters.commands.everywhere import (
    AID,
    CHOICE,
    CONFLICT,
    EVERYWHERE,
    FIND,
    HELP,
    LIST,
    MARK,
    PANES,
    PROMPT,
)
from tracker.presenters.commands.export import EXPORT
from tracker.presenters.commands.fact_checks import FACT_CHECKS
from tracker.presenters.commands.link import LINK
from tracker.presenters.commands.rate import RATE
from tracker.presenters.commands.review import REVIEW
from tracker.presenters.commands.sources import PICK, SOURCE, SOURCES
from tracker.presenters.commands.tour import TOUR

__all__ = [
    "COMMANDS",
    "OVER_ALL",
    "SCREENS",
    "Command",
    "ScreenInfo",
    "command_named",
    "commands_of",
    "screen_named",
]

#: Every command of the program, in the order in which help and docs list them.
COMMANDS: tuple[Command, ...] = (
    *EVERYWHERE,
    *LIST,
    *FIND,
    *MARK,
    *PANES,
    *DESK,
    *REVIEW,
    *CLAIMS,
    *DETAILS,
    *LINK,
    *CORROBORATE,
    *FACT_CHECKS,
    *SOURCES,
    *SOURCE,
    *PICK,
    *RATE,
    *ASSERTIONS,
    *ASSERTION,
    *DISAGREEMENTS,
    *EXPORT,
    *CHOICE,
    *PROMPT,
    *CONFLICT,
    *HELP,
    *AID,
    *TOUR,
)

#: Groups of no screen: while they are in force, they work on all.
OVER_ALL = frozenset({"tour"})

#: Every screen, with the groups of commands that work on it.
SCREENS: tuple[ScreenInfo, ...] = (
    ScreenInfo(name="desk", title="Desk", groups=("desk", "find", "list", "panes", "app")),
    ScreenInfo(name="review", title="Review", groups=("review", "panes", "app")),
    ScreenInfo(name="claims", title="Claims", groups=("claims", "mark", "find", "list", "app")),
    ScreenInfo(name="details", title="Details", groups=("details", "list", "panes", "app")),
    ScreenInfo(name="link", title="Link source", groups=("link", "aid")),
    ScreenInfo(name="corroborate", title="Corroborate", groups=("corroborate", "panes", "app")),
    ScreenInfo(name="factchecks", title="Fact-checks", groups=("factchecks", "panes", "app")),
    ScreenInfo(name="sources", title="Sources", groups=("sources", "find", "list", "app")),
    ScreenInfo(name="source", title="Source", groups=("source", "list", "panes", "app")),
    ScreenInfo(name="pick", title="Choose a source", groups=("pick", "aid")),
    ScreenInfo(name="rate", title="Rate", groups=("rate", "aid")),
    ScreenInfo(name="assertions", title="Assertions", groups=("assertions", "find", "list", "app")),
    ScreenInfo(name="assertion", title="Assertion", groups=("assertion", "list", "panes", "app")),
    ScreenInfo(
        name="disagreements",
        title="Disagreements",
        groups=("disagreements", "list", "panes", "app"),
    ),
    ScreenInfo(name="export", title="Export", groups=("export", "panes", "app")),
    ScreenInfo(name="choice", title="Choose one", groups=("choice", "aid")),
    ScreenInfo(name="prompt", title="Write", groups=("prompt", "aid")),
    ScreenInfo(name="conflict", title="Settle", groups=("conflict", "aid")),
    ScreenInfo(name="messages", title="Messages", groups=("list", "app")),
    ScreenInfo(name="help", title="Help", groups=("help", "list", "app")),
)


def screen_named(name: str) -> ScreenInfo:
    """Return the screen called ``name``.

    Raises:
        KeyError: when there is none.
    """
    return {screen.name: screen for screen in SCREENS}[name]


def command_named(command_id: str, registry: Iterable[Command] = COMMANDS) -> Command:
    """Return the command whose identifier is ``command_id``.

    Raises:
        KeyError: when there is none.
    """
    return {command.id: command for command in registry}[command_id]


def commands_of(screen: ScreenInfo, registry: Sequence[Command] = COMMANDS) -> tuple[Command, ...]:
    """Return the commands that work on ``screen``: its own first, those of every screen last."""
    return tuple(c for group in screen.groups for c in registry if c.group == group)
