"""``tracker articles``: what was imported."""

import sys
from pathlib import Path

import click

from tracker.cli.command import Command, CommandGroup
from tracker.cli.invocation import Invocation, pass_invocation

_NAMES = ("list", "show", "confirm", "correct", "original")


@click.group(
    name="articles",
    cls=CommandGroup,
    members={name: f"{__name__}:{name}_command" for name in _NAMES},
    default="list",
)
def command() -> None:
    """List articles with how far their review is, show one, confirm what was guessed of it."""


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
    from tracker.cli.article_fields import detail_fields
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
            *detail_fields(store, found, str(outlet["label"])),
            ("origin", found.origin),
            ("sha256", found.sha256),
            ("added", f"{found.added_at:%Y-%m-%d %H:%M} UTC by {found.added_by}"),
        ]
        print_fields(invocation, fields)
        print_below(invocation, store, CLAIMS, claims)


@click.command(
    name="confirm",
    cls=Command,
    writes=True,
    examples=("tracker articles confirm art_4t9", "tracker articles confirm art_4t9 date outlet"),
)
@click.argument("article", metavar="ARTICLE")
@click.argument("details", metavar="[DETAIL]...", nargs=-1)
@pass_invocation
def confirm_command(invocation: Invocation, *, article: str, details: tuple[str, ...]) -> None:
    """Record that what was guessed is right; all of it where no DETAIL is named.

    DETAIL is title, byline, outlet, date, language, url or encoding; text says that a text which
    was put together from a layout was held against the original.
    """
    from tracker.cli.reporting import editing
    from tracker.model import Article
    from tracker.services.confirming import confirm
    from tracker.services.reading import find_one

    with editing(invocation) as session:
        confirm(session, find_one(session.store, Article, article).id, details)


@click.command(
    name="correct",
    cls=Command,
    writes=True,
    examples=("tracker articles correct art_4t9 --date 2020-11-10 --outlet 'العربي الجديد'",),
)
@click.argument("article", metavar="ARTICLE")
@click.option("--title", metavar="TEXT", help="The headline.")
@click.option("--byline", metavar="TEXT", help="Who wrote it; an empty text for nobody.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--date", metavar="YYYY-MM-DD", help="The day of publication; empty for unknown.")
@click.option("--language", metavar="TAG", help="Such as ar or en.")
@click.option("--url", metavar="ADDRESS", help="Where it stands on the web; empty for nowhere.")
@pass_invocation
def correct_command(invocation: Invocation, /, *, article: str, **stated: str | None) -> None:
    """State details of an article anew; what is not given stays."""
    from tracker.cli.reporting import editing
    from tracker.model import Article
    from tracker.services.confirming import Correction, correct, day_stated
    from tracker.services.reading import find_one

    correction = Correction(published=day_stated(stated.pop("date")), **stated)
    with editing(invocation) as session:
        correct(session, find_one(session.store, Article, article).id, correction)


@click.command(
    name="original",
    cls=Command,
    examples=("tracker articles original art_4t9 -o page.html",),
)
@click.argument("article", metavar="ARTICLE")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="The file to write."
)
@pass_invocation
def original_command(invocation: Invocation, *, article: str, output: Path | None) -> None:
    """Give back the bytes that an article came in, to standard output or a file.

    An existing file is overwritten only with the global option --yes.
    """
    from tracker.cli.messages import tell
    from tracker.cli.printing import print_json
    from tracker.model import Article
    from tracker.services.confirming import original_of
    from tracker.services.exporting import write_bytes
    from tracker.services.reading import find_one

    with invocation.reading() as store:
        found = find_one(store, Article, article)
        data = original_of(store, found.id)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    write_bytes(data, output, overwrite=invocation.yes)
    tell(f"Wrote {len(data):,} bytes to {output}.")
    if invocation.as_json:
        about = {"media_type": found.media_type, "sha256": found.original, "bytes": len(data)}
        print_json({"article_id": found.id, "path": str(output), **about})
