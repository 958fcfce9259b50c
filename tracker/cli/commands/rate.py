"""``tracker rate``: the two Admiralty axes, apart."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell

RELIABILITIES = click.Choice(["A", "B", "C", "D", "E", "F"], case_sensitive=False)
CREDIBILITIES = click.Choice(["1", "2", "3", "4", "5", "6"])
LIKELIHOODS = click.Choice(
    [
        "almost_no_chance",
        "very_unlikely",
        "unlikely",
        "roughly_even",
        "likely",
        "very_likely",
        "almost_certain",
    ]
)


@click.command(
    name="rate",
    cls=Command,
    writes=True,
    examples=(
        "tracker rate clm_4t9 --credibility 3",
        "tracker rate clm_4t9 --reliability C --confidence low --rationale 'one voice'",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--reliability",
    type=RELIABILITIES,
    help="Of the source: A reliable to E unreliable, F cannot be judged.",
)
@click.option(
    "--credibility",
    type=CREDIBILITIES,
    help="Of the information: 1 confirmed to 5 improbable, 6 cannot be judged.",
)
@click.option(
    "--confidence",
    type=click.Choice(["low", "moderate", "high"]),
    help="In the judgement.",
)
@click.option(
    "--likelihood",
    type=LIKELIHOODS,
    help="How likely it is to be borne out, in the terms of ICD 203.",
)
@click.option("--rationale", metavar="TEXT", help="Why.")
@pass_invocation
def command(
    invocation: Invocation,
    *,
    claim: str,
    reliability: str | None,
    credibility: str | None,
    confidence: str | None,
    likelihood: str | None,
    rationale: str | None,
) -> None:
    """Rate a claim in your own name. What is not given stays; neither axis follows the other."""
    from tracker.cli.reporting import editing
    from tracker.model import Claim, Confidence, Credibility, Likelihood, Reliability
    from tracker.services.judging import lacks_independent_origin, rate
    from tracker.services.reading import find_one

    if not any((reliability, credibility, confidence, likelihood, rationale)):
        raise click.UsageError("Say what to rate: --reliability, --credibility, --confidence ...")
    with editing(invocation) as session:
        found = find_one(session.store, Claim, claim).id
        if credibility == "1" and lacks_independent_origin(session.store, found):
            tell(
                "Nothing of independent origin corroborates this claim yet.",
                "Credibility 1 means confirmed by other sources; 2 is the most without one.",
            )
            if not invocation.agrees("Rate it 1 all the same?"):
                return
        rate(
            session,
            found,
            reliability=Reliability(reliability) if reliability else None,
            credibility=Credibility(credibility) if credibility else None,
            confidence=Confidence(confidence) if confidence else None,
            likelihood=Likelihood(likelihood) if likelihood else None,
            rationale=rationale,
        )
