"""Random keys, clicks, sizes and pastes on the sample article, over every screen.

What is done follows from the seed alone. Whoever it fails on gets the seed and the last steps.
"""

import random
from collections import deque
from collections.abc import Callable
from pathlib import Path

from attrs import define, field

from tests.desk import colleague
from tests.fuzz.coverage import TOUR, Coverage, screen_name
from tests.fuzz.fingers import Fingers
from tests.fuzz.table import laid_table
from tests.fuzz.ways import WAYS, commands_in_sight, keys_of
from tracker.errors import TrackerError
from tracker.presenters.commands import COMMANDS, OVER_ALL, Command
from tracker.presenters.keymap import keymap
from tracker.services.checking import check
from tracker.services.reviewing import annotate
from tracker.services.session import Session
from tracker.store import Store, open_store
from tracker.tui.app import TrackerApp
from tracker.tui.screens.review import ReviewScreen
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
#: The first is where every start begins; the small ones are the quickest to draw.
SIZES = ((80, 24), (80, 24), (60, 16), (80, 12), (60, 12), (20, 6), (120, 40), (200, 60))
_KEYS = tuple(sorted({k for c in COMMANDS for key in c.keys for k in key.split()} - {"ctrl+q"}))
_TYPED = tuple("abcdefghijklmnopqrstuvwxyz0123456789ابتثجحخدذرزسشصضطظعغفقكلمنهوي ./~-=")
_KEPT = 60
#: How often, in a hundred steps, each kind of thing is done.
_KINDS = {"command": 52, "key": 20, "text": 10, "click": 8, "size": 2, "paste": 3, "way": 2}
#: Leaving is worth little: the hands would spend their time on starting again.
_LEAVING = 0.05
#: Keys of the longest command that is not given by its name: ``g d``.
_LONGEST = 2
#: Escape so often leads out of anything but to the desk's own question whether to leave.
_OUT = 3


class FuzzError(AssertionError):
    """The program failed under random hands."""


@define
class Hands:
    """Does ``steps`` random things to the program.

    What was done least is the likelier, so that every screen and command gets its turn.

    Attributes:
        seed: what everything follows from.
        folder: where the database and whatever is written go; must be the working folder.
        coverage: what was reached.
        done: how many steps were done: a key, a click, a paste, another size. The keys that
            lead to a screen or spell a command's name in the palette are not counted.
        last: the last steps, the newest last.
        told: is called with the number of steps done, before each.
    """

    seed: int
    folder: Path
    coverage: Coverage = field(factory=Coverage)
    done: int = 0
    last: deque[str] = field(factory=lambda: deque(maxlen=_KEPT))
    told: Callable[[int], None] = lambda _: None

    async def run(self, steps: int) -> None:
        """Do ``steps`` things, starting the program again whenever it was left.

        Raises:
            FuzzError: when the program failed, or the database is not sound afterwards.
        """
        chance = random.Random(self.seed)  # noqa: S311  (repeatable, no secret)
        store = open_store(str(self.folder / "desk.tracker"))
        session = laid_table(store)
        try:
            with self.coverage.counting():
                while self.done < steps:
                    await self._sit_down(session, chance, steps)
        except Exception as error:
            msg = f"seed {self.seed}, step {self.done}; the last: {' '.join(self.last)}"
            raise FuzzError(msg) from error
        self._sound(store)
        store.close()

    async def _sit_down(self, session: Session, chance: random.Random, steps: int) -> None:
        app = TrackerApp(Workspace(session=session, keymap=keymap({}), editor="true"))
        self.last.append("(start)")
        async with app.run_test(size=SIZES[0]) as pilot:
            fingers = Fingers(app, pilot)
            await fingers.settle()
            while self.done < steps and fingers.working:
                self.told(self.done)
                self.coverage.look(app)
                await self._step(fingers, chance)
                await fingers.settle()

    async def _step(self, fingers: Fingers, chance: random.Random) -> None:
        match chance.choices(tuple(_KINDS), tuple(_KINDS.values()))[0]:
            case "command":
                keys = self._a_command(fingers.app, chance).split()
                await self._press(fingers, keys, counted=len(keys) <= _LONGEST)
            case "key":
                await self._press(fingers, [chance.choice(_KEYS)])
            case "text":
                await self._press(fingers, chance.choices(_TYPED, k=chance.randint(1, 4)))
            case "click":
                await self._click(fingers, chance)
            case "size":
                size = chance.choice(SIZES)
                self.last.append(f"size{size}")
                await fingers.pilot.resize_terminal(*size)
                self.done += 1
            case "paste":
                text = chance.choice(HOSTILE)
                self.last.append(f"paste{text[:20]!r}")
                await fingers.paste(text)
                self.done += 1
            case _:
                await self._go(fingers)

    async def _press(self, fingers: Fingers, keys: list[str], *, counted: bool = True) -> None:
        for key in keys:
            self.last.append(key)
            await fingers.press(key)
            self.done += counted

    async def _click(self, fingers: Fingers, chance: random.Random) -> None:
        width, height = fingers.app.size
        at, to = ((chance.randrange(max(1, width)), chance.randrange(max(1, height))) for _ in "12")
        if chance.random() < 0.7:
            to = at
        self.last.append(f"click{at}{to}")
        await fingers.click(at, to, chance.choice((1, 1, 2)))
        self.done += 1

    def _a_command(self, app: TrackerApp, chance: random.Random) -> str:
        """Return how to give a command that works in sight, rather one that ran seldom."""
        groups = commands_in_sight(app) | (OVER_ALL if app.touring else frozenset())
        commands = [c for c in COMMANDS if c.group in groups]
        if not commands:
            return chance.choice(("escape", "enter", "down"))
        rare = [_worth(c) / (1 + self.coverage.ran[c.id]) for c in commands]
        return chance.choice(keys_of(chance.choices(commands, rare)[0]))

    async def _go(self, fingers: Fingers) -> None:
        """Go to the screen that was in sight least."""
        app, coverage = fingers.app, self.coverage
        name = min(WAYS, key=lambda way: coverage.seen[way] + 5 * coverage.sought[way])
        if app.touring and name != TOUR:
            await self._press(fingers, ["f9"], counted=False)
        for _ in range(_OUT):
            if screen_name(app) != "desk":
                await self._press(fingers, ["escape"], counted=False)
                await fingers.settle()
        *before, last = WAYS[name].keys.split()
        for key in before:
            await self._press(fingers, [key], counted=False)
            await fingers.settle()
        if WAYS[name].rival:
            self._rival(app)
        await self._press(fingers, [last], counted=False)
        coverage.sought[name] += 1

    def _rival(self, app: TrackerApp) -> None:
        """Let a colleague write a note on the claim in hand."""
        for screen in app.screen_stack:
            if isinstance(screen, ReviewScreen) and screen.state.claim is not None:
                self.last.append("(rival)")
                other = colleague(screen.workspace.session, f"Sami{self.done}")
                try:
                    annotate(other, screen.state.claim.id, note=f"hers {self.done}")
                except TrackerError:
                    self.last.append("(refused)")

    def _sound(self, store: Store) -> None:
        problems = check(store)
        if problems:
            msg = f"seed {self.seed}: the database is not sound: {problems[:5]}"
            raise FuzzError(msg)


def _worth(command: Command) -> float:
    return _LEAVING if command.id == "app.quit" else 1
