"""The screen test: one mixed line sent in every way there is, until a person says it reads well."""

from collections.abc import Callable, Mapping
from typing import TextIO

from attrs import evolve, frozen
from rich.style import Style

from tracker.rtl import one_line
from tracker.tui.terminal import Plan, terminal_version
from tracker.tui.widgets.painting import paint

SAMPLE = 'وقال مصدر لـ"العربي الجديد" (AFP) إن 15 شخصاً'
_WIDTH = 60
_SCREEN_ON, _SCREEN_OFF = "\x1b[?1049h\x1b[H\x1b[2J", "\x1b[?1049l"
_GUIDE = """\
The line reads from right to left. Read rightly, it says:

  - at the right edge begins the first word, waw qaf alef lam: its letters are joined
  - the quotation marks stand on both sides of two words, not beside each other
  - (AFP) stands left of them, with both brackets round it, and reads from left to right
  - 15 is fifteen, and left of it, at the end, stands one last word
"""


@frozen(kw_only=True)
class Way:
    """One way of sending right-to-left text.

    Attributes:
        name: as it is remembered: ``told`` the terminal is told to leave the order to us,
            ``app`` it is ordered here and nothing is said, ``terminal`` it is left to it.
        plan: what is sent.
    """

    name: str
    plan: Plan


def ways(decided: Plan) -> tuple[Way, ...]:
    """Return the ways to try in a terminal, the likeliest first.

    Args:
        decided: what is known of the terminal (``decide``).
    """
    told = Way(name="told", plan=evolve(decided, order="app", hint=""))
    quiet = Plan(order="app", terminal=decided.terminal)
    left = Plan(order="terminal", terminal=decided.terminal)
    found = [Way(name="app", plan=quiet), Way(name="terminal", plan=left)]
    if decided.order == "terminal":
        found.reverse()
    return (told, *found) if decided.enter else tuple(found)


def answered(decided: Plan, name: str) -> Plan:
    """Return the plan that a person said reads well; ``decided`` where nobody did."""
    return next((way.plan for way in ways(decided) if way.name == name), decided)


def terminal_name(reply: str, environment: Mapping[str, str]) -> str:
    """Return under which name a terminal's answer is remembered.

    Its own name and version where it tells them, else the kind of device it says it is, else
    what the environment says.

    Args:
        reply: what it answered to ``ask``.
        environment: the process's environment.
    """
    known = terminal_version(reply)
    return known or environment.get("TERM_PROGRAM") or environment.get("TERM") or "unknown"


def try_ways(
    to_try: tuple[Way, ...], screen: TextIO, reads_well: Callable[[], bool | None]
) -> Way | None:
    """Show the sample in one way after the other and return the first that reads well.

    Each gets a screen of its own, entered and left as the program's screens are: terminals keep
    the mode by line, or for all that they show.

    Args:
        to_try: the ways.
        screen: the terminal.
        reads_well: asks the person; None ends the test.

    Returns:
        None when no way reads well, or the test was ended.
    """
    for number, way in enumerate(to_try, start=1):
        screen.write(f"{way.plan.enter}{_SCREEN_ON}")
        screen.write(f"\nScreen test, {number} of {len(to_try)}\n\n{sent(way.plan)}\n\n{_GUIDE}\n")
        screen.write("Does it read so?  y yes   n no, show the next   q end\n")
        screen.flush()
        try:
            answer = reads_well()
        finally:
            screen.write(f"{_SCREEN_OFF}{way.plan.leave}")
            screen.flush()
        if answer is None:
            return None
        if answer:
            return way
    return None


def sent(plan: Plan) -> str:
    """Return the sample as a screen would send it under a plan."""
    strip = paint(one_line(SAMPLE), SAMPLE, _WIDTH, Style.null(), (), plan.order)
    return strip.text
