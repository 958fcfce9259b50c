"""``tracker add``: articles come in."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell

if TYPE_CHECKING:
    from tracker.services.adding import Batch, Details
    from tracker.services.session import Session

_PIPE = Path("-")


@click.command(
    name="add",
    cls=Command,
    writes=True,
    examples=(
        "tracker add report.txt --outlet 'العربي الجديد' --date 2020-11-10",
        "tracker add articles/ --dry-run",
        "pdftotext report.pdf - | tracker add - --language ar",
    ),
)
@click.argument(
    "paths", metavar="PATH...|-", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--outlet", default="", metavar="NAME", help="Who published them.")
@click.option(
    "--date",
    "published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of publication.",
)
@click.option("--url", default="", metavar="ADDRESS", help="Where it stands on the web.")
@click.option("--language", default="", metavar="TAG", help="Such as ar or en.")
@click.option("--encoding", metavar="NAME", help="Such as windows-1256.")
@pass_invocation
def command(
    invocation: Invocation,
    *,
    paths: tuple[Path, ...],
    outlet: str,
    published: datetime | None,
    url: str,
    language: str,
    encoding: str | None,
) -> ExitCode:
    """Import articles, and propose their claims and who says so.

    PATH is a text file or a folder of them, - standard input. What is not stated is guessed from
    the text. A text that is known already changes nothing. A file that cannot be used never stops
    the others; the exit code is then 1.
    """
    from tracker.cli.reporting import note_rehearsal
    from tracker.services.adding import Details

    details = Details(
        outlet=outlet,
        published=published.date() if published else None,
        url=url,
        language=language,
    )
    with invocation.editing() as session:
        batch = _add(session, paths, details, encoding)
        _print(invocation, session, batch)
    for error in batch.refused:
        tell(error.message, error.hint)
    note_rehearsal(invocation)
    return ExitCode.ERROR if batch.refused else ExitCode.DONE


def _add(
    session: Session, paths: tuple[Path, ...], details: Details, encoding: str | None
) -> Batch:
    from tracker.cli.progress import Bar
    from tracker.errors import InputError
    from tracker.intake import read_stream
    from tracker.services.adding import Batch, add_article, add_paths

    files = [path for path in paths if path != _PIPE]
    with Bar() as bar:
        batch = add_paths(session, files, details, encoding=encoding, progress=bar)
    if len(files) == len(paths):
        return batch
    try:
        received = read_stream(sys.stdin.buffer, encoding=encoding)
        added = add_article(session, received, details)
    except InputError as error:
        return Batch(added=batch.added, refused=(*batch.refused, error))
    return Batch(added=(*batch.added, added), refused=batch.refused)


def _print(invocation: Invocation, session: Session, batch: Batch) -> None:
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.shapes import Shapes

    if invocation.as_json:
        shapes = Shapes(session.store)
        print_json(
            {
                "dry_run": invocation.dry_run,
                "added": [
                    {"new": added.new, "article": shapes.article(added.article)}
                    for added in batch.added
                ],
                "refused": [
                    {"message": error.message, "hint": error.hint} for error in batch.refused
                ],
            }
        )
        return
    rows = [
        (
            "added" if added.new else "known already",
            added.article.id,
            str(added.claims),
            added.article.title,
        )
        for added in batch.added
    ]
    if rows:
        print_rows(invocation, ("what", "article", "claims", "title"), rows)
