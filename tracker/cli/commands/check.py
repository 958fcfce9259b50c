"""``tracker check``: is everything as it was written?"""

import click

from tracker.cli.command import Command
from tracker.cli.exit_codes import ExitCode
from tracker.cli.invocation import Invocation, pass_invocation
from tracker.cli.messages import tell
from tracker.errors import DamagedError


@click.command(
    name="check", cls=Command, examples=("tracker check", "tracker --db desk.tracker check --json")
)
@pass_invocation
def command(invocation: Invocation) -> ExitCode:
    """Verify the history's chain, every reference and every quote.

    The exit code is 4 when something is wrong.
    """
    from tracker.cli.printing import print_json, print_rows
    from tracker.services.checking import check
    from tracker.store import Problem

    edits: int | None = None
    try:
        with invocation.reading() as store:
            edits = store.sequence
            problems = check(store)
    except DamagedError as error:
        place = invocation.settings.shown_database
        problems = (Problem(where=place, message=error.message),)
    if invocation.as_json:
        found = [{"where": problem.where, "message": problem.message} for problem in problems]
        print_json({"edits": edits, "problems": found})
    elif problems:
        print_rows(invocation, ("where", "problem"), [(p.where, p.message) for p in problems])
    if problems:
        tell(f"{len(problems)} found wrong.", "Keep a copy of the files before you go on.")
        return ExitCode.CHECK_FAILED
    tell(f"All is well: {edits} edits verified.")
    return ExitCode.DONE
