"""``tracker assign``: who is to rate a claim."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="assign",
    cls=Command,
    writes=True,
    examples=("tracker assign clm_4t9 clm_81k --to Sami", "tracker assign clm_4t9 --from Sami"),
)
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@click.option("--to", "reviewer", metavar="NAME", help="Ask this reviewer to rate them.")
@click.option("--from", "released", metavar="NAME", help="Ask this reviewer no longer.")
@pass_invocation
def command(
    invocation: Invocation, *, claims: tuple[str, ...], reviewer: str | None, released: str | None
) -> None:
    """Ask a reviewer to rate claims, without seeing what others rated, or take that back."""
    from tracker.cli.reporting import editing
    from tracker.model import Claim
    from tracker.services.adjudicating import assign, unassign
    from tracker.services.reading import find_one

    if (reviewer is None) == (released is None):
        raise click.UsageError("Say whom: one of --to NAME or --from NAME.")
    with editing(invocation) as session:
        ids = [find_one(session.store, Claim, claim).id for claim in claims]
        if reviewer is not None:
            assign(session, ids, reviewer)
        elif released is not None:
            unassign(session, ids, released)
