"""``tracker export``: the list goes out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell


@click.command(
    name="export",
    cls=Command,
    writes=True,
    examples=(
        "tracker export --format markdown -o verified.md --where verdict=verified",
        "tracker export --format csv --where 'state=accepted,date>=2020-11-01' > claims.csv",
        "tracker export --format jsonl -o backup.jsonl",
    ),
)
@click.option(
    "--format",
    "format_name",
    metavar="FORMAT",
    required=True,
    help="jsonl (lossless), json, csv, xlsx, markdown or html.",
)
@click.option(
    "--where",
    multiple=True,
    metavar="FILTER",
    help="Which claims: FIELD=VALUE, with != ~ >= <=; values parted by |, conditions by a comma.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; standard output where not given.",
)
@click.option(
    "--include-confidential",
    is_flag=True,
    help="Write what was noted in confidence about sources, too.",
)
@pass_invocation
def command(
    invocation: Invocation,
    *,
    format_name: str,
    where: tuple[str, ...],
    output: Path | None,
    include_confidential: bool,
) -> None:
    """Write the claims that a filter asks for, with all that is known of them.

    A file is written whole or not at all and only its owner may read it. An existing file is
    overwritten only with the global option --yes.
    """
    from tracker.export import parse_filter
    from tracker.services.exporting import dossier, exporter_named, write_export

    exporter = exporter_named(format_name)
    chosen = parse_filter(*where)
    with invocation.reading() as store:
        found = dossier(store, chosen, include_confidential=include_confidential)
    if include_confidential:
        tell("This export holds notes taken in confidence.", "Keep it from other eyes.")
    articles = len({c.article_id for c in found.records.claims if c.id in set(found.selected)})
    summary = f"{len(found.selected)} claims of {articles} articles as {exporter.name}"
    if invocation.dry_run:
        tell(f"Would write {summary} to {output or 'standard output'}; nothing was written.")
    elif output is None:
        _write_out(exporter.write(found))
    else:
        files = write_export(exporter, found, output, overwrite=invocation.yes)
        beside = f" and {len(files) - 1} pages beside it" if len(files) > 1 else ""
        tell(f"Wrote {summary} to {output}{beside}.")
    if invocation.as_json and (output or invocation.dry_run):
        from tracker.cli.printing import print_json

        print_json(
            {
                "dry_run": invocation.dry_run,
                "format": exporter.name,
                "path": str(output) if output else None,
                "claims": len(found.selected),
                "articles": articles,
                "confidential": include_confidential,
            }
        )


def _write_out(pieces: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
