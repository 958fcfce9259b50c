"""The end that comes even when something does not let go: a thread, a dead terminal, a server."""

import os
import select
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TextIO

#: Seconds in which the application may end through its own door.
_PATIENCE = 0.7
#: Seconds that remain after that for what must not be left undone.
_LAST = 0.4


def end_anyway(code: int, last: Sequence[Callable[[], object]]) -> None:
    """End the process soon, whatever its other threads wait for; return at once.

    Where the process is still there after a moment, ``last`` is done, one after the other, each
    whether or not those before it failed; then it ends, done or not.

    Args:
        code: the exit code.
        last: what must not be left undone: give the terminal back, close the database.
    """

    def close() -> None:
        for step in last:
            with suppress(Exception):
                step()

    def wait() -> None:
        time.sleep(_PATIENCE)
        closing = threading.Thread(target=close, name="closing", daemon=True)
        closing.start()
        closing.join(_LAST)
        os._exit(code)

    threading.Thread(target=wait, name="ending", daemon=True).start()


def watch_for_hang_up(terminal: int, told: Callable[[], object]) -> None:
    """Call ``told`` from another thread once nobody is at the other end of ``terminal``.

    The signal that tells of it goes to the leader of a session and to what runs in front; a
    program that is neither would go on for ever.

    Args:
        terminal: a file descriptor.
        told: called at most once.
    """

    def wait() -> None:
        poll = select.poll()
        poll.register(terminal, 0)  # a hang-up is told of unasked
        with suppress(OSError):
            if any(events & (select.POLLHUP | select.POLLERR) for _, events in poll.poll()):
                told()

    threading.Thread(target=wait, name="hang-up", daemon=True).start()


class Tolerant:
    """A terminal to write to that may be gone: what is written then is dropped.

    A thread that writes must not end by it, or whoever hands it text waits for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._gone = False

    @property
    def closed(self) -> bool:
        """Whether the file was closed."""
        return self._file.closed

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Return whether it is a terminal."""
        return self._file.isatty()

    def write(self, text: str) -> int:
        """Write ``text``, or drop it."""
        if not self._gone:
            try:
                return self._file.write(text)
            except OSError:
                self._lose()
        return len(text)

    def flush(self) -> None:
        """Bring out what was written, or drop it."""
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self._lose()

    def _lose(self) -> None:
        """Write no more; what is buffered must not fail again when the interpreter ends."""
        self._gone = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)
