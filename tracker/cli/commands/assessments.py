"""``tracker assessments``: what reviewers think of claims."""

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation


@click.group(
    name="assessments",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "show")},
    default="list",
)
def command() -> None:
    """List reviewers' ratings of claims, or show one."""


@click.command(
    name="list",
    cls=Command,
    examples=("tracker assessments", "tracker assessments list --claim clm_4t9 --json"),
)
@click.option("--claim", metavar="CLAIM", help="Only ratings of this claim.")
@click.option("--by", metavar="NAME", help="Only ratings by this reviewer.")
@pass_invocation
def list_command(invocation: Invocation, *, claim: str | None, by: str | None) -> None:
    """List ratings in the order they were first given."""
    from tracker.cli.listing import ASSESSMENTS, print_list
    from tracker.model import Assessment, Claim
    from tracker.services.reading import find_one

    with invocation.reading() as store:
        about = find_one(store, Claim, claim).id if claim else None
        chosen = (
            assessment
            for assessment in store.scan(Assessment)
            if about in {None, assessment.claim_id} and by in {None, assessment.reviewer}
        )
        print_list(invocation, store, "assessments", ASSESSMENTS, chosen)


@click.command(name="show", cls=Command, examples=("tracker assessments show asm_3q8",))
@click.argument("assessment", metavar="ASSESSMENT")
@pass_invocation
def show_command(invocation: Invocation, *, assessment: str) -> None:
    """Show one rating."""
    from tracker.cli.judgement_shapes import assessment_shape
    from tracker.cli.listing import ASSESSMENTS
    from tracker.cli.printing import print_fields, print_json
    from tracker.model import Assessment
    from tracker.services.reading import find_one

    with invocation.reading() as store:
        found = find_one(store, Assessment, assessment)
        if invocation.as_json:
            print_json({"assessment": assessment_shape(found)})
            return
        cells = ASSESSMENTS.row(store, found)
        print_fields(invocation, list(zip(ASSESSMENTS.columns, cells, strict=True)))
