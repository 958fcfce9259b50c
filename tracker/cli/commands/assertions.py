"""``tracker assertions``: what several claims say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.credibility import Origins

VERDICTS = click.Choice(["verified", "likely", "unverified", "disputed", "refuted"])


@click.group(
    name="assertions",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "show")},
    default="list",
)
def command() -> None:
    """List assertions with where the desk stands on them, or show one."""


@click.command(
    name="list",
    cls=Command,
    examples=("tracker assertions", "tracker assertions list --verdict verified --json"),
)
@click.option("--verdict", type=VERDICTS, help="Only those with this verdict.")
@click.option("--search", metavar="WORDS", help="Only those whose wording holds these words.")
@pass_invocation
def list_command(invocation: Invocation, *, verdict: str | None, search: str | None) -> None:
    """List assertions in the order they were first judged."""
    from tracker.cli.choosing import holds
    from tracker.cli.listing import ASSERTIONS, print_list
    from tracker.model import Assertion

    with invocation.reading() as store:
        chosen = (
            assertion
            for assertion in store.scan(Assertion)
            if verdict in {None, assertion.verdict.value} and holds(search, assertion.wording)
        )
        print_list(invocation, store, "assertions", ASSERTIONS, chosen)


@click.command(name="show", cls=Command, examples=("tracker assertions show asn_7m2",))
@click.argument("assertion", metavar="ASSERTION")
@pass_invocation
def show_command(invocation: Invocation, *, assertion: str) -> None:
    """Show one assertion: the verdict with its reasons, and the claims that say it."""
    from tracker.cli.listing import CLAIMS, print_below
    from tracker.cli.printing import print_fields, print_json
    from tracker.cli.shapes import Shapes
    from tracker.model import Assertion, Claim
    from tracker.services.reading import find_one
    from tracker.services.standing import origins_of

    with invocation.reading() as store:
        found = find_one(store, Assertion, assertion)
        claims = [store.get(Claim, claim_id) for claim_id in found.claim_ids]
        standing = origins_of(store, found)
        if invocation.as_json:
            shapes = Shapes(store)
            shape = shapes.assertion(found)
            shape["standing"] = {
                "reports": standing.reports,
                "outlets": standing.outlets,
                "origins": standing.origins,
                "origins_unknown": standing.unknown,
            }
            shape["claims"] = [shapes.claim(claim) for claim in claims]
            print_json({"assertion": shape})
            return
        ruling = found.ruling
        decided = f"{ruling.decided_at:%Y-%m-%d %H:%M} UTC by {ruling.reviewer}" if ruling else ""
        fields = [
            ("assertion", found.id),
            ("wording", found.wording),
            ("verdict", found.verdict.value),
            ("decided", decided),
            ("behind it", _counted(standing)),
            ("rationale", ruling.rationale if ruling else ""),
        ]
        print_fields(invocation, fields)
        print_below(invocation, store, CLAIMS, claims)


def _counted(standing: Origins) -> str:
    """Return for example ``5 reports · 3 outlets · 1 origin``."""
    numbers = (
        (standing.reports, "report"),
        (standing.outlets, "outlet"),
        (standing.origins, "origin"),
    )
    return " · ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in numbers)
