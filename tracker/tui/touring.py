"""The guided tour: the true screens on a throw-away database, in a stack of their own."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from attrs import evolve
from textual import events
from textual.screen import Screen
from textual.timer import Timer

from tracker.presenters.message_log import MessageLog
from tracker.presenters.tour import Seen, TourState, seen
from tracker.presenters.trail import Trail
from tracker.services.sampling import tour_session
from tracker.tui.coach import CoachStrip
from tracker.tui.keyed import KeyedScreen
from tracker.tui.resuming import Resuming
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.workspace import Workspace

_HOME, _MODE = "desk", "tour"
#: Seconds between two looks at what was done.
_LOOK = 0.2


class Touring(Resuming, inherit_bindings=False):
    """The part of the application that leads round.

    Attributes:
        tour: where the tour is; None before the first and after a finished one.
    """

    DEFAULT_MODE = _HOME
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {_HOME: Screen}
    tour: TourState | None = None
    _home: tuple[Workspace, Trail] | None = None
    _away: tuple[Workspace, Trail] | None = None
    _folder: TemporaryDirectory[str] | None = None
    _looking: Timer | None = None

    @property
    def touring(self) -> bool:
        """Whether the tour is in sight."""
        return self._home is not None

    def keep_sitting(self) -> None:
        """Have what is open kept; the tour leaves nothing behind."""
        if not self.touring:
            super().keep_sitting()

    async def on_event(self, event: events.Event) -> None:
        """See at once what a key has done."""
        await super().on_event(event)
        if self.touring and isinstance(event, events.InputEvent):
            self.call_after_refresh(self.look_round)

    def action_tour(self) -> None:
        """Begin the tour, or go on with one that was left."""
        if self.touring:
            return
        self.keep_sitting()
        self._home = (self.workspace, self.trail)
        workspace, self.trail = self._away or (self._new_workspace(), Trail())
        self.workspace = workspace
        if self.tour is None:
            self.tour = TourState()
            self.add_mode(_MODE, lambda: DeskScreen(workspace))
        self.switch_mode(_MODE)
        self._looking = self.set_interval(_LOOK, self.look_round)
        self.call_after_refresh(self.look_round)

    def _new_workspace(self) -> Workspace:
        self._folder = TemporaryDirectory(prefix="tracker-tour-")
        return evolve(
            self.workspace,
            session=tour_session(self.workspace.session.reviewer),
            folder=Path(self._folder.name),
            touring=True,
            log=MessageLog(),
            drafts={},
        )

    def _seen(self) -> Seen:
        screen, folder = self.screen, self.workspace.folder
        store = self.workspace.session.store
        if not isinstance(screen, KeyedScreen):
            return seen(store, folder or Path(), "", "")
        standing = screen.place.standing if screen.place else ""
        return seen(store, folder or Path(), screen.INFO.name, standing)

    def look_round(self) -> None:
        """See whether the step is done, and say what comes next."""
        if self.touring and self.tour is not None:
            self.tour = self.tour.looked(self._seen())
            self._coach()

    def action_skip(self) -> None:
        """Go on to the next step without doing this one."""
        if self.touring and self.tour is not None:
            self.tour = self.tour.skipped(self._seen())
            self._coach()

    def _coach(self) -> None:
        for screen in self.screen_stack:
            for strip in screen.query(CoachStrip):
                if self.tour is not None:
                    strip.coach(self.tour)

    def action_leave(self) -> None:
        """Leave the tour; one that is not over can be taken up again."""
        if self._home is None or self.tour is None:
            return
        if self._looking is not None:
            self._looking.stop()
        self._away = (self.workspace, self._here())
        (self.workspace, self.trail), self._home = self._home, None
        self.switch_mode(_HOME)
        if self.tour.over:
            self.remove_mode(_MODE)
            self.tour = self._away = None
            self.forget_tour()

    def forget_tour(self) -> None:
        """Throw away what the tour wrote."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()
