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
        "tracker add saved-pages/ capture.wacz report.pdf",
        "tracker add - --language ar < report.txt",
    ),
)
@click.argument(
    "paths", metavar="PATH...|-", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--title", default="", metavar="TEXT", help="The headline.")
@click.option("--byline", default="", metavar="TEXT", help="Who wrote it.")
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
    title: str,
    byline: str,
    outlet: str,
    published: datetime | None,
    url: str,
    language: str,
    encoding: str | None,
) -> ExitCode:
    """Import articles, and propose their claims and who says so.

    PATH is a file or a folder of them, - standard input: text, Markdown, saved web pages, mails,
    feeds, and with the extra “documents” DOCX, PDF, WARC and WACZ. What is not stated is looked
    for in the file, then guessed from the text. The bytes that came in are kept. A text that is
    known already changes nothing; a later version of one takes over its claims. A file that
    cannot be used never stops the others; the exit code is then 1. Esc stops between two articles.
    """
    from tracker.cli.reporting import note_rehearsal
    from tracker.services.adding import Details

    details = Details(
        title=title,
        byline=byline,
        outlet=outlet,
        published=published.date() if published else None,
        url=url,
        language=language,
    )
    with invocation.editing() as session:
        batch = _add(session, paths, details, encoding)
        _print(invocation, session, batch)
    _tell(batch)
    note_rehearsal(invocation)
    return ExitCode.ERROR if batch.refused else ExitCode.DONE


def _add(
    session: Session, paths: tuple[Path, ...], details: Details, encoding: str | None
) -> Batch:
    from tracker.cli.progress import Bar
    from tracker.services.adding import Batch, add_paths, add_stream

    files = [path for path in paths if path != _PIPE]
    with Bar() as bar:
        batch = add_paths(session, files, details, encoding=encoding, progress=bar)
    if len(files) == len(paths):
        return batch
    piped = add_stream(session, sys.stdin.buffer, details, encoding)
    return Batch(added=batch.added + piped.added, refused=batch.refused + piped.refused)


def _tell(batch: Batch) -> None:
    """Say what could not be used, what was left out, and which claims found no place."""
    for added in batch.added:
        for remark in added.remarks:
            tell(remark)
        if added.left and added.earlier:
            quotes = "; ".join(f"{claim.id} “{claim.quote[:60]}”" for claim in added.left[:10])
            tell(
                f"{len(added.left)} claims stay with the earlier version: {quotes}",
                f"Look at them with: tracker claims --article {added.earlier.id}",
            )
        if added.same_address:
            tell(f"Another article stood at {added.article.url}: {added.same_address.id}.")
    for error in batch.refused:
        tell(error.message, error.hint)
    if batch.refused and len(batch.added) + len(batch.refused) > 1:
        new = sum(added.new for added in batch.added)
        known = len(batch.added) - new
        tell(f"{new} articles added, {known} known already, {len(batch.refused)} not used.")


def _print(invocation: Invocation, session: Session, batch: Batch) -> None:
    from tracker.cli.article_fields import added_note, added_shape
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.shapes import Shapes

    if invocation.as_json:
        shapes = Shapes(session.store)
        print_json(
            {
                "dry_run": invocation.dry_run,
                "added": [
                    {**added_shape(added), "article": shapes.article(added.article)}
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
            added_note(added),
            added.article.id,
            str(added.claims),
            added.article.title,
        )
        for added in batch.added
    ]
    if rows:
        print_rows(invocation, ("what", "article", "claims", "title"), rows)
