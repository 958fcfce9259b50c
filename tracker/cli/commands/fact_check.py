"""``tracker fact-check``: what a published fact-check has to do with a claim."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

_BEARINGS = click.Choice(["same_claim", "related", "unrelated"])


@click.command(
    name="fact-check",
    cls=Command,
    writes=True,
    examples=(
        "tracker fact-check clm_4t9 fck_2m8 --as same_claim",
        "tracker fact-check clm_4t9 fck_7qp --as unrelated --note 'another strike, a year before'",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("fact_check", metavar="FACT-CHECK")
@click.option(
    "--as", "bearing", type=_BEARINGS, required=True, help="Whether the same claim was checked."
)
@click.option("--note", metavar="TEXT", help="Why.")
@pass_invocation
def command(
    invocation: Invocation, *, claim: str, fact_check: str, bearing: str, note: str | None
) -> None:
    """Record whether a published fact-check is about a claim.

    The verdict of others stays theirs: no rating and no verdict of the desk follows from it.
    """
    from tracker.cli.reporting import editing
    from tracker.model import Bearing, Claim, FactCheck
    from tracker.services.fact_checks import judge_fact_check
    from tracker.services.reading import find_one

    with editing(invocation) as session:
        claim_id = find_one(session.store, Claim, claim).id
        check_id = find_one(session.store, FactCheck, fact_check).id
        judge_fact_check(session, claim_id, check_id, Bearing(bearing), note=note)
