"""``tracker check``: is everything as it was written?"""

from pathlib import Path

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell
from tracker.errors import DamagedError


@click.command(
    name="check",
    cls=Command,
    examples=(
        "tracker check",
        "tracker --db desk.tracker check --json",
        "tracker --db desk.tracker check --salvage saved.tracker",
    ),
)
@click.option(
    "--salvage",
    "target",
    metavar="PATH",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what is intact of a damaged database to a new one.",
)
@pass_invocation
def command(invocation: Invocation, *, target: Path | None) -> ExitCode:
    """Verify the history's chain, every reference and every quote.

    The exit code is 4 when something is wrong. A damaged database is only ever read.
    """
    return _check(invocation) if target is None else _salvage(invocation, target)


def _check(invocation: Invocation) -> ExitCode:
    from tracker.cli.printing import print_json, print_rows
    from tracker.services.checking import check
    from tracker.services.pruning import orphans
    from tracker.store import Problem

    edits: int | None = None
    leftover = 0
    try:
        with invocation.reading() as store:
            edits = store.sequence
            problems = check(store)
            leftover = len(orphans(store)) if not problems else 0
    except DamagedError as error:
        place = invocation.settings.shown_database
        problems = (Problem(where=place, message=error.message),)
    if invocation.as_json:
        found = [{"where": problem.where, "message": problem.message} for problem in problems]
        print_json({"edits": edits, "problems": found, "orphans": leftover})
    elif problems:
        print_rows(invocation, ("where", "problem"), [(p.where, p.message) for p in problems])
    if problems:
        tell(f"{len(problems)} found wrong.", "Keep a copy of the files before you go on.")
        return ExitCode.CHECK_FAILED
    tell(f"All is well: {edits} edits verified.")
    if leftover:
        which = "1 original belongs" if leftover == 1 else f"{leftover:,} originals belong"
        tell(f"{which} to no article.", "List them: tracker prune --dry-run")
    return ExitCode.DONE


def _salvage(invocation: Invocation, target: Path) -> ExitCode:
    from tracker.cli.printing import print_json, print_rows
    from tracker.errors import InputError
    from tracker.services.session import utc_now
    from tracker.store.salvage import salvage

    database = invocation.settings.database
    if "://" in database:
        raise InputError("Only a database in files can be salvaged.", "Name its path with --db.")
    reviewer = invocation.acting_reviewer().name
    saved = salvage(Path(database), target, reviewer=reviewer, at=utc_now())
    if invocation.as_json:
        print_json(
            {
                "path": str(target),
                "commits": saved.commits,
                "restored": saved.restored,
                "damaged": saved.damaged,
                "unusable": list(saved.unusable),
            }
        )
    else:
        counts = {
            "edits kept as they were": saved.commits,
            "records brought on from there": saved.restored,
            "lines of the journal lost": saved.damaged,
            "records lost": len(saved.unusable),
        }
        print_rows(invocation, ("what", "number"), [(what, str(n)) for what, n in counts.items()])
    for message in saved.unusable:
        tell(message)
    tell(f"What was intact is in {target}.", f"Look at it with: tracker --db {target} check")
    return ExitCode.DONE
