"""``tracker prune``: originals of no article go."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.command import Command
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell
from tracker.errors import CancelledError, InputError

if TYPE_CHECKING:
    from tracker.services.pruning import Orphan


@click.command(
    name="prune",
    cls=Command,
    writes=True,
    examples=("tracker prune --dry-run", "tracker prune", "tracker --yes prune --json"),
)
@pass_invocation
def command(invocation: Invocation) -> None:
    """Delete the originals that belong to no article, after listing them.

    Taking back an import leaves the bytes that came in. They go once no article refers to them,
    and no undo or redo can bring one back that does. This alone cannot be undone: a person is
    asked first, and a script says --yes. On a server, originals are listed, never deleted.
    """
    from tracker.cli.progress import Bar
    from tracker.cli.reporting import note_rehearsal
    from tracker.presenters.wording import count
    from tracker.services.pruning import orphans, prune

    with invocation.editing() as session:
        found = orphans(session.store)
        _print(invocation, found)
        if found and not invocation.dry_run:
            _ask(invocation, found)
            with Bar() as bar:
                pruned = prune(session, found, bar)
            tell(f"Deleted {count(pruned.originals, 'original')}, {pruned.size:,} bytes.")
    if not found:
        tell("Every original belongs to an article, or to an import that can still be redone.")
    note_rehearsal(invocation)


def _print(invocation: Invocation, found: tuple[Orphan, ...]) -> None:
    from tracker.cli.printing import print_json, print_rows

    if invocation.as_json:
        print_json(
            {
                "dry_run": invocation.dry_run,
                "originals": [
                    {"sha256": one.sha256, "bytes": one.size, "title": one.title or None}
                    for one in found
                ],
            }
        )
    elif found:
        rows = [(one.sha256, str(one.size), one.title or "never used") for one in found]
        print_rows(invocation, ("original", "bytes", "was of"), rows)


def _ask(invocation: Invocation, found: tuple[Orphan, ...]) -> None:
    """Go on when the person, or --yes, agrees; a deletion is nothing to assume.

    Raises:
        InputError: when nobody can be asked.
        CancelledError: when the person does not agree.
    """
    from tracker.presenters.wording import count

    if not invocation.yes and not sys.stdin.isatty():
        msg = "Deleting originals cannot be undone, and nobody is here to be asked."
        raise InputError(msg, "Look at them with: tracker prune --dry-run. Then say --yes.")
    size = sum(one.size for one in found)
    if not invocation.agrees(f"Delete {count(len(found), 'original')} ({size:,} bytes) for good?"):
        raise CancelledError("Nothing was deleted.")
