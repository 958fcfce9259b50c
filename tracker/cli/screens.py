"""The way from the command line to the screens."""

import os
import sys

from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation
from tracker.errors import InputError
from tracker.services.session import Session


def at_terminal() -> bool:
    """Return whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def in_browser() -> bool:
    """Return whether ``tracker serve`` carries the screens to a browser."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def require_terminal() -> None:
    """Return when somebody can see screens.

    Raises:
        InputError: when standard input or output is no terminal.
    """
    if not (at_terminal() or in_browser()):
        raise InputError("The screens need a terminal.", "For scripts, see: tracker --help")


def open_screens(invocation: Invocation) -> ExitCode:
    """Open the screens on the database in force.

    Raises:
        InputError: when standard input or output is no terminal.
    """
    require_terminal()
    with invocation.editing() as session:
        return show_screens(session, invocation, unnamed=not invocation.settings.reviewer)


def show_screens(
    session: Session, invocation: Invocation, *, unnamed: bool = False, tour: bool = False
) -> ExitCode:
    """Open the screens on a session and return when the person leaves.

    Raises:
        SystemExit: when a signal, a lost terminal or an error ended them.
    """
    from tracker.tui.running import run

    code = run(session, invocation.settings, unnamed=unnamed, tour=tour)
    if code:
        raise SystemExit(code)
    return ExitCode.DONE
