"""The application on the small desk of the tests, driven by keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tests.desk import desk_session
from tracker.presenters.keymap import keymap
from tracker.presenters.tones import Message
from tracker.services.session import Session
from tracker.tui.app import TrackerApp
from tracker.tui.bars import StatusLine
from tracker.tui.keyed import KeyedScreen
from tracker.tui.screens.desk import DeskScreen
from tracker.tui.screens.review import ReviewScreen
from tracker.tui.workspace import Workspace


class Driver:
    """Presses keys and reads what the screens hold.

    Attributes:
        app: the running application.
        opened: the web addresses that it would have opened in a browser.
    """

    def __init__(self, app: TrackerApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.opened: list[str] = []
        self._pilot = pilot
        app.open_url = lambda url, **_: self.opened.append(url)  # type: ignore[method-assign]

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait for what they started."""
        for key in keys:
            await self._pilot.press(key)
        await self.settle()

    async def settle(self) -> None:
        """Wait until workers are done and screens are drawn."""
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, selector: str, x: int, y: int, times: int = 1) -> None:
        """Click a place of a widget, ``times`` in a row."""
        await self._pilot.click(selector, offset=(x, y), times=times)
        await self.settle()

    async def drag(self, selector: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one place of a widget and let it go at another."""
        await self._pilot.mouse_down(selector, offset=start)
        await self._pilot.hover(selector, offset=end)
        await self._pilot.mouse_up(selector, offset=end)
        await self.settle()

    @property
    def said(self) -> Message:
        """What the status line of the screen says."""
        return self.app.screen.query_one(StatusLine).message

    @property
    def screen_name(self) -> str:
        """The registry's name of the screen in sight, which must be one of its."""
        screen = self.app.screen
        assert isinstance(screen, KeyedScreen)
        return screen.INFO.name

    @property
    def desk(self) -> DeskScreen:
        """The desk, which must be in sight."""
        screen = self.app.screen
        assert isinstance(screen, DeskScreen)
        return screen

    @property
    def review(self) -> ReviewScreen:
        """The review, which must be in sight."""
        screen = self.app.screen
        assert isinstance(screen, ReviewScreen)
        return screen


@asynccontextmanager
async def driven(
    session: Session | None = None,
    *,
    size: tuple[int, int] = (120, 40),
    keys: dict[str, tuple[str, ...]] | None = None,
    editor: str = "",
) -> AsyncIterator[Driver]:
    """Yield the running application on a session, or on the small desk."""
    workspace = Workspace(
        session=session or desk_session(), keymap=keymap(keys or {}), editor=editor
    )
    app = TrackerApp(workspace)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver


@asynccontextmanager
async def reviewing(
    session: Session | None = None, *, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Driver]:
    """Yield the application with the only article open for review."""
    async with driven(session, size=size) as driver:
        await driver.press("enter")
        yield driver
