"""``tracker tour``: the whole way in two minutes, on a database that is thrown away."""

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(name="tour", cls=Command, examples=("tracker tour",))
@pass_invocation
def command(invocation: Invocation) -> ExitCode:
    """Be led through the screens by keys, on a copy of the sample; nothing of it is kept."""
    from tracker.cli.screens import require_terminal, show_screens
    from tracker.services.sampling import sample_session

    require_terminal()
    return show_screens(sample_session(invocation.acting_reviewer()), invocation, tour=True)
