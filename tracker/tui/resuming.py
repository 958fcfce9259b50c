"""Going on where one left off: what is open is kept on disk, beside the screens."""

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from textual import events
from textual.timer import Timer

from tracker.config import read_sitting, save_sitting
from tracker.errors import InputError, NotFoundError, SettingsError, TrackerError
from tracker.presenters.history import refusal
from tracker.presenters.sitting import Sitting, Spot
from tracker.presenters.tones import Message, Tone
from tracker.services.session import Session
from tracker.tui.keyed import KeyedScreen
from tracker.tui.navigation import DESK, Navigation

#: Seconds without a key after which what is open is kept.
_QUIET = 0.3


def no_keeper(_session: Session) -> None:
    """Keep nothing."""


class SittingKeeper:
    """The file of one reviewer in one database; written by a thread of its own.

    Args:
        path: the file.
        refused: told, from that thread, when it cannot be written; once.
    """

    def __init__(self, path: Path, refused: Callable[[TrackerError], object] | None = None) -> None:
        self._path = path
        self.refused = refused
        self._last: Sitting | None = None
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sitting")

    def read(self) -> Sitting:
        """Return what was kept; an empty sitting where nothing was.

        Raises:
            SettingsError: when the file cannot be read.
            InputError: when it holds something else.
        """
        document = read_sitting(self._path)
        return Sitting() if document is None else Sitting.read(document)

    def keep(self, sitting: Sitting) -> None:
        """Have a sitting written, unless it is the one written last."""
        if sitting != self._last:
            self._last = sitting
            # After the end nothing more is kept.
            with contextlib.suppress(RuntimeError):
                self._writer.submit(self._write, sitting)

    def _write(self, sitting: Sitting) -> None:
        try:
            save_sitting(self._path, sitting.document())
        except SettingsError as error:
            refused, self.refused = self.refused, None
            if refused is not None:
                refused(error)

    def close(self) -> None:
        """Write what waits."""
        self._writer.shutdown()


class Resuming(Navigation, inherit_bindings=False):
    """The part of the application that keeps what is open, and opens it again.

    Attributes:
        keeper: where it is kept; None where nothing is.
    """

    keeper: SittingKeeper | None = None
    _quiet: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keep what is open as soon as the keys rest."""
        await super().on_event(event)
        if self.keeper is not None and isinstance(event, events.InputEvent | events.Paste):
            if self._quiet is not None:
                self._quiet.stop()
            self._quiet = self.set_timer(_QUIET, self.keep_sitting)

    def exit(
        self, result: Any = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Keep what is open, and leave."""
        self.keep_sitting()
        super().exit(result, return_code, message)

    def keep_sitting(self) -> None:
        """Have what is open kept; while the screens are being closed, that is nothing."""
        if self.keeper is not None and self.screen_stack:
            self.keeper.keep(self.sitting())

    def sitting(self) -> Sitting:
        """Return what is open now; what lies over a screen only for a moment is left out."""
        open_screens = [screen for screen in self.screen_stack if isinstance(screen, KeyedScreen)]
        spots = tuple(Spot(s.place, s.view) for s in open_screens if s.place is not None)
        return Sitting(spots=spots, trail=self._here(), drafts=dict(self.workspace.drafts))

    def resume(self) -> Message | None:
        """Open what was open the last time; return what to say of it, if anything."""
        if self.keeper is None:
            return None
        self.keeper.refused = lambda error: self.call_from_thread(self.tell, refusal(error))
        try:
            kept = self.keeper.read()
        except (SettingsError, InputError) as error:
            return Message(f"{error} You begin at the desk.", Tone.WARN)
        self.workspace.drafts.update(kept.drafts)
        self.trail = kept.trail.without(lambda place: not self.knows(place))
        reopened = [self._reopened(spot) for spot in kept.spots]
        if not all(reopened):
            return Message("What you had open the last time is no longer here.", Tone.WARN)
        return None

    def _reopened(self, spot: Spot) -> bool:
        """Open a screen again, as it was looked at, and return whether it could be."""
        if not self.knows(spot.place):
            return False
        try:
            if spot.place.is_spot(DESK):
                self.go(spot.place)
            else:
                self.open(spot.place)
        except NotFoundError:
            return False
        if isinstance(self.screen, KeyedScreen):
            self.screen.take_view(spot.view)
        return True
