"""Keys, clicks and pastes as quick as the program takes them.

Textual's own pilot waits after every key until the process sleeps, at least 20 ms. Here it is
waited until every widget has worked off what it was sent, and the threads behind are done.
"""

import asyncio
import time

from attrs import frozen
from textual import events
from textual.keys import key_to_character
from textual.pilot import Pilot

from tracker.tui.app import TrackerApp

#: Seconds that work in the background may take before the hands go on all the same.
_PATIENCE = 5.0
_LOOK = 0.002


@frozen
class Fingers:
    """Does single things to the running program."""

    app: TrackerApp
    pilot: Pilot[None]

    async def press(self, key: str) -> None:
        """Press a key, written as the registry writes it."""
        name = "space" if key == " " else key
        character = key if len(key) == 1 else key_to_character(name)
        await self._send(events.Key(name, character))

    async def click(self, at: tuple[int, int], to: tuple[int, int], times: int) -> None:
        """Press the mouse at one place and let it go at another, ``times`` in a row."""
        for _ in range(times):
            await self._send(self._mouse(events.MouseDown, at))
            if to != at:
                await self._send(self._mouse(events.MouseMove, to))
            await self._send(self._mouse(events.MouseUp, to))

    async def paste(self, text: str) -> None:
        """Paste a text."""
        await self._send(events.Paste(text))

    async def settle(self) -> None:
        """Wait until everything that was begun is done."""
        until = time.monotonic() + _PATIENCE
        while self.working:
            await self.pilot.pause(0)
            if time.monotonic() > until or all(w.is_finished for w in self.app.workers):
                break
            await asyncio.sleep(_LOOK)
        if self.working:
            await self.pilot.pause(0)

    @property
    def working(self) -> bool:
        """Whether the program neither ended nor failed."""
        return self.app.is_running and not self.app._exit and self.app._exception is None

    async def _send(self, event: events.Event) -> None:
        if self.working and self.app._driver is not None:
            self.app._driver.process_message(event)
            await asyncio.sleep(0)
            await self.pilot._wait_for_screen()

    def _mouse(
        self, kind: type[events.MouseDown | events.MouseMove | events.MouseUp], at: tuple[int, int]
    ) -> events.MouseEvent:
        x, y = at
        return kind(
            widget=None, x=x, y=y, delta_x=0, delta_y=0, button=1,
            shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y,
        )  # fmt: skip
