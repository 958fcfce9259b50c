"""``tracker disagreements``: claims that more than one reviewer rates, and where they stand."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

STATES = click.Choice(["incomplete", "disagree", "agree", "accepted", "rejected"])


@click.command(
    name="disagreements",
    cls=Command,
    examples=("tracker disagreements --state disagree", "tracker disagreements --json"),
)
@click.option("--state", type=STATES, help="Only claims that stand so.")
@click.option("--mine", is_flag=True, help="Only claims that wait for your rating.")
@pass_invocation
def command(invocation: Invocation, *, state: str | None, mine: bool) -> None:
    """List the claims that more than one reviewer rates, those that need work first.

    Where you were asked and have not rated yet, what others rated is not shown to you.
    """
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.standing_shapes import case_shape
    from tracker.services.adjudicating import cases

    me = invocation.acting_reviewer().name
    with invocation.reading() as store:
        found = [
            case
            for case in cases(store)
            if state in {None, case.state.value} and (not mine or me in case.missing)
        ]
        if invocation.as_json:
            shapes = [case_shape(case, hidden=me in case.missing) for case in found]
            print_json({"disagreements": shapes})
            return
        rows = []
        for case in found:
            ratings = [f"{one.reviewer} {one.code}" for one in case.assessments]
            if me in case.missing:
                ratings = [f"{len(ratings)} hidden until you rate"] if ratings else []
            waits = [f"{name} waits" for name in case.missing]
            told = ", ".join([*ratings, *waits])
            rows.append((case.claim.id, case.state.value, told, case.claim.statement))
        print_rows(invocation, ("claim", "state", "ratings", "statement"), rows)
