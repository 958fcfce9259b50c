"""Tries the rows of a table one after the other, each from the same beginning."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import deepcopy
from typing import Any

from attrs import define

from tests.pilot.command_rows.row import OTHER, Row, Table, screen, standing
from tests.pilot.desk_app import Driver, driven
from tracker.presenters.commands import Command, command_named
from tracker.store.memory import MemoryStore
from tracker.tui.keyed import KeyedScreen
from tracker.tui.screens.desk import DeskScreen


@define
class Stage:
    """A running program that goes back to the beginning of a table after each row."""

    driver: Driver
    table: Table
    kept: dict[str, Any]
    home: KeyedScreen[Any]
    standing: str = ""

    @property
    def _store(self) -> MemoryStore:
        store = self.driver.app.workspace.session.store
        assert isinstance(store, MemoryStore)
        return store

    async def begin(self) -> None:
        """Go the table's way from the desk."""
        app = self.driver.app
        while not isinstance(app.screen, DeskScreen):
            app.pop_screen()
        await self.driver.settle()
        await self.driver.press(*self.table.way)
        shown = app.screen
        assert isinstance(shown, KeyedScreen)
        self.home = shown
        self.standing = standing(self.driver)

    async def again(self) -> None:
        """Make everything as it was before the row."""
        app = self.driver.app
        if app.touring:
            app.action_leave()
            await self.driver.settle()
        vars(self._store).update(deepcopy(self.kept))
        app.workspace.drafts.clear()
        app.copy_to_clipboard("")
        if self.table.anew or self.home not in app.screen_stack:
            await self.begin()
        elif app.screen is self.home:
            self.home.reload()
        # What comes into sight reads anew what it shows.
        while app.screen is not self.home:
            app.pop_screen()
        await self.driver.settle()
        self.home.stand_on(self.standing)
        self.home.take_view({})
        await self.driver.press(*self.table.over)
        self.table.meanwhile(app.workspace.session)

    async def try_key(self, row: Row, keys: tuple[str, ...]) -> str:
        """Press a command's key, and return what is wrong with what came of it; empty if nothing.

        Args:
            row: what the command is to do.
            keys: the strokes of the command.
        """
        await self.again()
        await self.driver.press(*row.first)
        if screen(self.driver) != self.table.screen:
            return f"one is on {screen(self.driver)}, not on {self.table.screen}"
        before = row.look(self.driver)
        await self.driver.press(*keys)
        await self.driver.press(*row.then)
        after = row.look(self.driver)
        if before == (after if row.shows is OTHER else row.shows):
            return f"before, it showed {before!r} already"
        if row.shows is not OTHER and after != row.shows:
            return f"it shows {after!r}, not {row.shows!r}"
        return ""


def strokes(command: Command) -> tuple[tuple[str, ...], ...]:
    """Return the strokes of each key of a command, or those that find it in the palette."""
    if command.keys:
        return tuple(tuple(key.split()) for key in command.keys)
    palette = command_named("app.palette").keys[0]
    return (
        (palette, *("space" if letter == " " else letter for letter in command.label), "enter"),
    )


@asynccontextmanager
async def staged(table: Table) -> AsyncIterator[Stage]:
    """Yield a stage for a table."""
    session = table.session()
    kept = deepcopy(vars(session.store))
    async with driven(session, size=table.size) as driver:
        stage = Stage(driver, table, kept, driver.desk)
        await stage.begin()
        yield stage


async def wrong_rows(table: Table) -> list[str]:
    """Try every key of every row of a table, and return what went wrong, a sentence each."""
    found = []
    async with staged(table) as stage:
        for command_id, row in table.rows.items():
            for keys in strokes(command_named(command_id)):
                if wrong := await stage.try_key(row, keys):
                    found.append(f"{command_id} with {' '.join(keys)}: {wrong}")
    return found
