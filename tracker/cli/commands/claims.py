"""``tracker claims``: what the articles state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.model import Claim
    from tracker.store import Store

_STATES = click.Choice(["proposed", "accepted", "rejected"])


@click.group(
    name="claims",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "show")},
    default="list",
)
def command() -> None:
    """List claims with who says so, or show one with all that is known of it."""


@click.command(
    name="list",
    cls=Command,
    examples=(
        "tracker claims --article art_4t9",
        "tracker claims list --state proposed --search الرقة",
        "tracker claims list --source src_81k --json",
    ),
)
@click.option("--article", metavar="ARTICLE", help="Only those of this article.")
@click.option("--source", metavar="SOURCE", help="Only those that rest on this source.")
@click.option("--state", type=_STATES, help="Only those in this state.")
@click.option("--search", metavar="WORDS", help="Only those that hold these words.")
@pass_invocation
def list_command(
    invocation: Invocation,
    *,
    article: str | None,
    source: str | None,
    state: str | None,
    search: str | None,
) -> None:
    """List claims, those of one article in reading order."""
    from tracker.cli.choosing import holds
    from tracker.cli.listing import CLAIMS, print_list
    from tracker.services.reading import find_source

    with invocation.reading() as store:
        said_by = find_source(store, source).id if source else None
        chosen = (
            claim
            for claim in _claims(store, article)
            if said_by in {None, claim.source_id}
            and state in {None, claim.state.value}
            and holds(search, claim.quote, claim.wording, claim.gloss)
        )
        print_list(invocation, store, "claims", CLAIMS, chosen)


def _claims(store: Store, article: str | None) -> Iterable[Claim]:
    from tracker.model import Article, Claim
    from tracker.services.reading import claims_of, find_one

    if article:
        return claims_of(store, find_one(store, Article, article).id)
    return store.scan(Claim)


@click.command(name="show", cls=Command, examples=("tracker claims show clm_4t9",))
@click.argument("claim", metavar="CLAIM")
@pass_invocation
def show_command(invocation: Invocation, *, claim: str) -> None:
    """Show one claim: its words, its source, what it is related to, and its ratings."""
    from tracker.cli.judgement_shapes import assessment_shape, corroboration_shape, fact_check_shape
    from tracker.cli.printing import print_json
    from tracker.cli.shapes import Shapes
    from tracker.cli.standing_shapes import standing_shape
    from tracker.model import Article, Assessment, Claim
    from tracker.services.detailing import details_of
    from tracker.services.fact_checks import fact_checks_of
    from tracker.services.proposal_json import detail_to_json
    from tracker.services.reading import assertion_of, corroborations_of, find_one
    from tracker.services.standing import alone, origins_of

    with invocation.reading() as store:
        found = find_one(store, Claim, claim)
        relations = corroborations_of(store, found.id)
        ratings = store.find(Assessment, "claim_id", found.id)
        if invocation.as_json:
            shape = Shapes(store).claim(found)
            shape["corroborations"] = [corroboration_shape(c) for c in relations]
            shape["assessments"] = [assessment_shape(a) for a in ratings]
            shape["fact_checks"] = [fact_check_shape(c) for c in fact_checks_of(store, found.id)]
            asserted = assertion_of(store, found.id) or alone(found)
            shape["standing"] = standing_shape(origins_of(store, asserted))
            text = store.get(Article, found.article_id).text
            named = details_of(store, found, invocation.settings.tables)
            shape["details"] = [detail_to_json(text, one) for one in named]
            print_json({"claim": shape})
            return
        _print_claim(invocation, store, found)


def _print_claim(invocation: Invocation, store: Store, claim: Claim) -> None:
    from tracker.cli.listing import ASSESSMENTS, CORROBORATIONS, FACT_CHECKS, print_below
    from tracker.cli.printing import print_fields
    from tracker.model import Article, Assessment, Source
    from tracker.presenters.standing_words import standing_words
    from tracker.services.fact_checks import fact_checks_of
    from tracker.services.reading import assertion_of, corroborations_of
    from tracker.services.standing import origins_of

    assertion = assertion_of(store, claim.id)
    source = store.get(Source, claim.source_id)
    fields = [
        ("claim", claim.id),
        ("state", claim.state.value),
        ("quote", claim.quote),
        ("shared", claim.shared_quote),
        ("wording", claim.wording),
        ("gloss", claim.gloss),
        ("place", " ".join(f"{span.start}:{span.end}" for span in claim.spans)),
        ("article", f"{claim.article_id} {store.get(Article, claim.article_id).title}"),
        ("source", f"{source.id} {source.label}"),
        ("kind", source.kind.value),
        ("cue", claim.attribution.verb),
        ("reached us as", claim.attribution.delivery.value),
        ("allegation by", claim.allegation.accuser if claim.allegation else ""),
        ("assertion", assertion.id if assertion else ""),
        ("behind it", standing_words(origins_of(store, assertion)) if assertion else ""),
        ("verdict", assertion.verdict.value if assertion else ""),
        ("note", claim.note),
    ]
    print_fields(invocation, fields)
    relations = corroborations_of(store, claim.id)
    ratings = store.find(Assessment, "claim_id", claim.id)
    print_below(invocation, store, CORROBORATIONS, relations)
    print_below(invocation, store, ASSESSMENTS, ratings)
    print_below(invocation, store, FACT_CHECKS, fact_checks_of(store, claim.id))
