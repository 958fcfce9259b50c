"""``tracker claim span``, ``share`` and ``add``: which words of an article a claim holds."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.placing import OffsetPair

_QUOTE_HELP = "The words, exactly as the article has them."


@click.command(
    name="span",
    cls=Command,
    writes=True,
    examples=(
        "tracker claim span clm_4t9 478:567",
        "tracker claim span clm_4t9 --quote 'شن هجوماً على مواقع'",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("spans", metavar="[START:END]...", nargs=-1, type=OffsetPair())
@click.option("--quote", "quotes", multiple=True, metavar="WORDS", help=_QUOTE_HELP)
@pass_invocation
def span_command(
    invocation: Invocation,
    *,
    claim: str,
    spans: tuple[tuple[int, int], ...],
    quotes: tuple[str, ...],
) -> None:
    """Give a claim other words of its article."""
    from tracker.cli.placing import spans_of
    from tracker.cli.reporting import editing
    from tracker.model import Article, Claim
    from tracker.services.reading import find_one
    from tracker.services.reviewing import set_spans

    with editing(invocation) as session:
        found = find_one(session.store, Claim, claim)
        text = session.store.get(Article, found.article_id).text
        set_spans(session, found.id, spans_of(text, spans, quotes))


@click.command(
    name="share",
    cls=Command,
    writes=True,
    examples=(
        "tracker claim share clm_4t9 380:396",
        "tracker claim share clm_4t9 --quote 'بتهمة التواطؤ مع'",
        "tracker claim share clm_4t9 --none",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.argument("spans", metavar="[START:END]...", nargs=-1, type=OffsetPair())
@click.option("--quote", "quotes", multiple=True, metavar="WORDS", help=_QUOTE_HELP)
@click.option("--none", "alone", is_flag=True, help="The claim is read alone.")
@pass_invocation
def share_command(
    invocation: Invocation,
    *,
    claim: str,
    spans: tuple[tuple[int, int], ...],
    quotes: tuple[str, ...],
    alone: bool,
) -> None:
    """Say with which words of other claims a claim is read."""
    from tracker.cli.placing import spans_of
    from tracker.cli.reporting import editing
    from tracker.model import Article, Claim
    from tracker.services.claim_words import set_shared
    from tracker.services.reading import find_one

    if alone and (spans or quotes):
        raise click.UsageError("Give either words or --none.")
    with editing(invocation) as session:
        found = find_one(session.store, Claim, claim)
        text = session.store.get(Article, found.article_id).text
        set_shared(session, found.id, () if alone else spans_of(text, spans, quotes))


@click.command(
    name="add",
    cls=Command,
    writes=True,
    examples=(
        "tracker claim add art_4t9 478:567 --source src_81k",
        "tracker claim add art_4t9 --quote 'شن هجوماً على مواقع'",
    ),
)
@click.argument("article", metavar="ARTICLE")
@click.argument("spans", metavar="[START:END]...", nargs=-1, type=OffsetPair())
@click.option("--quote", "quotes", multiple=True, metavar="WORDS", help=_QUOTE_HELP)
@click.option("--source", metavar="SOURCE", help="Who says so; the outlet where not given.")
@pass_invocation
def add_command(
    invocation: Invocation,
    *,
    article: str,
    spans: tuple[tuple[int, int], ...],
    quotes: tuple[str, ...],
    source: str | None,
) -> None:
    """Make an accepted claim of words that nothing was proposed for."""
    from tracker.cli.placing import spans_of
    from tracker.cli.reporting import editing
    from tracker.model import Article
    from tracker.services.reading import find_one, find_source
    from tracker.services.reviewing import add_claim

    with editing(invocation) as session:
        found = find_one(session.store, Article, article)
        said_by = find_source(session.store, source).id if source else None
        add_claim(session, found.id, spans_of(found.text, spans, quotes), said_by)
