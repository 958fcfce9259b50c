"""``tracker import``: an export read back."""

from pathlib import Path

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation


@click.command(
    name="import",
    cls=Command,
    writes=True,
    examples=(
        "tracker --db new.tracker import backup.jsonl",
        "tracker import desk.jsonl --dry-run",
    ),
)
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@pass_invocation
def command(invocation: Invocation, *, path: Path) -> None:
    """Add every record of a jsonl export that is not here yet, in one edit or not at all.

    Records keep their identifiers, so exporting again gives them back as they were. Articles to
    read come in with add. Esc stops while the file is read; nothing is then changed.
    """
    from tracker.cli.printing import print_json, print_rows
    from tracker.cli.progress import Bar
    from tracker.cli.reporting import note_rehearsal
    from tracker.services.importing import import_file

    with invocation.editing() as session, Bar() as bar:
        imported = import_file(session, path, bar)
    if invocation.as_json:
        print_json(
            {
                "dry_run": invocation.dry_run,
                "added": dict(imported.added),
                "known": imported.known,
            }
        )
    else:
        rows = [*imported.added.items(), ("known already", imported.known)]
        print_rows(invocation, ("records", "number"), [(name, str(n)) for name, n in rows])
    note_rehearsal(invocation)
