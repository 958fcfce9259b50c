"""``tracker selection``: filters of exports kept under names."""

from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell

if TYPE_CHECKING:
    from tracker.services.selections import Selections


@click.group(
    name="selection",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "save", "delete")},
    default="list",
)
def command() -> None:
    """Keep filters of exports under names, in the settings file."""


@click.command(name="list", cls=Command, examples=("tracker selection list",))
@pass_invocation
def list_command(invocation: Invocation) -> None:
    """List the names with their filters."""
    from tracker.cli.printing import print_json, print_rows

    kept = invocation.settings.selections
    if invocation.as_json:
        found = [{"name": name, "filter": where} for name, where in kept.items()]
        print_json({"selections": found})
    else:
        print_rows(invocation, ("name", "filter"), list(kept.items()))


@click.command(
    name="save",
    cls=Command,
    writes=True,
    examples=("tracker selection save sent 'verdict=verified|likely,date>=2020-11-01'",),
)
@click.argument("name", metavar="NAME")
@click.argument("where", metavar="FILTER")
@pass_invocation
def save_command(invocation: Invocation, *, name: str, where: str) -> None:
    """Keep a filter under a name; another one of that name is replaced.

    Use it with: tracker export --selection NAME
    """
    _selections(invocation).save(name, where)
    _report(invocation, "Would keep" if invocation.dry_run else "Kept", name.strip(), where)


@click.command(name="delete", cls=Command, writes=True, examples=("tracker selection delete sent",))
@click.argument("name", metavar="NAME")
@pass_invocation
def delete_command(invocation: Invocation, *, name: str) -> None:
    """Forget a name with its filter."""
    selections = _selections(invocation)
    where = selections.named(name)
    selections.delete(name)
    _report(invocation, "Would forget" if invocation.dry_run else "Forgot", name, where)


def _report(invocation: Invocation, verb: str, name: str, where: str) -> None:
    tell(f"{verb} {name}: {where}")
    if invocation.as_json:
        from tracker.cli.printing import print_json

        print_json({"dry_run": invocation.dry_run, "name": name, "filter": where})


def _selections(invocation: Invocation) -> "Selections":
    from tracker.config import default_settings_file
    from tracker.services.selections import Selections

    settings = invocation.settings
    file = settings.file or default_settings_file()
    return Selections.of(settings.selections, None if invocation.dry_run else file)
