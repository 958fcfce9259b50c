"""``tracker propose``: what would be proposed for an article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.model import Proposal

_PIPE = Path("-")


@click.command(
    name="propose",
    cls=Command,
    examples=("tracker propose report.txt", "tracker propose - --json < report.txt"),
)
@click.argument("path", metavar="PATH|-", type=click.Path(path_type=Path))
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--language", metavar="TAG", help="Such as ar or en.")
@click.option("--encoding", metavar="NAME", help="Such as windows-1256.")
@pass_invocation
def command(
    invocation: Invocation,
    *,
    path: Path,
    outlet: str | None,
    language: str | None,
    encoding: str | None,
) -> None:
    """Print the claims and sources proposed for one article; nothing is stored.

    Offsets count characters (code points) of the text as decoded, end exclusive.
    """
    from tracker.cli.printing import print_document, print_rows
    from tracker.intake import read_file, read_stream
    from tracker.services.proposal_json import proposal_to_json
    from tracker.services.proposing import propose

    received = (
        read_stream(sys.stdin.buffer, encoding=encoding)
        if path == _PIPE
        else read_file(path, encoding=encoding)
    )
    proposal = propose(received.text, outlet=outlet, language=language)
    if invocation.as_json:
        print_document(proposal_to_json(proposal))
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
