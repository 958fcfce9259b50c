"""The terminal, asked to leave the order of text to us while the screens are shown."""

import asyncio
import atexit
import signal

from textual.drivers.linux_driver import LinuxDriver

from tracker.tui.terminal import Plan

_ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_SIGNAL_EXIT_BASE = 128  # what a shell adds to the number of the signal that ended a program


class BidiDriver(LinuxDriver):
    """Textual's driver, which also sends the plan's sequences on every way in and out.

    They go out before the alternate screen is entered and after it is left, because terminals
    remember the mode by row. Suspending, resuming, errors and the signals that end a program all
    pass through here; only a kill that cannot be caught leaves the terminal as it was.
    """

    _entered = False

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
        self._end_gracefully()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was; also on suspending."""
        super().stop_application_mode()
        if self._writer_thread is not None:
            self._writer_thread.stop()  # what was written comes out before what follows
        self._leave()
        loop = asyncio.get_running_loop()
        for ending in _ENDING_SIGNALS:
            loop.remove_signal_handler(ending)

    def _leave(self) -> None:
        if self._entered and self._plan and self._plan.leave:
            self._send(self._plan.leave)
            atexit.unregister(self._leave)
        self._entered = False

    def _send(self, sequence: str) -> None:
        if self._file is not None and not self._file.closed:
            self._file.write(sequence)
            self._file.flush()

    def _end_gracefully(self) -> None:
        """Let a signal end the application through its own door, and a second one at once."""
        loop = asyncio.get_running_loop()
        for ending in _ENDING_SIGNALS:
            loop.add_signal_handler(ending, self._end, ending)

    def _end(self, ending: signal.Signals) -> None:
        asyncio.get_running_loop().remove_signal_handler(ending)
        self._app.exit(return_code=_SIGNAL_EXIT_BASE + ending)
