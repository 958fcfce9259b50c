"""The terminal, asked to leave the order of text to us while the screens are shown."""

import atexit
import os
import signal
import termios
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tracker.tui.ending import Tolerant, end_anyway, watch_for_hang_up
from tracker.tui.terminal import Plan

_ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_SIGNAL_EXIT_BASE = 128  # what a shell adds to the number of the signal that ended a program
# Paste, mouse, keys, screen, cursor and focus, as Textual's driver gives them back.
_GIVE_BACK = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u"
    "\x1b[?1049l\x1b[?25h\x1b[?1004l"
)


class BidiDriver(LinuxDriver):
    """Textual's driver, which also sends the plan's sequences on every way in and out.

    They go out before the alternate screen is entered and after it is left, because terminals
    remember the mode by row. Suspending, resuming, errors and the signals that end a program all
    pass through here; only a kill that cannot be caught leaves the terminal as it was.
    """

    _entered = False
    _ending = False
    _watched = False

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Prepare the driver; see Textual's own."""
        super().__init__(*arguments, **named)
        self._file: Any = Tolerant(self._file)

    @property
    def _plan(self) -> Plan | None:
        plan = getattr(self._app, "plan", None)
        return plan if isinstance(plan, Plan) else None

    def start_application_mode(self) -> None:
        """Take the terminal over; also on resuming."""
        if self._plan and self._plan.enter and not self._entered:
            self._send(self._plan.enter)
            atexit.register(self._leave)
        self._entered = True
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual left it so
        if not self._watched:
            self._watched = True
            watch_for_hang_up(self.fileno, lambda: self._end(signal.SIGHUP))
        for ending in _ENDING_SIGNALS:
            signal.signal(ending, self._on_ending)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was; also on suspending."""
        super().stop_application_mode()
        if self._writer_thread is not None:
            self._writer_thread.stop()  # what was written comes out before what follows
        self._leave()
        if not self._ending:  # what is on its way out is not to be cut short
            for ending in _ENDING_SIGNALS:
                signal.signal(ending, signal.SIG_DFL)

    def run_input_thread(self) -> None:
        """Read keys until the end, or until nobody is there to type them."""
        try:
            super().run_input_thread()
        except OSError:
            self._end(signal.SIGHUP)

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again, where it was given back; a hang-up tells to go on, too."""
        if not self._entered and not self._ending:
            super()._sigcont_application()

    def _leave(self) -> None:
        if self._entered and self._plan and self._plan.leave:
            self._send(self._plan.leave)
            atexit.unregister(self._leave)
        self._entered = False

    def _send(self, sequence: str) -> None:
        if self._file is not None and not self._file.closed:
            self._file.write(sequence)
            self._file.flush()

    def _on_ending(self, number: int, _frame: object) -> None:
        self._end(signal.Signals(number))

    def _end(self, ending: signal.Signals) -> None:
        """End the application through its own door, or soon without; from any thread, once."""
        if self._ending:
            return
        self._ending = True
        code = _SIGNAL_EXIT_BASE + ending
        last: tuple[Callable[[], object], ...] = getattr(self._app, "last_steps", ())
        end_anyway(code, (*last, self._give_back))
        with suppress(RuntimeError):  # the loop is closed: the end is on its way
            self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=code))

    def _give_back(self) -> None:
        """Give the terminal back from another thread than the one that stands still."""
        if self._entered:
            plan = self._plan
            os.write(self._file.fileno(), (_GIVE_BACK + (plan.leave if plan else "")).encode())
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
