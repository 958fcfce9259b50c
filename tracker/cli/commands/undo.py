"""``tracker undo``: the last edit taken back."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="undo",
    cls=Command,
    writes=True,
    examples=("tracker undo", "tracker undo --dry-run", "tracker --reviewer Rana undo"),
)
@pass_invocation
def command(invocation: Invocation) -> None:
    """Take back your last edit that still stands; again for the one before."""
    from tracker.cli.reporting import editing
    from tracker.services.undoing import undo

    with editing(invocation) as session:
        undo(session)
