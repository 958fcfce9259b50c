"""``tracker history``: who changed what, and when."""

import itertools

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="history",
    cls=Command,
    examples=("tracker history --limit 20", "tracker history clm_4t9 --json"),
)
@click.argument("record", metavar="ID", required=False)
@click.option("--limit", type=click.IntRange(min=1), help="No more than this many edits.")
@pass_invocation
def command(invocation: Invocation, *, record: str | None, limit: int | None) -> None:
    """List edits, newest first; only those of one record where ID is given."""
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.shapes import commit_shape
    from tracker.services.reading import find_any

    with invocation.reading() as store:
        commits = itertools.islice(
            store.history(find_any(store, record) if record else None), limit
        )
        if invocation.as_json:
            print_json({"commits": [commit_shape(commit) for commit in commits]})
            return
        rows = (
            (
                str(commit.sequence),
                f"{commit.changeset.at:%Y-%m-%d %H:%M:%S}",
                commit.changeset.reviewer,
                commit.changeset.action.value,
                commit.changeset.label,
                " ".join(change.entity.id for change in commit.changeset.changes[:3]),
            )
            for commit in commits
        )
        print_rows(invocation, ("edit", "at (UTC)", "reviewer", "action", "label", "records"), rows)
