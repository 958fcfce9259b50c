"""``tracker assertions``: what several claims say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.model import Assertion
    from tracker.services.standing import AssertionView
    from tracker.store import Store

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


@click.command(
    name="show",
    cls=Command,
    examples=("tracker assertions show asn_7m2", "tracker assertions show clm_4t9 --json"),
)
@click.argument("assertion", metavar="ASSERTION|CLAIM")
@pass_invocation
def show_command(invocation: Invocation, *, assertion: str) -> None:
    """Show what an assertion or a claim asserts: who has it from whom, and what speaks against.

    The chain of transmission is a tree for each origin: reports whose independence nobody judged
    stand apart and do not count. The verdict proposed follows from a rule; a person decides.
    """
    from tracker.cli.printing import print_fields, print_json, print_rows, print_text
    from tracker.cli.shapes import Shapes
    from tracker.cli.standing_shapes import proposal_shape, standing_shape, tree_shape
    from tracker.presenters.assertion_tree import tree_rows
    from tracker.services.standing import view_of

    with invocation.reading() as store:
        view = view_of(store, _asserted(store, assertion))
        if invocation.as_json:
            shapes = Shapes(store)
            shape = shapes.assertion(view.assertion)
            shape["standing"] = standing_shape(view.standing)
            shape["claims"] = [shapes.claim(claim) for claim in view.claims.values()]
            shape["tree"] = tree_shape(view.strands)
            shape["opposing"] = [shapes.claim(one.claim) for one in view.opposing]
            shape["proposal"] = proposal_shape(view.proposal)
            print_json({"assertion": shape})
            return
        print_fields(invocation, _fields(view))
        print_text("\n")
        rows = [
            (
                row.branch,
                row.claim_id,
                f"{row.symbol} {row.source}",
                row.outlet,
                row.date,
                row.statement,
            )
            for row in tree_rows(store, view)
        ]
        columns = ("transmission", "claim", "source", "outlet", "date", "statement")
        print_rows(invocation, columns, rows)


def _asserted(store: Store, name: str) -> Assertion:
    """Return the assertion that ``name`` is, or that the claim it names belongs to or would be."""
    from tracker.model import Claim
    from tracker.services.reading import assertion_of, find_one
    from tracker.services.standing import alone

    if name and store.resolve(Claim, name):
        claim = find_one(store, Claim, name)
        return assertion_of(store, claim.id) or alone(claim)
    from tracker.model import Assertion

    return find_one(store, Assertion, name)


def _fields(view: AssertionView) -> list[tuple[str, str]]:
    from tracker.credibility import VERDICT_REASONS
    from tracker.presenters.standing_words import standing_words

    found, proposal = view.assertion, view.proposal
    ruling = found.ruling
    against = f"{len(view.opposing)}" if view.opposing else ""
    return [
        ("assertion", found.id),
        ("wording", found.wording),
        ("verdict", found.verdict.value),
        (
            "decided",
            f"{ruling.decided_at:%Y-%m-%d %H:%M} UTC by {ruling.reviewer}" if ruling else "",
        ),
        ("behind it", standing_words(view.standing)),
        ("contradicted by", against),
        ("rule proposes", f"{proposal.verdict.value}: {VERDICT_REASONS[proposal.reason]}"),
        ("rationale", ruling.rationale if ruling else ""),
        *(("evidence", line) for line in (ruling.evidence if ruling else ())),
    ]
