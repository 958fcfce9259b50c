"""Tables drawn in a terminal, right-to-left cells in visual order."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from tracker.cli.invocation import Invocation
from tracker.cli.visible import visible
from tracker.config import RtlMode
from tracker.rtl import layout
from tracker.tui.terminal import Plan, plan_for

_IDENTIFIER = re.compile(r"([a-z]{3}_[0-9a-z]{8})[0-9a-z]{8}")
_WIDEST_WORD = 12


class Words:
    """A cell whose words are wrapped first and put in visual order line by line."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the narrowest and the widest that the cell may be drawn."""
        widest = max(cell_len(self._text), 1)
        narrowest = max(map(cell_len, self._text.split()), default=1)
        return Measurement(min(narrowest, _WIDEST_WORD), widest).clamp(1, options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """Yield the lines, those that read right to left against the right edge."""
        for line in layout(self._text, options.max_width):
            yield Segment(" " * line.indent(options.max_width) + line.text)
            yield Segment.line()


def draw(invocation: Invocation, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Draw a table on standard output. Identifiers are cut where they stay unambiguous enough."""
    plan = _plan(invocation.settings.rtl)
    console = Console(
        file=sys.stdout,
        no_color=not invocation.colour,
        markup=False,
        emoji=False,
        highlight=False,
    )
    table = Table(box=None, show_header=bool(columns), pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        cells = (_IDENTIFIER.sub(r"\1", visible(cell)) for cell in row)
        table.add_row(*(Words(cell) if plan.order == "app" else Text(cell) for cell in cells))
    sys.stdout.write(plan.enter)
    console.print(table)
    sys.stdout.write(plan.leave)


def _plan(mode: RtlMode) -> Plan:
    """Return how text reaches the terminal, which is not asked: lists must not wait for answers.

    Konsole turns text round whenever it draws, so what is to stay readable after the command has
    ended must be left to it. Terminals that know mode 8 remember it with each line.
    """
    if mode is RtlMode.AUTO and "KONSOLE_VERSION" in os.environ:
        mode = RtlMode.TERMINAL
    return plan_for(mode.value, "", os.environ)
