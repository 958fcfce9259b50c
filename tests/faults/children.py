"""Processes of their own for trials that one process cannot make."""

import os
import traceback
from collections.abc import Callable


def child(work: Callable[[], None]) -> int:
    """Let another process do ``work`` and return its number."""
    number = os.fork()
    if number == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException:  # noqa: BLE001  (shown, and told by the status)
            traceback.print_exc()
        finally:
            os._exit(status)
    return number


def end_of(number: int) -> bool:
    """Wait for a process and return whether all went well in it."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) == 0


def ended_well(work: Callable[[], None]) -> bool:
    """Return whether ``work`` goes well in another process."""
    return end_of(child(work))
