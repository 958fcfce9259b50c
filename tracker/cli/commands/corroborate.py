"""``tracker corroborate``: what two claims are to each other."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

_RELATIONS = click.Choice(
    ["corroborates", "partly", "contradicts", "same_origin", "related", "unrelated"]
)
_DEPENDENCES = click.Choice(["independent", "same_origin", "reprint", "cites_other", "unknown"])


@click.command(
    name="corroborate",
    cls=Command,
    writes=True,
    examples=(
        "tracker corroborate clm_4t9 clm_81k --as corroborates --dependence independent",
        "tracker corroborate clm_4t9 clm_81k --as contradicts --note '15 against 20'",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("other", metavar="OTHER")
@click.option("--as", "relation", type=_RELATIONS, required=True, help="What they are.")
@click.option(
    "--dependence",
    type=_DEPENDENCES,
    help="Whether their origins are independent; unknown, which does not count, by default.",
)
@click.option("--note", default="", metavar="TEXT", help="Why.")
@pass_invocation
def command(
    invocation: Invocation,
    *,
    claim: str,
    other: str,
    relation: str,
    dependence: str | None,
    note: str,
) -> None:
    """Record what two claims are to each other. Ratings are never copied between them."""
    from tracker.cli.reporting import editing
    from tracker.model import Claim, Dependence, Relation
    from tracker.services.corroborating import judge
    from tracker.services.reading import find_one

    with editing(invocation) as session:
        first, second = (find_one(session.store, Claim, name).id for name in (claim, other))
        judge(
            session,
            first,
            second,
            Relation(relation),
            dependence=Dependence(dependence) if dependence else None,
            note=note,
        )
