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
        "tracker verdict asn_7m2 refuted --evidence https://example.org/film-of-2016",
        "tracker verdict clm_4t9 unverified",
    ),
)
@click.argument("assertion", metavar="ASSERTION|CLAIM")
@click.argument("verdict", type=VERDICTS)
@click.option("--rationale", default="", metavar="TEXT", help="Why.")
@click.option(
    "--evidence", multiple=True, metavar="TEXT", help="What it rests on; may be given often."
)
@pass_invocation
def command(
    invocation: Invocation,
    *,
    assertion: str,
    verdict: str,
    rationale: str,
    evidence: tuple[str, ...],
) -> None:
    """Set the desk's verdict on an assertion, or on what a claim asserts.

    A claim that belongs to no assertion yet gets one of its own, and your own view of the claim
    is recorded with it.
    """
    from tracker.cli.messages import tell
    from tracker.cli.reporting import editing
    from tracker.model import Assertion, Claim, Verdict
    from tracker.services.judging import lacks_evidence, rule, rule_on_claim
    from tracker.services.reading import find_one

    with editing(invocation) as session:
        if session.store.resolve(Claim, assertion):
            found = find_one(session.store, Claim, assertion)
            ruled = rule_on_claim(session, found.id, Verdict(verdict), rationale, evidence)
        else:
            group = find_one(session.store, Assertion, assertion)
            ruled = rule(session, group.id, Verdict(verdict), rationale, evidence)
        if ruled.ruling and lacks_evidence(ruled.ruling):
            tell(
                "Nothing is noted that this verdict rests on.",
                "Add it with --evidence or --rationale: others will ask.",
            )
