"""``tracker articles``: what was imported."""

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation


@click.group(
    name="articles",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in ("list", "show")},
    default="list",
)
def command() -> None:
    """List articles with how far their review is, or show one."""


@click.command(
    name="list",
    cls=Command,
    examples=("tracker articles", "tracker articles list --language ar --json"),
)
@click.option("--outlet", metavar="SOURCE", help="Only those that this outlet published.")
@click.option("--language", metavar="TAG", help="Only those in this language, such as ar.")
@click.option("--search", metavar="WORDS", help="Only those whose title holds these words.")
@pass_invocation
def list_command(
    invocation: Invocation, *, outlet: str | None, language: str | None, search: str | None
) -> None:
    """List articles in the order they were added."""
    from tracker.cli.choosing import holds
    from tracker.cli.listing import ARTICLES, print_list
    from tracker.model import Article
    from tracker.services.reading import find_source

    with invocation.reading() as store:
        published_by = find_source(store, outlet).id if outlet else None
        chosen = (
            article
            for article in store.scan(Article)
            if published_by in {None, article.outlet_id}
            and language in {None, article.language}
            and holds(search, article.title)
        )
        print_list(invocation, store, "articles", ARTICLES, chosen)


@click.command(name="show", cls=Command, examples=("tracker articles show art_4t9",))
@click.argument("article", metavar="ARTICLE")
@pass_invocation
def show_command(invocation: Invocation, *, article: str) -> None:
    """Show one article: where it comes from, its claims, its text."""
    from tracker.cli.listing import CLAIMS, print_below
    from tracker.cli.printing import print_fields, print_json
    from tracker.cli.shapes import Shapes, passage_shape
    from tracker.model import Article
    from tracker.services.reading import claims_of, find_one

    with invocation.reading() as store:
        found = find_one(store, Article, article)
        claims = claims_of(store, found.id)
        shapes = Shapes(store)
        if invocation.as_json:
            shape = shapes.article(found)
            shape["text"] = found.text
            shape["passages"] = [passage_shape(passage) for passage in found.passages]
            shape["claim_ids"] = [claim.id for claim in claims]
            print_json({"article": shape})
            return
        outlet = shapes.source_name(found.outlet_id) or {}
        fields = [
            ("article", found.id),
            ("title", found.title),
            ("outlet", str(outlet["label"])),
            ("published", found.published.isoformat() if found.published else ""),
            ("language", found.language),
            ("origin", found.origin),
            ("url", found.url),
            ("sha256", found.sha256),
            ("guessed", ", ".join(found.guesses)),
            ("added", f"{found.added_at:%Y-%m-%d %H:%M} UTC by {found.added_by}"),
        ]
        print_fields(invocation, fields)
        print_below(invocation, store, CLAIMS, claims)
