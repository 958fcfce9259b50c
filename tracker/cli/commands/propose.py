"""``tracker propose``: what would be proposed for an article."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.model import Proposal
    from tracker.services.explaining import Grounds

_PIPE = Path("-")
_EXPLAINED = ("proposal", "words", "why", "row", "gloss", "table", "line")


@click.command(
    name="propose",
    cls=Command,
    examples=(
        "tracker propose report.txt",
        "tracker propose report.txt --explain",
        "tracker propose - --json < report.txt",
    ),
)
@click.argument("path", metavar="PATH|-", type=click.Path(path_type=Path))
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--language", metavar="TAG", help="Such as ar or en.")
@click.option("--encoding", metavar="NAME", help="Such as windows-1256.")
@click.option("--explain", is_flag=True, help="Say which row of which table fired.")
@pass_invocation
def command(
    invocation: Invocation,
    *,
    path: Path,
    outlet: str | None,
    language: str | None,
    encoding: str | None,
    explain: bool,
) -> None:
    """Print the claims and sources proposed for one article; nothing is stored.

    Offsets count characters (code points) of the text as decoded, end exclusive.
    """
    from tracker.cli.printing import print_document, print_rows
    from tracker.intake import first_article, read_file, read_stream
    from tracker.services.detailing import proposed_details
    from tracker.services.explaining import explained
    from tracker.services.proposal_json import grounds_to_json, proposal_to_json
    from tracker.services.proposing import propose, tables_in

    received = first_article(
        read_stream(sys.stdin.buffer, encoding=encoding)
        if path == _PIPE
        else read_file(path, encoding=encoding)
    )
    tables = tables_in(invocation.settings.tables)
    proposal = propose(received.text, outlet=outlet, language=language, tables=tables)
    grounds = explained(received.text, proposal, tables) if explain else ()
    if invocation.as_json:
        more = {"explain": grounds_to_json(grounds)} if explain else {}
        details = proposed_details(received.text, proposal, invocation.settings.tables)
        print_document(proposal_to_json(proposal, received.text, details) | more)
        return
    if explain:
        print_rows(invocation, _EXPLAINED, _grounds_rows(proposal, received.text, grounds))
        return
    print_rows(invocation, ("claim", "kind", "source", "quote"), _rows(proposal, received.text))


def _rows(proposal: Proposal, text: str) -> list[tuple[str, ...]]:
    from tracker.model import quote

    rows: list[tuple[str, ...]] = []
    for claim in proposal.claims:
        source = proposal.source_of(claim)
        kind = source.kind.value.replace("_", " ")
        rows.append((claim.id, kind, source.label, quote(text, claim.spans)))
    return rows


def _grounds_rows(
    proposal: Proposal, text: str, grounds: Iterable[Grounds]
) -> list[tuple[str, ...]]:
    from tracker.model import quote
    from tracker.presenters.wording import reason_sentence

    words = {one.id: one.cue.span.slice(text) for one in proposal.attributions}
    words |= {one.id: one.label for one in proposal.sources}
    words |= {one.id: quote(text, one.spans) for one in proposal.claims}
    rows: list[tuple[str, ...]] = []
    for one in grounds:
        place = one.place
        where = (place.row, place.gloss, place.table, str(place.line)) if place else ("",) * 4
        why = reason_sentence(one.reason) or "governed by a cue"
        rows.append((one.proposal, words.pop(one.proposal, ""), why, *where))
    return rows
