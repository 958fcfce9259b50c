"""``tracker config``: the settings, where they are and whether they are right."""

import os

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell


@click.group(
    name="config",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("path", "show", "check")},
)
def command() -> None:
    """Show the settings, where they are kept and whether they are right."""


@click.command(name="path", cls=Command, examples=("$EDITOR $(tracker config path)",))
@pass_invocation
def path_command(invocation: Invocation) -> None:
    """Print the settings file's path, whether or not the file exists."""
    from tracker.cli.printing import print_json, print_rows
    from tracker.config import default_settings_file

    named = invocation.config or os.environ.get("TRACKER_CONFIG")
    path = str(named or default_settings_file())
    if invocation.as_json:
        print_json({"path": path})
    else:
        print_rows(invocation, (), [(path,)])


@click.command(name="show", cls=Command, examples=("tracker config show --json",))
@pass_invocation
def show_command(invocation: Invocation) -> None:
    """Show each setting with where its value comes from; passwords are hidden."""
    from tracker.cli.printing import print_json, print_rows

    settings = invocation.settings
    values = {
        "database": settings.shown_database,
        "reviewer": invocation.acting_reviewer().name,
        "theme": settings.theme,
        "rtl": settings.rtl.value,
        "editor": settings.editor,
        "tables": str(settings.tables or ""),
        "desk": settings.desk,
        "checks_url": settings.checks_url,
        "report_language": settings.report_language,
    }
    origins = dict(settings.origins)
    if not settings.reviewer:
        origins["reviewer"] = "login name"
    if invocation.as_json:
        shown = {name: {"value": v, "from": origins[name]} for name, v in values.items()}
        keys = {name: list(found) for name, found in settings.keys.items()}
        file = str(settings.file) if settings.file else None
        selections = dict(settings.selections)
        print_json({"file": file, "settings": shown, "selections": selections, "keys": keys})
        return
    rows = [(name, value, origins[name]) for name, value in values.items()]
    rows += [(f"selections.{name}", where, "file") for name, where in settings.selections.items()]
    rows += [(f"keys.{name}", " ".join(found), "file") for name, found in settings.keys.items()]
    print_rows(invocation, ("setting", "value", "from"), rows)


@click.command(name="check", cls=Command, examples=("tracker config check",))
@pass_invocation
def check_command(invocation: Invocation) -> ExitCode:
    """Name everything wrong with the settings file and the environment, with its line."""
    from tracker.cli.printing import print_json, print_rows
    from tracker.config import check_settings

    problems = check_settings(invocation.config, os.environ)
    if invocation.as_json:
        found = [{"message": error.message, "hint": error.hint} for error in problems]
        print_json({"problems": found})
    elif problems:
        print_rows(invocation, ("problem", "remedy"), [(e.message, e.hint) for e in problems])
    if not problems:
        tell("The settings are right.")
    return ExitCode.CHECK_FAILED if problems else ExitCode.DONE
