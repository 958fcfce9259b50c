"""``tracker copy``: a whole database to another place."""

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell


@click.command(
    name="copy",
    cls=Command,
    examples=(
        "tracker copy desk.tracker postgresql://rana@desk.example/news",
        "tracker copy postgresql://rana@desk.example/news backup.tracker",
    ),
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@pass_invocation
def command(invocation: Invocation, *, source: str, target: str) -> None:
    """Copy a database with its whole history to a place where there is none yet.

    FROM and TO are paths or addresses. Every edit is verified on the way, and the copy ends with
    the hash that the original ends with. A copy to a server that was stopped goes on where it was.
    """
    from tracker.cli.printing import print_json
    from tracker.cli.progress import Bar
    from tracker.services.copying import copy_database

    with Bar() as bar:
        copied = copy_database(source, target, bar)
    if invocation.as_json:
        print_json(
            {
                "from": copied.source,
                "to": copied.target,
                "edits": copied.edits,
                "records": copied.records,
                "hash": copied.hash,
            }
        )
    tell(
        f"Copied {copied.edits} edits and {copied.records} records to {copied.target}.",
        f"Work there with --db, or keep it: tracker config set database {copied.target}",
    )
