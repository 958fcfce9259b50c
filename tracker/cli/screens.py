"""The way from the command line to the screens."""

import os
import sys

import click

from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, login_name
from tracker.cli.messages import tell
from tracker.errors import InputError
from tracker.services.session import Session


def at_terminal() -> bool:
    """Return whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def in_browser() -> bool:
    """Return whether ``tracker serve`` carries the screens to a browser."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def open_screens(invocation: Invocation) -> ExitCode:
    """Open the screens on the database in force.

    Raises:
        InputError: when standard input or output is no terminal.
    """
    if not (at_terminal() or in_browser()):
        raise InputError("The screens need a terminal.", "For scripts, see: tracker --help")
    name_reviewer(invocation)
    with invocation.editing() as session:
        return show_screens(session, invocation)


def show_screens(session: Session, invocation: Invocation) -> ExitCode:
    """Open the screens on a session and return when the person leaves."""
    from tracker.tui.running import run

    run(session, invocation.settings)
    return ExitCode.DONE


def name_reviewer(invocation: Invocation) -> None:
    """Ask for the name that changes carry, once: it is kept in the settings file."""
    if invocation.settings.reviewer or in_browser():
        return
    from tracker.config import default_settings_file, save_setting
    from tracker.model import Reviewer

    asked = click.prompt("Your name, as your changes will carry it", default=login_name(), err=True)
    name = Reviewer(asked).name
    path = invocation.settings.file or default_settings_file()
    save_setting(path, "reviewer", name)
    tell(f"Kept in {path}.")
    invocation.act_as(name)
