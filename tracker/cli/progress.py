"""How far a long command is, on standard error, for a person who watches a terminal."""

import os
import select
import sys
import termios
import time
import tty
from typing import Any

from tracker.cli.visible import visible

_PATIENCE = 0.5
_PAUSE = 0.1
_WIDTH = 24


_ESCAPE = b"\x1b"


class Bar:
    """A progress sink that draws a bar once half a second has passed, and wipes it at the end.

    Where a person types, Esc asks the work to stop.
    """

    def __init__(self) -> None:
        self.cancelled = False
        self._keys = _Keys()
        self._drawn = False
        self._next = time.monotonic() + _PATIENCE
        self._watched = sys.stderr.isatty()

    def report(self, done: int, total: int, label: str) -> None:
        """Draw how far the work is, at most ten times a second."""
        self.cancelled = self.cancelled or self._keys.escaped()
        if not self._watched or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        filled = _WIDTH * done // total if total else 0
        bar = "█" * filled + "░" * (_WIDTH - filled)
        sys.stderr.write(f"\r\x1b[K{bar} {done}/{total} {visible(label)[:40]}")
        sys.stderr.flush()
        self._drawn = True

    def __enter__(self) -> "Bar":
        self._keys.listen()
        return self

    def __exit__(self, *_: object) -> None:
        self._keys.let_go()
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class _Keys:
    """The keyboard, listened to without waiting; nothing where standard input is no terminal."""

    def __init__(self) -> None:
        self._before: Any = None

    def listen(self) -> None:
        """Have keys come one by one, without showing them; ctrl+c still interrupts."""
        if sys.stdin is None or not sys.stdin.isatty():
            return
        descriptor = sys.stdin.fileno()
        self._before = termios.tcgetattr(descriptor)
        tty.setcbreak(descriptor, termios.TCSANOW)

    def let_go(self) -> None:
        """Give the keyboard back as it was."""
        if self._before is not None:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._before)
            self._before = None

    def escaped(self) -> bool:
        """Return whether Esc was pressed; an arrow, which begins with it, is none."""
        if self._before is None or not select.select([sys.stdin], [], [], 0)[0]:
            return False
        return os.read(sys.stdin.fileno(), 64) == _ESCAPE
