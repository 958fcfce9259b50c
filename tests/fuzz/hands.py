"""Random keys, clicks, sizes and pastes on the sample article, over every screen.

What is done follows from the seed alone. Whoever it fails on gets the seed and the last steps.
"""

import random
from collections import Counter, deque
from pathlib import Path

from attrs import define, field
from textual import events
from textual.pilot import OutOfBounds, Pilot

from tests.desk import make_session
from tracker.presenters.commands import COMMANDS
from tracker.presenters.keymap import keymap
from tracker.resources import seeds_folder
from tracker.services.adding import add_paths
from tracker.services.checking import check
from tracker.services.session import Session
from tracker.store import Store, open_store
from tracker.tui.app import TrackerApp
from tracker.tui.keyed import KeyedScreen
from tracker.tui.workspace import Workspace

HOSTILE = (
    "\x1b]0;x\x07\x1b[31m",
    "\u202eقال مصدر\u2066",
    "[bold]x[/] [link=file:///]",
    "=cmd|' /C calc'!A0",
    "../" * 20 + "x",
    "ا" * 5_000,
    "\u200b\u200f\ufeff\x00\ud7ff",
    "سطر\nآخر\r\n\tواحد",
    "e\u0301" * 50 + "👩‍👩‍👧",
)
SIZES = ((80, 24), (120, 40), (200, 60), (20, 6), (100, 12))
_KEYS = tuple(sorted({part for c in COMMANDS for key in c.keys for part in key.split()}))
_TYPED = tuple("abcdefghijklmnopqrstuvwxyz0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهوي ./~-=")
_KEPT = 40
#: How often a command on the desk is the one that opens the review, where most commands are.
_TO_REVIEW = 0.3
#: Leaving is worth little: the hands would spend their time on starting again.
_LEAVING = frozenset({"ctrl+q", "ctrl+c", "ctrl+z"})


class FuzzError(AssertionError):
    """The program failed under random hands."""


@define
class Hands:
    """Does ``steps`` random things to the program.

    Attributes:
        seed: what everything follows from.
        folder: where the database and whatever is written go; must be the working folder.
        seen: how many steps each screen got.
        last: the last steps, the newest last.
    """

    seed: int
    folder: Path
    seen: Counter[str] = field(factory=Counter)
    last: deque[str] = field(factory=lambda: deque(maxlen=_KEPT))

    async def run(self, steps: int) -> None:
        """Do ``steps`` things, starting the program again whenever it was left.

        Raises:
            FuzzError: when the program failed, or the database is not sound afterwards.
        """
        chance = random.Random(self.seed)  # noqa: S311  (repeatable, no secret)
        store = open_store(str(self.folder / "desk.tracker"))
        session = make_session(store)
        add_paths(session, sorted(seeds_folder().glob("*.txt")))
        left = steps
        try:
            while left > 0:
                left = await self._sit_down(session, chance, left)
        except Exception as error:
            msg = f"seed {self.seed}, {self.seen.total()} steps; the last: {' '.join(self.last)}"
            raise FuzzError(msg) from error
        self._sound(store)
        store.close()

    async def _sit_down(self, session: Session, chance: random.Random, left: int) -> int:
        app = TrackerApp(Workspace(session=session, keymap=keymap({}), editor="true"))
        async with app.run_test(size=SIZES[1]) as pilot:
            await pilot.pause()
            while left > 0 and app.is_running and app._exception is None and not app._exit:
                self.seen[_name(app)] += 1
                await self._step(app, pilot, chance)
                left -= 1
        return left

    async def _step(self, app: TrackerApp, pilot: Pilot[None], chance: random.Random) -> None:
        match chance.choices(
            ("command", "key", "text", "click", "size", "paste"), (50, 25, 12, 8, 2, 3)
        )[0]:
            case "command":
                await self._keys(pilot, _a_command(app, chance).split())
            case "key":
                await self._keys(pilot, [chance.choice(_KEYS)])
            case "text":
                await self._keys(pilot, chance.choices(_TYPED, k=chance.randint(1, 4)))
            case "click":
                await self._click(app, pilot, chance)
            case "size":
                size = chance.choice(SIZES)
                self.last.append(f"size{size}")
                await pilot.resize_terminal(*size)
            case _:
                text = chance.choice(HOSTILE)
                self.last.append(f"paste{text[:20]!r}")
                app.post_message(events.Paste(text))
                await pilot.pause()

    async def _keys(self, pilot: Pilot[None], keys: list[str]) -> None:
        for key in keys:
            if key not in _LEAVING:
                self.last.append(key)
                await pilot.press("space" if key == " " else key)

    async def _click(self, app: TrackerApp, pilot: Pilot[None], chance: random.Random) -> None:
        width, height = app.size
        at = (chance.randrange(max(1, width)), chance.randrange(max(1, height)))
        self.last.append(f"click{at}")
        try:
            await pilot.click(offset=at, times=chance.choice((1, 1, 2)))
        except OutOfBounds:
            self.last.append("(outside)")

    def _sound(self, store: Store) -> None:
        problems = check(store)
        if problems:
            msg = f"seed {self.seed}: the database is not sound: {problems[:5]}"
            raise FuzzError(msg)


def _name(app: TrackerApp) -> str:
    return app.screen.INFO.name if isinstance(app.screen, KeyedScreen) else "palette"


def _a_command(app: TrackerApp, chance: random.Random) -> str:
    """Return a key of the screen in sight, or any key where it has none."""
    groups = app.screen.INFO.groups if isinstance(app.screen, KeyedScreen) else ()
    if not groups:
        return chance.choice(("escape", "enter", "down"))
    if "desk" in groups and chance.random() < _TO_REVIEW:
        return "enter"
    return chance.choice([k for c in COMMANDS if c.group in groups for k in c.keys])
