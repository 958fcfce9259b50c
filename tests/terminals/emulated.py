"""A terminal of our own: runs a program, answers its questions, keeps what it writes."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping

from tests.unit.rtl.texts import REPOSITORY

ROWS, COLUMNS = 30, 100
_PATIENCE = 30.0
_QUESTION = b"\x1b[8$p\x1b[>0q\x1b[>c\x1b[c"


class EmulatedTerminal:
    """Runs a Python module in a pseudo-terminal.

    Args:
        command: what to run with ``python -m``: the module and its arguments.
        reply: what to answer when the program asks who it is talking to.
        environment: variables to add.
        rows: lines of the terminal.
        columns: columns of the terminal.
    """

    def __init__(
        self,
        command: str,
        reply: bytes = b"\x1b[?1c",
        environment: Mapping[str, str] | None = None,
        *,
        rows: int = ROWS,
        columns: int = COLUMNS,
    ) -> None:
        self._reply = reply
        self.written = b""
        self._place = 0
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            self._become([sys.executable, "-m", *command.split()], environment or {})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @staticmethod
    def _become(command: list[str], environment: Mapping[str, str]) -> None:
        os.chdir(REPOSITORY)
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        os.execve(command[0], command, {**inherited, "TERM": "xterm-256color", **environment})  # noqa: S606 - our own interpreter

    def read_until(self, wanted: bytes) -> bytes:
        """Read until ``wanted`` comes, and return all from the end of the last one up to its end.

        Raises:
            TimeoutError: when it does not come.
        """
        start = self._place
        deadline = time.monotonic() + _PATIENCE
        while (found := self.written.find(wanted, start)) < 0:
            if not self._read(deadline - time.monotonic()):
                message = f"{wanted!r} did not come; last: {self.written[-300:]!r}"
                raise TimeoutError(message)
        self._place = found + len(wanted)
        return self.written[start : self._place]

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._terminal], [], [], max(0.0, patience))
        if not ready:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:  # the program has gone and so has its end of the line
            return False
        self.written += part
        if part.endswith(_QUESTION) or _QUESTION in part:
            self.send(self._reply)
        return bool(part)

    def send(self, keys: bytes) -> None:
        """Type."""
        os.write(self._terminal, keys)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def wait_until_stopped(self) -> None:
        """Wait for the program to stop itself."""
        os.waitpid(self.pid, os.WUNTRACED)

    def finish(self) -> int:
        """Read to the end and return the program's exit code.

        Raises:
            TimeoutError: when it does not end.
        """
        while self._read(_PATIENCE):
            pass
        if select.select([self._terminal], [], [], 0.0)[0] == []:
            message = f"It did not end; last: {self.written[-300:]!r}"
            raise TimeoutError(message)
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def hang_up(self) -> int:
        """Take the terminal away and return the program's exit code.

        Raises:
            TimeoutError: when it does not end.
        """
        os.close(self._terminal)
        self._terminal = -1
        ended = os.pidfd_open(self.pid)
        try:
            if not select.select([ended], [], [], _PATIENCE)[0]:
                message = "It outlived its terminal."
                raise TimeoutError(message)
        finally:
            os.close(ended)
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """End the program if it still runs."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._terminal >= 0:
            os.close(self._terminal)
