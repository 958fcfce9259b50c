"""``tracker verdict``: where the desk stands."""

import click

from tracker.cli.command import Command
from tracker.cli.commands.assertions import VERDICTS
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="verdict",
    cls=Command,
    writes=True,
    examples=(
        "tracker verdict asn_7m2 verified --rationale 'two independent origins'",
        "tracker verdict clm_4t9 unverified",
    ),
)
@click.argument("assertion", metavar="ASSERTION|CLAIM")
@click.argument("verdict", type=VERDICTS)
@click.option("--rationale", default="", metavar="TEXT", help="Why.")
@pass_invocation
def command(invocation: Invocation, *, assertion: str, verdict: str, rationale: str) -> None:
    """Set the desk's verdict on an assertion, or on what a claim asserts.

    A claim that belongs to no assertion yet gets one of its own, and your own view of the claim
    is recorded with it.
    """
    from tracker.cli.reporting import editing
    from tracker.model import Assertion, Claim, Verdict
    from tracker.services.judging import rule, rule_on_claim
    from tracker.services.reading import find_one

    with editing(invocation) as session:
        if session.store.resolve(Claim, assertion):
            found = find_one(session.store, Claim, assertion)
            rule_on_claim(session, found.id, Verdict(verdict), rationale)
        else:
            group = find_one(session.store, Assertion, assertion)
            rule(session, group.id, Verdict(verdict), rationale)
