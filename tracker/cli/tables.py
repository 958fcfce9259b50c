"""Tables drawn in a terminal, right-to-left cells in visual order."""

from __future__ import annotations

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
    ours = invocation.settings.rtl in {RtlMode.AUTO, RtlMode.APP}
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
        table.add_row(*(Words(cell) if ours else Text(cell) for cell in cells))
    console.print(table)
