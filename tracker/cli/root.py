"""The command ``tracker`` itself: global options, and the table of all commands."""

import os
from pathlib import Path
from typing import Any

import click

from tracker import __version__
from tracker.cli.command import CommandGroup
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation

#: The commands by what they are for: heading of the help page -> names.
SECTIONS = {
    "Start": ("demo", "tour", "add", "propose", "import", "serve"),
    "Look": (
        "articles",
        "claims",
        "sources",
        "assertions",
        "fact-checks",
        "assessments",
        "record",
        "agreement",
        "disagreements",
        "history",
    ),
    "Decide": (
        "claim",
        "source",
        "match",
        "corroborate",
        "fact-check",
        "rate",
        "assign",
        "settle",
        "verdict",
        "undo",
        "redo",
    ),
    "Hand on": ("export", "selection"),
    "Keep": ("check", "compact", "prune", "copy", "keys", "config", "screen-test", "completion"),
}

_MODULES = {
    "copy": "copying",
    "import": "importing",
    "export": "exporting",
    "fact-check": "fact_check",
    "fact-checks": "fact_checks",
    "screen-test": "screen_test",
}


def _place(name: str) -> str:
    return f"tracker.cli.commands.{_MODULES.get(name, name)}:command"


def _no_colour(environment: Any) -> bool:
    """Return whether the environment asks for none: https://no-color.org."""
    return bool(environment.get("NO_COLOR"))


@click.group(
    cls=CommandGroup,
    members={name: _place(name) for names in SECTIONS.values() for name in names},
    sections=SECTIONS,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command the screens open. Each command's --help begins with examples.",
)
@click.option("--db", "database", metavar="PATH|URL", help="The database to work on.")
@click.option("--reviewer", metavar="NAME", help="Whose name changes carry.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The settings file to use.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
@click.option("--no-color", is_flag=True, help="Write no colours; NO_COLOR does the same.")
@click.option("--yes", is_flag=True, help="Take every question as answered with yes.")
@click.version_option(__version__, prog_name="tracker")
@click.pass_context
def root(
    context: click.Context,
    *,
    database: str | None,
    reviewer: str | None,
    config: Path | None,
    as_json: bool,
    no_color: bool,
    yes: bool,
) -> ExitCode | None:
    """Split news into claims, link each to who says so, and see who else does."""
    invocation = Invocation(database=database, reviewer=reviewer, config=config)
    invocation.as_json = as_json
    invocation.colour = not (no_color or _no_colour(os.environ))
    invocation.yes = yes
    context.obj = invocation
    context.color = None if invocation.colour else False
    if context.invoked_subcommand is None:
        return _open_screens(invocation)
    return None


def _open_screens(invocation: Invocation) -> ExitCode:
    from tracker.cli.screens import open_screens

    return open_screens(invocation)
