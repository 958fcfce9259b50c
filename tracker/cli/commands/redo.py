"""``tracker redo``: the last undone edit made again."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="redo", cls=Command, writes=True, examples=("tracker redo", "tracker redo --dry-run")
)
@pass_invocation
def command(invocation: Invocation) -> None:
    """Make your last undone edit again."""
    from tracker.cli.reporting import editing
    from tracker.services.undoing import redo

    with editing(invocation) as session:
        redo(session)
