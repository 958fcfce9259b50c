"""``tracker settle``: the desk's rating after its reviewers'."""

import click

from tracker.cli.command import Command
from tracker.cli.commands.rate import CREDIBILITIES, RELIABILITIES
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="settle",
    cls=Command,
    writes=True,
    examples=(
        "tracker settle clm_4t9 --credibility 3 --rationale 'the film is of another day'",
        "tracker settle clm_4t9 --reject --rationale 'an opinion, nothing to check'",
        "tracker settle clm_4t9 --take-back",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--reliability",
    type=RELIABILITIES,
    help="Of the source, as the desk rates it.",
)
@click.option(
    "--credibility",
    type=CREDIBILITIES,
    help="Of the information, as the desk rates it.",
)
@click.option("--reject", is_flag=True, help="No rating of this claim shall stand.")
@click.option("--take-back", is_flag=True, help="Open the question again.")
@click.option("--rationale", default="", metavar="TEXT", help="What decided it; required.")
@pass_invocation
def command(
    invocation: Invocation,
    *,
    claim: str,
    reliability: str | None,
    credibility: str | None,
    reject: bool,
    take_back: bool,
    rationale: str,
) -> None:
    """Settle what reviewers rated apart. Their own ratings stay as they were."""
    from tracker.cli.reporting import editing
    from tracker.model import Claim, Credibility, Reliability
    from tracker.services.adjudicating import settle, unsettle
    from tracker.services.reading import find_one

    given = bool(reliability or credibility)
    if sum((given, reject, take_back)) != 1:
        raise click.UsageError("Say how: a rating, --reject or --take-back.")
    with editing(invocation) as session:
        found = find_one(session.store, Claim, claim).id
        if take_back:
            unsettle(session, found)
            return
        settle(
            session,
            found,
            accepted=not reject,
            reliability=Reliability(reliability) if reliability else None,
            credibility=Credibility(credibility) if credibility else None,
            rationale=rationale,
        )
