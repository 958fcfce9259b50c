"""``tracker demo``: the sample article, on a database that is thrown away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.store import Store

_COLUMNS = ("number", "state", "source", "label", "quote")


@click.command(
    name="demo",
    cls=Command,
    examples=("tracker demo", "tracker demo > sample.tsv", "tracker demo --json"),
)
@pass_invocation
def command(invocation: Invocation) -> ExitCode:
    """Open the screens on the sample article; nothing that you do there is kept.

    Where standard output is no terminal, the sample's claims with their sources are written
    instead.
    """
    from tracker.services.sampling import sample_session

    session = sample_session(invocation.acting_reviewer())
    if sys.stdout.isatty() and not invocation.as_json:
        from tracker.cli.screens import show_screens

        return show_screens(session, invocation)
    _print_claims(invocation, session.store)
    return ExitCode.DONE


def _print_claims(invocation: Invocation, store: Store) -> None:
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.shapes import Shapes
    from tracker.model import Article, Source
    from tracker.services.reading import claims_of

    claims = [claim for a in store.scan(Article) for claim in claims_of(store, a.id)]
    if invocation.as_json:
        shapes = Shapes(store)
        articles = [shapes.article(article) for article in store.scan(Article)]
        print_json({"articles": articles, "claims": [shapes.claim(claim) for claim in claims]})
        return
    rows = []
    for number, claim in enumerate(claims, start=1):
        source = store.get(Source, claim.source_id)
        kind = source.kind.value.replace("_", " ")
        rows.append((str(number), claim.state.value, kind, source.label, claim.quote))
    print_rows(invocation, _COLUMNS, rows)
