"""``tracker fact-checks``: what others checked and published."""

from pathlib import Path

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation


@click.group(
    name="fact-checks",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "show", "add", "match")},
    default="list",
)
def command() -> None:
    """List published fact-checks, show one, take an archive in, or match it with the claims."""


@click.command(
    name="list",
    cls=Command,
    examples=("tracker fact-checks", "tracker fact-checks list --claim clm_4t9 --json"),
)
@click.option("--claim", metavar="CLAIM", help="Only those judged to be about this claim.")
@click.option("--search", metavar="WORDS", help="Only those that hold these words.")
@pass_invocation
def list_command(invocation: Invocation, *, claim: str | None, search: str | None) -> None:
    """List fact-checks in the order they were taken in."""
    from tracker.cli.choosing import holds
    from tracker.cli.listing import FACT_CHECKS, print_list
    from tracker.model import Claim, FactCheck
    from tracker.services.fact_checks import fact_checks_of
    from tracker.services.reading import find_one

    with invocation.reading() as store:
        found = (
            fact_checks_of(store, find_one(store, Claim, claim).id)
            if claim
            else store.scan(FactCheck)
        )
        chosen = (
            check
            for check in found
            if holds(search, check.claim_reviewed, check.title, check.publisher, check.rating)
        )
        print_list(invocation, store, "fact_checks", FACT_CHECKS, chosen)


@click.command(name="show", cls=Command, examples=("tracker fact-checks show fck_2m8",))
@click.argument("fact_check", metavar="FACT-CHECK")
@pass_invocation
def show_command(invocation: Invocation, *, fact_check: str) -> None:
    """Show a fact-check with the claims it was judged beside."""
    from tracker.cli.judgement_shapes import fact_check_link_shape, fact_check_shape
    from tracker.cli.listing import FACT_CHECK_LINKS, print_below
    from tracker.cli.printing import print_fields, print_json
    from tracker.model import FactCheck, FactCheckLink
    from tracker.services.reading import find_one

    with invocation.reading() as store:
        check = find_one(store, FactCheck, fact_check)
        links = store.find(FactCheckLink, "fact_check_id", check.id)
        if invocation.as_json:
            shapes = [fact_check_link_shape(link) for link in links]
            print_json({"fact_check": {**fact_check_shape(check), "links": shapes}})
            return
        fields = [
            ("fact-check", check.id),
            ("claim reviewed", check.claim_reviewed),
            ("claimant", check.claimant),
            ("rating", check.rating),
            ("publisher", check.publisher),
            ("published", check.published.isoformat() if check.published else ""),
            ("title", check.title),
            ("address", check.url),
        ]
        print_fields(invocation, fields)
        print_below(invocation, store, FACT_CHECK_LINKS, links)


@click.command(
    name="add",
    cls=Command,
    writes=True,
    examples=("tracker fact-checks add claimreviews.json", "tracker fact-checks add feed.jsonld"),
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@pass_invocation
def add_command(invocation: Invocation, *, path: Path) -> None:
    """Take in published fact-checks: schema.org's ClaimReview as JSON, JSON-LD or JSON Lines.

    One that is here already is recognised by its address and claim; where it says something else
    now, such as another rating, it is brought up to date and judgements on it stay.
    """
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.reporting import note_rehearsal
    from tracker.services.fact_checks import take_in_file

    with invocation.editing() as session:
        taken = take_in_file(session, path)
    if invocation.as_json:
        numbers = {"added": taken.added, "changed": taken.changed, "known": taken.known}
        print_json({"dry_run": invocation.dry_run, **numbers})
    else:
        rows = [
            ("added", f"{taken.added}"),
            ("changed", f"{taken.changed}"),
            ("known already", f"{taken.known}"),
        ]
        print_rows(invocation, ("fact-checks", "number"), rows)
    note_rehearsal(invocation)


@click.command(
    name="match",
    cls=Command,
    examples=("tracker fact-checks match clm_4t9", "tracker fact-checks match --top 20 --json"),
)
@click.argument("claim", metavar="CLAIM", required=False)
@click.option(
    "--top", type=click.IntRange(min=1), default=10, show_default=True, help="How many to show."
)
@click.option(
    "--semantic/--no-semantic",
    default=True,
    help="Whether meaning counts, too; needs the extra “semantic”, and says nothing without it.",
)
@pass_invocation
def match_command(invocation: Invocation, *, claim: str | None, top: int, semantic: bool) -> None:
    """Find the fact-checks that may be about a claim; without CLAIM, about any of the database.

    Those that were judged already are left out.
    """
    from tracker.cli.judgement_shapes import candidate_shape, fact_check_shape
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.progress import Bar
    from tracker.matching import installed_encoder
    from tracker.model import Claim
    from tracker.services.fact_check_index import FactCheckIndex
    from tracker.services.reading import find_one

    with invocation.reading() as store:
        index = FactCheckIndex(store, installed_encoder() if semantic else None)
        with Bar() as bar:
            if claim:
                found = index.candidates(find_one(store, Claim, claim).id, bar)[:top]
            else:
                found = index.waiting(bar, top)
        if invocation.as_json:
            shapes = [
                {
                    "claim_id": match.claim.id,
                    "suggestion": match.suggestion.value,
                    "fact_check": fact_check_shape(match.fact_check),
                    "candidate": candidate_shape(match.candidate, "fact_check_id"),
                }
                for match in found
            ]
            print_json({"matches": shapes})
            return
        rows = (
            (
                f"{match.candidate.score:.2f}",
                match.claim.id,
                match.claim.statement,
                match.fact_check.id,
                match.fact_check.publisher,
                match.fact_check.rating,
                match.fact_check.claim_reviewed,
            )
            for match in found
        )
        columns = ("score", "claim", "statement", "fact-check", "publisher", "rating", "checked")
        print_rows(invocation, columns, rows)
