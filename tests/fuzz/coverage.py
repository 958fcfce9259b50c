"""What random hands have reached: screens in sight, and commands that ran."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from attrs import define, field
from textual.command import CommandPalette

from tracker.presenters.commands import COMMANDS, SCREENS, Command
from tracker.tui.app import TrackerApp
from tracker.tui.coach import CoachStrip
from tracker.tui.keyed import KeyedScreen

#: What is in sight besides the screens of the registry.
PALETTE, TOUR = "palette", "tour"


@define
class Coverage:
    """Counts what was reached.

    Attributes:
        seen: steps by the screen they were done on; ``palette`` for what is no screen of the
            registry, ``tour`` besides for steps within the guided tour.
        sought: how often the way to each screen was gone.
        ran: how often each command ran, by its identifier.
    """

    seen: Counter[str] = field(factory=Counter)
    sought: Counter[str] = field(factory=Counter)
    ran: Counter[str] = field(factory=Counter)

    @property
    def unseen(self) -> tuple[str, ...]:
        """Screens that no step was done on."""
        names = (*(info.name for info in SCREENS), PALETTE, TOUR)
        return tuple(name for name in names if not self.seen[name])

    @property
    def never_ran(self) -> tuple[str, ...]:
        """Commands that no step ran."""
        return tuple(c.id for c in COMMANDS if not self.ran[c.id])

    def look(self, app: TrackerApp) -> None:
        """Count a step on the screen in sight.

        Raises:
            AssertionError: when nothing is in sight that a person can do something with.
        """
        assert isinstance(app.screen, KeyedScreen | CommandPalette), f"blank: {app.screen_stack}"
        assert app.screen.children, f"nothing on {app.screen}"
        self.seen[screen_name(app)] += 1
        if app.screen.query(CoachStrip):
            self.seen[TOUR] += 1

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count the commands that screens run while this is open."""
        with ExitStack() as stack:
            for kind in _kinds(KeyedScreen):
                if "run_command" in vars(kind):
                    counted = self._counted(kind, vars(kind)["run_command"])
                    stack.enter_context(patch.object(kind, "run_command", counted))
            yield

    def _counted(
        self, kind: type[Any], run: Callable[[Any, Command], Awaitable[None]]
    ) -> Callable[[Any, Command], Awaitable[None]]:
        async def counted(screen: KeyedScreen[Any], command: Command) -> None:
            # What a screen leaves to its parent class was counted already.
            if next(k for k in type(screen).__mro__ if "run_command" in vars(k)) is kind:
                self.ran[command.id] += 1
            await run(screen, command)

        return counted

    def lines(self) -> Iterator[str]:
        """Yield what was reached in lines, and what was not."""
        yield "steps by screen: " + _counts(self.seen)
        yield f"commands run: {len(COMMANDS) - len(self.never_ran)} of {len(COMMANDS)}"
        yield _counts(self.ran)
        yield f"screens never in sight: {', '.join(self.unseen) or 'none'}"
        yield f"commands never run: {', '.join(self.never_ran) or 'none'}"


def screen_name(app: TrackerApp) -> str:
    """Return the registry's name of the screen in sight."""
    return app.screen.INFO.name if isinstance(app.screen, KeyedScreen) else PALETTE


def _kinds(kind: type[Any]) -> Iterator[type[Any]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counter.most_common())
