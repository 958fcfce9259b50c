"""How long right-to-left layout takes: ``python -m tests.bench.bench_layout``.

CPU time of this process, the best and the median of several runs, beside what Python's own
``textwrap`` takes for the same text in the same run.
"""

import asyncio
import statistics
import textwrap
import time
from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult

from tests.unit.rtl.golden import gold_spans
from tests.unit.rtl.texts import SEED
from tracker.rtl import Layout, Text, layout, levels
from tracker.tui.bidi_app import BidiApp
from tracker.tui.widgets.article_view import ArticleView
from tracker.tui.widgets.highlight import Highlight
from tracker.tui.widgets.table_cells import Column, TableCell
from tracker.tui.widgets.virtual_table import VirtualTable

WORDS = 5_000
WIDTH, HEIGHT = 80, 50
ROWS = 100_000
COPIES = -(-WORDS // len(SEED.split()))
ARTICLE = "\n".join([SEED] * COPIES)


def report(name: str, seconds: list[float], limit: str = "") -> None:
    best, median = min(seconds) * 1000, statistics.median(seconds) * 1000
    print(f"{name:<56}{best:9.1f} {median:9.1f} ms  {limit}")


def measure(name: str, action: Callable[[], object], limit: str = "", runs: int = 7) -> None:
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        action()
        seconds.append(time.process_time() - start)
    report(name, seconds, limit)


def both_maps() -> None:
    """Ask both maps of every line for every cell."""
    for line in layout(ARTICLE, WIDTH):
        for cell in line.cells:
            assert cell.width
        for column in range(line.width):
            line.offset_at(column)


def first_screen() -> None:
    Layout(ARTICLE, WIDTH).lines(0, HEIGHT)


class Bench(BidiApp[None]):
    def compose(self) -> ComposeResult:
        highlights = [
            Highlight(key=f"{copy}-{start}", start=start + shift, end=end + shift, tone="accepted")
            for copy in range(COPIES)
            for shift in [copy * (len(SEED) + 1)]
            for start, end in gold_spans()
        ]
        self.keys = [highlight.key for highlight in highlights]
        self.article = ArticleView(ARTICLE, highlights, current=self.keys[0])
        self.table = VirtualTable((Column("headline"), Column("n", 8)))
        yield self.article
        yield self.table


async def measure_screens() -> None:
    app = Bench()
    async with app.run_test(size=(WIDTH + 4, 2 * HEIGHT)) as pilot:
        await pilot.pause()
        moves = []
        for key in app.keys[1:200]:
            start = time.process_time()
            app.article.current = key
            await pilot.pause()
            moves.append(time.process_time() - start)
        report("next claim: highlight, scroll and repaint the screen", moves, "limit 16")
        ids = [f"id{number}" for number in range(ROWS)]
        start = time.process_time()
        app.table.set_rows(ids, lambda place: (TableCell("قال مصدر"), TableCell(str(place))))
        for y in range(HEIGHT):
            app.table.render_line(y)
        report(f"table of {ROWS:,} rows: first screen", [time.process_time() - start], "limit 200")


def main() -> None:
    print(f"{len(ARTICLE.split()):,} words, {len(ARTICLE):,} characters, {WIDTH} columns")
    print(f"{'':<56}{'best':>9} {'median':>9}")
    measure(
        "textwrap.wrap, no order, no maps (for comparison)",
        lambda: [textwrap.wrap(paragraph, WIDTH) for paragraph in ARTICLE.split("\n")],
    )
    measure("levels of all paragraphs", lambda: [levels(p) for p in ARTICLE.split("\n")])
    measure("layout of the whole article", lambda: layout(ARTICLE, WIDTH), "limit 150")
    measure("layout, then every column asked for its offset", both_maps, "limit 150")
    measure("first screen of 50 lines", first_screen, "limit 30")
    shared = Text(ARTICLE)
    Layout(shared, WIDTH)
    widths = iter(range(60, 120))
    measure(
        "first screen at another width",
        lambda: Layout(shared, next(widths)).lines(0, 50),
        "limit 30",
    )
    latin = "\n".join([" ".join(["said"] * 120)] * (WORDS // 120))
    measure("the same length in Latin letters", lambda: layout(latin, WIDTH))
    for name, text in {
        "1 MB in one line": "قال " * 250_000,
        "1 MB of zero-width characters": "\u200b" * 1_000_000,
        "10,000 nested embeddings": "\u202b" * 10_000 + "قال" + "\u202c" * 10_000,
    }.items():
        measure(f"whole layout of {name}", partial(layout, text, WIDTH), runs=1)
    asyncio.run(measure_screens())


if __name__ == "__main__":
    main()
