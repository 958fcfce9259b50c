"""``tracker screen-test``: how Arabic is sent to this terminal, judged by the eye."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell
from tracker.errors import InputError

_ANSWERS = {"y": True, "n": False, "q": None, "\x1b": None, "\x04": None, "": None}


@click.command(
    name="screen-test",
    cls=Command,
    examples=("tracker screen-test", "tracker screen-test --forget"),
)
@click.option("--forget", is_flag=True, help="Forget what was answered for this terminal.")
@pass_invocation
def command(_invocation: Invocation, *, forget: bool) -> ExitCode:
    """Show a line of Arabic in every way there is of sending it, and keep the one that reads well.

    The answer holds for this terminal, wherever the setting `rtl` is `auto`.
    """
    import os

    from tracker.cli.screens import at_terminal
    from tracker.config import save_terminal_answer, terminal_answers_file
    from tracker.tui.calibration import terminal_name, try_ways, ways
    from tracker.tui.single_keys import single_keys
    from tracker.tui.terminal import ask, decide

    if not at_terminal():
        raise InputError("The screen test needs a terminal.", "Set TRACKER_RTL for scripts.")
    reply = ask()
    name, file = terminal_name(reply, os.environ), terminal_answers_file()
    if forget:
        save_terminal_answer(file, name, None)
        tell(f"Forgotten for {name}.")
        return ExitCode.DONE
    decided = decide(reply, os.environ)
    with single_keys(sys.stdin.fileno()) as key:
        found = try_ways(ways(decided), sys.stdout, lambda: _reads_well(key))
    if found is None:
        tell("Nothing was kept.", decided.hint or "Fonts and settings: see docs/arabic.md.")
        return ExitCode.CHECK_FAILED
    save_terminal_answer(file, name, found.name)
    tell(f"Kept for {name} in {file}.")
    return ExitCode.DONE


def _reads_well(key: Callable[[], str]) -> bool | None:
    """Wait for a key that answers, on whichever keyboard."""
    from tracker.presenters.keys import SAME_PLACE

    while True:
        pressed = key()
        answer = SAME_PLACE.get(pressed, pressed.lower())
        if answer in _ANSWERS:
            return _ANSWERS[answer]
