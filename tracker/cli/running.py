"""One run of the command line: arguments in, an exit code out. Every error ends here."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tracker.cli.exit_codes import ExitCode, exit_code_of
from tracker.cli.messages import tell
from tracker.errors import TrackerError

_NAME = "tracker"
_COMPLETION = "_TRACKER_COMPLETE"


def run(arguments: Sequence[str]) -> ExitCode:
    """Run one command and return its exit code.

    Errors that a person can cure become a sentence and a hint on standard error. With
    ``TRACKER_DEBUG`` set any other exception is raised; without it the traceback goes to a file.
    """
    from tracker.cli.root import root

    _prepare_streams()
    if _COMPLETION in os.environ:
        root.main(args=[], prog_name=_NAME)
    try:
        with root.make_context(_NAME, list(arguments)) as context:
            code = root.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return ExitCode(end.exit_code)
    except click.ClickException as error:
        return _refuse(error)
    except TrackerError as error:
        tell(error.message, error.hint)
        return exit_code_of(error)
    except (KeyboardInterrupt, click.Abort):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return _reader_has_enough()
    except Exception as error:  # noqa: BLE001  (the funnel: a bug ends in words, not in a traceback)
        return _apologise(error)
    return code if isinstance(code, ExitCode) else ExitCode.DONE


def _prepare_streams() -> None:
    """Write UTF-8 into files and pipes whatever the locale; never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(error: click.ClickException) -> ExitCode:
    context = error.ctx if isinstance(error, click.UsageError) else None
    tell(error.format_message(), f"See: {context.command_path if context else _NAME} --help")
    return ExitCode.USAGE


def _reader_has_enough() -> ExitCode:
    """End quietly; what is still buffered must not fail again when the interpreter exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.DONE


def _apologise(error: Exception) -> ExitCode:
    if os.environ.get("TRACKER_DEBUG"):
        raise error
    try:
        place = f"The details are in {_write_traceback(error)}"
    except OSError:
        place = "Run it again with TRACKER_DEBUG=1 to see the details"
    tell(
        f"Something went wrong that should not have ({type(error).__name__}). {place}.",
        "What was confirmed before is saved. Please report this, with that file.",
    )
    return ExitCode.ERROR


def _write_traceback(error: Exception) -> Path:
    import tempfile
    import traceback

    from platformdirs import user_log_path

    folder = user_log_path(_NAME)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="error-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.writelines(traceback.format_exception(error))
    return Path(name)
