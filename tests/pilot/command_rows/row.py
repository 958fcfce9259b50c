"""A row of the tables of commands, and what is looked at to see that a command did its work."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import field, frozen
from textual.geometry import Offset

from tests.desk import desk_session
from tests.pilot.desk_app import Driver
from tracker.model import Assessment, Claim, Entity
from tracker.services.session import Session
from tracker.tui.bars import StatusLine
from tracker.tui.keyed import KeyedScreen
from tracker.tui.widgets.virtual_table import VirtualTable

#: Reads from the running program what a command is about.
Look = Callable[[Driver], object]


class Other:
    """What a look must show afterwards where only that it differs counts."""

    def __repr__(self) -> str:
        """Say what was expected."""
        return "something else than before"


OTHER: Final = Other()


@frozen
class Row:
    """A command's work: what is looked at, and what it must show then and not before.

    Attributes:
        look: what is looked at.
        shows: what it shows afterwards; :data:`OTHER` for anything but what it showed before.
        first: what is pressed before the command, on the screen of the table.
        then: what is pressed after it, such as the answer to what it asks.
    """

    look: Look
    shows: object = OTHER
    first: tuple[str, ...] = field(default=(), kw_only=True)
    then: tuple[str, ...] = field(default=(), kw_only=True)


@frozen(kw_only=True)
class Table:
    """The rows of one screen, and how one gets there.

    Attributes:
        screen: the registry's name of the screen on which the commands are pressed.
        rows: command -> its row.
        way: what is pressed on the desk to get to the screen that stays open from row to row.
        over: what is pressed on that screen before every row, for what lies over it.
        meanwhile: what somebody else does after that.
        session: what the database holds.
        size: columns and lines of the terminal.
        anew: whether the way is gone anew for each row, where a screen keeps what it was told.
    """

    screen: str
    rows: Mapping[str, Row]
    way: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    meanwhile: Callable[[Session], object] = id
    session: Callable[[], Session] = desk_session
    size: tuple[int, int] = (120, 40)
    anew: bool = False


def screen(driver: Driver) -> str:
    """Return the name of the screen in sight; of one that is not the registry's, its class."""
    shown = driver.app.screen
    return shown.INFO.name if isinstance(shown, KeyedScreen) else type(shown).__name__


def said(driver: Driver) -> str:
    """Return what the status line says; empty where there is none."""
    return next((line.message.text for line in driver.app.screen.query(StatusLine)), "")


def clipboard(driver: Driver) -> str:
    """Return what was copied."""
    return driver.app.clipboard


def standing(driver: Driver) -> str:
    """Return what one stands on."""
    shown = driver.app.screen
    assert isinstance(shown, KeyedScreen)
    return shown.place.standing if shown.place else ""


def place(driver: Driver) -> object:
    """Return where one is, with what one stands on."""
    shown = driver.app.screen
    return shown.place if isinstance(shown, KeyedScreen) else None


def kind(driver: Driver) -> str:
    """Return the title of what lies over the screen."""
    return str(driver.app.screen.query_one(".frame")._border_title)


def cursor(driver: Driver) -> str | None:
    """Return the row under the bar."""
    return driver.app.screen.query_one(VirtualTable).cursor_id


def marked(driver: Driver) -> int:
    """Return how many rows are marked."""
    return len(driver.app.screen.query_one(VirtualTable).marked)


def scrolled(*names: str) -> Look:
    """Return a look at how far panes are scrolled."""

    def look(driver: Driver) -> list[Offset]:
        return [driver.app.screen.query_one(f"#{name}").scroll_offset for name in names]

    return look


def state(name: str) -> Look:
    """Return a look at one value of what the presenter of the screen holds."""

    def look(driver: Driver) -> object:
        held: Any = driver.app.screen
        for part in name.split("."):
            held = getattr(held, part)
        return held

    return look


def count(record: type[Entity]) -> Look:
    """Return a look at how many records of a kind are stored."""

    def look(driver: Driver) -> int:
        return driver.app.workspace.session.store.count(record)

    return look


def only(record: type[Entity], name: str) -> Look:
    """Return a look at one field of the only record of a kind, None where there is none."""

    def look(driver: Driver) -> object:
        return next(
            (getattr(one, name) for one in driver.app.workspace.session.store.scan(record)), None
        )

    return look


def claim(claim_id: str, name: str) -> Look:
    """Return a look at one field of a stored claim."""

    def look(driver: Driver) -> object:
        return getattr(driver.app.workspace.session.store.get(Claim, claim_id), name)

    return look


def rated(claim_id: str, name: str) -> Look:
    """Return a look at one field of the first rating of a claim, None without one."""

    def look(driver: Driver) -> object:
        found = driver.app.workspace.session.store.find(Assessment, "claim_id", claim_id)
        return getattr(found[0], name) if found else None

    return look
