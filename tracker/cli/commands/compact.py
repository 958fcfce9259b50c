"""``tracker compact``: keep opening fast."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell


@click.command(name="compact", cls=Command, examples=("tracker compact",))
@pass_invocation
def command(invocation: Invocation) -> None:
    """Fold the journal into the snapshot, so that opening stays fast. The history stays whole."""
    from tracker.cli.printing import print_json

    with invocation.editing() as session:
        session.store.compact()
        edits = session.store.sequence
    if invocation.as_json:
        print_json({"edits": edits})
    tell(f"Folded; {edits} edits are in the history.")
