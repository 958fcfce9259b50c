"""What the program tells the shell when it ends."""

from enum import IntEnum

from tracker.errors import (
    CancelledError,
    CheckError,
    DatabaseHeldError,
    NoDatabaseError,
    NotFoundError,
    TrackerError,
)


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    NOT_FOUND = 3
    CHECK_FAILED = 4
    HELD = 5
    INTERRUPTED = 130


_OF_ERRORS: tuple[tuple[type[TrackerError], ExitCode], ...] = (
    (NotFoundError, ExitCode.NOT_FOUND),
    (NoDatabaseError, ExitCode.NOT_FOUND),
    (CheckError, ExitCode.CHECK_FAILED),
    (DatabaseHeldError, ExitCode.HELD),
    (CancelledError, ExitCode.INTERRUPTED),
)


def exit_code_of(error: TrackerError) -> ExitCode:
    """Return the exit code that an error ends the program with."""
    return next((code for kind, code in _OF_ERRORS if isinstance(error, kind)), ExitCode.ERROR)
