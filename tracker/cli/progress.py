"""How far a long command is, on standard error, for a person who watches a terminal."""

import sys
import time

from tracker.cli.visible import visible

_PATIENCE = 0.5
_PAUSE = 0.1
_WIDTH = 24


class Bar:
    """A progress sink that draws a bar once half a second has passed, and wipes it at the end."""

    cancelled = False

    def __init__(self) -> None:
        self._drawn = False
        self._next = time.monotonic() + _PATIENCE
        self._watched = sys.stderr.isatty()

    def report(self, done: int, total: int, label: str) -> None:
        """Draw how far the work is, at most ten times a second."""
        if not self._watched or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        filled = _WIDTH * done // total if total else 0
        bar = "█" * filled + "░" * (_WIDTH - filled)
        sys.stderr.write(f"\r\x1b[K{bar} {done}/{total} {visible(label)[:40]}")
        sys.stderr.flush()
        self._drawn = True

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
