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
    from tracker.services.adding import Details
    from tracker.services.results import Batch
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
    from tracker.services.adding import add_paths, add_stream
    from tracker.services.results import Batch

    files = [path for path in paths if path != _PIPE]
    with Bar() as bar:
        batch = add_paths(session, files, details, encoding=encoding, progress=bar)
    if len(files) == len(paths):
        return batch
    piped = add_stream(session, sys.stdin.buffer, details, encoding)
    return Batch(results=batch.results + piped.results, refused=batch.refused + piped.refused)


def _tell(batch: Batch) -> None:
    """Say what could not be used, what was left out, and which claims found no place."""
    for result in batch.results:
        for remark in result.remarks:
            tell(remark)
        if result.left and result.earlier_id:
            quotes = "; ".join(f"{claim_id} “{quote}”" for claim_id, quote in result.left[:10])
            tell(
                f"{len(result.left)} claims stay with the earlier version: {quotes}",
                f"Look at them with: tracker claims --article {result.earlier_id}",
            )
        if result.same_address_id:
            tell(f"Another article stood at {result.url}: {result.same_address_id}.")
    for error in batch.refused:
        tell(error.message, error.hint)
    if batch.refused and len(batch.results) + len(batch.refused) > 1:
        new = sum(result.new for result in batch.results)
        known = len(batch.results) - new
        tell(f"{new} articles added, {known} known already, {len(batch.refused)} not used.")


def _print(invocation: Invocation, session: Session, batch: Batch) -> None:
    from tracker.cli.article_fields import result_note, result_shape
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.shapes import Shapes
    from tracker.model import Article

    if invocation.as_json:
        shapes, store = Shapes(session.store), session.store
        print_json(
            {
                "dry_run": invocation.dry_run,
                "added": [
                    {
                        **result_shape(result),
                        "article": shapes.article(store.get(Article, result.article_id)),
                    }
                    for result in batch.results
                ],
                "refused": [
                    {"message": error.message, "hint": error.hint} for error in batch.refused
                ],
            }
        )
        return
    rows = [
        (result_note(result), result.article_id, str(result.claims), result.title)
        for result in batch.results
    ]
    if rows:
        print_rows(invocation, ("what", "article", "claims", "title"), rows)
