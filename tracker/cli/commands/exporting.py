"""``tracker export``: the list goes out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell
from tracker.errors import InputError

if TYPE_CHECKING:
    from tracker.export import Dossier, Exporter


@click.command(
    name="export",
    cls=Command,
    writes=True,
    examples=(
        "tracker export --format markdown -o verified.md --where verdict=verified",
        "tracker export --format csv --where 'state=accepted,date>=2020-11-01' > claims.csv",
        "tracker export --format html --selection sent -o report.html",
        "tracker export --format jsonl -o backup.jsonl",
    ),
)
@click.option(
    "--format",
    "format_name",
    metavar="FORMAT",
    required=True,
    help="jsonl (lossless), json, csv, xlsx, markdown, html, claimreview, webannotation, csl-json, "
    "ris, stix or misp.",
)
@click.option(
    "--where",
    multiple=True,
    metavar="FILTER",
    help="Which claims: FIELD=VALUE, with != ~ >= <=; values parted by |, conditions by a comma.",
)
@click.option("--selection", metavar="NAME", help="The filter kept under this name, as well.")
@click.option(
    "--language",
    type=click.Choice(["ar", "en"]),
    help="What a report is worded in; that of most claims where not given.",
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
    help="Write what was noted in confidence about sources, too, whatever may name an unnamed one, "
    "and ratings that are hidden from you until you have rated.",
)
@pass_invocation
def command(
    invocation: Invocation,
    *,
    format_name: str,
    where: tuple[str, ...],
    selection: str | None,
    language: str | None,
    output: Path | None,
    include_confidential: bool,
) -> None:
    """Write the claims that a filter asks for, with all that is known of them.

    Where you were asked to rate a claim and have not, what others rated stays out. A file is
    written whole or not at all and only its owner may read it. An existing file is
    overwritten only with the global option --yes.
    """
    from tracker.services.exporting import (
        exporter_named,
        refuse_confidences,
        withheld,
        write_export,
    )

    exporter = exporter_named(format_name)
    if include_confidential:
        refuse_confidences(exporter)
    found = _dossier(
        invocation, where, selection, language, include_confidential=include_confidential
    )
    if include_confidential:
        tell("This export holds what was noted in confidence.", "Keep it from other eyes.")
    for note in filter(None, (withheld(found), exporter.note(found))):
        tell(note)
    articles = len(found.selected_articles())
    summary = f"{len(found.selected)} claims of {articles} articles as {exporter.name}"
    if invocation.dry_run:
        # Every record is made as if it were written, so that what cannot be is told now.
        for _ in exporter.write(found):
            pass
        tell(f"Would write {summary} to {output or 'standard output'}; nothing was written.")
    elif output is None:
        _write_out(exporter, found)
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


def _dossier(
    invocation: Invocation,
    where: tuple[str, ...],
    selection: str | None,
    language: str | None,
    *,
    include_confidential: bool,
) -> Dossier:
    from tracker.export import Desk, parse_filter
    from tracker.services.exporting import dossier
    from tracker.services.selections import Selections

    settings = invocation.settings
    kept = Selections.of(settings.selections, None)
    chosen = parse_filter(*([kept.named(selection)] if selection else []), *where)
    with invocation.reading() as store:
        return dossier(
            store,
            chosen,
            include_confidential=include_confidential,
            desk=Desk(name=settings.desk, checks_url=settings.checks_url),
            language=language or settings.report_language,
            reader=invocation.acting_reviewer().name,
        )


def _write_out(exporter: Exporter, found: Dossier) -> None:
    if exporter.binary and sys.stdout.isatty():
        msg = f"{exporter.name} is no text that a terminal could show."
        raise InputError(msg, f"Name a file: -o claims{exporter.suffix}")
    sys.stdout.flush()
    for piece in exporter.write(found):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
