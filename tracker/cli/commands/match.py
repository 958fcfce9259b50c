"""``tracker match``: claims that may say the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation

if TYPE_CHECKING:
    from tracker.matching import Encoder


@click.command(
    name="match",
    cls=Command,
    examples=(
        "tracker match clm_4t9 --top 5",
        "tracker match --json",
        "tracker match --claims archive.jsonl --queries today.jsonl --top 10",
    ),
)
@click.argument("claim", metavar="CLAIM", required=False)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many candidates, for each claim or in the whole queue.",
)
@click.option("--claims", type=click.Path(path_type=Path), help="An outside list to search in.")
@click.option("--queries", type=click.Path(path_type=Path), help="An outside list to search for.")
@click.option(
    "--semantic/--no-semantic",
    default=True,
    help="Whether meaning counts, too; needs the extra “semantic”, and says nothing without it.",
)
@pass_invocation
def command(
    invocation: Invocation,
    *,
    claim: str | None,
    top: int,
    claims: Path | None,
    queries: Path | None,
    semantic: bool,
) -> None:
    """Find claims that may be about the same event, each with the reasons.

    With CLAIM the candidates for it, without one the queue of the whole database, most valuable
    first. With --claims and --queries two outside lists are matched without a database: JSON
    Lines of {"id", "text"} and, where known, "title", "language", "date" and "outlet"; one JSON
    line is written per query. Either may be an archive of published fact-checks instead:
    schema.org's ClaimReview as JSON, JSON-LD or JSON Lines.

    Where the extra “semantic” is installed, texts are also found by what they mean, across
    languages; --no-semantic leaves that out.
    """
    if (claims is None) != (queries is None) or (claims and claim):
        raise click.UsageError("Outside lists need both --claims and --queries, and no CLAIM.")
    if claims is not None and queries is not None:
        _match_lists(claims, queries, top, semantic=semantic)
    elif claim is None:
        _show_queue(invocation, top, semantic=semantic)
    else:
        _show_candidates(invocation, claim, top, semantic=semantic)


def _encoder(*, semantic: bool) -> Encoder | None:
    from tracker.matching import installed_encoder

    return installed_encoder() if semantic else None


def _match_lists(claims: Path, queries: Path, top: int, *, semantic: bool) -> None:
    from tracker.cli.judgement_shapes import candidate_shape
    from tracker.cli.outside_lists import read_list
    from tracker.cli.printing import print_json_line
    from tracker.cli.progress import Bar
    from tracker.matching import match_lists

    archive, wanted = read_list(claims), read_list(queries)
    with Bar() as bar:
        rows = match_lists(
            archive,
            wanted,
            top,
            encoder=_encoder(semantic=semantic),
            report=lambda done, total: bar.report(done, total, "Reading meanings"),
        )
        for done, (query_id, found) in enumerate(rows, start=1):
            candidates = [candidate_shape(candidate, "id") for candidate in found]
            print_json_line({"query_id": query_id, "candidates": candidates})
            bar.report(done, len(wanted), "Matching")


def _show_candidates(invocation: Invocation, name: str, top: int, *, semantic: bool) -> None:
    from tracker.cli.judgement_shapes import candidate_shape
    from tracker.cli.listing import CLAIMS
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.progress import Bar
    from tracker.model import Claim
    from tracker.services.claim_index import ClaimIndex
    from tracker.services.reading import find_one
    from tracker.services.table_matches import table_matches

    with invocation.reading() as store:
        claim = find_one(store, Claim, name)
        with Bar() as bar:
            encoder = _encoder(semantic=semantic)
            table = table_matches(store, encoder)
            if table is not None:
                found = table.candidates(claim, top, progress=bar)
            else:
                found = ClaimIndex(store, bar, encoder).candidates(claim, top)
        if invocation.as_json:
            print_json({"claim_id": claim.id, "candidates": [candidate_shape(c) for c in found]})
            return
        rows = (
            (
                f"{c.score:.2f}",
                c.suggestion.value,
                ", ".join(dict.fromkeys(signal.name for signal in c.signals)),
                *CLAIMS.row(store, store.get(Claim, c.claim_id)),
            )
            for c in found
        )
        print_rows(invocation, ("score", "suggestion", "because of", *CLAIMS.columns), rows)


def _show_queue(invocation: Invocation, top: int, *, semantic: bool) -> None:
    from tracker.cli.judgement_shapes import candidate_shape
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.progress import Bar
    from tracker.model import Claim
    from tracker.services.match_queue import MatchQueue

    with invocation.reading() as store:
        with Bar() as bar:
            found = MatchQueue(store, _encoder(semantic=semantic)).refresh(bar, top)
        if invocation.as_json:
            shapes = [
                {
                    "claim_id": match.claim.id,
                    "value": round(match.value, 4),
                    "candidate": candidate_shape(match.candidate),
                }
                for match in found
            ]
            print_json({"matches": shapes})
            return
        rows = (
            (
                f"{match.candidate.score:.2f}",
                match.candidate.suggestion.value,
                match.claim.id,
                match.candidate.claim_id,
                match.claim.statement,
                store.get(Claim, match.candidate.claim_id).statement,
            )
            for match in found
        )
        columns = ("score", "suggestion", "claim", "other", "statement", "other statement")
        print_rows(invocation, columns, rows)
