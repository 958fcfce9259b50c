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

from attrs import evolve
from textual.app import ComposeResult

from tests.desk import article, claim, make_session, outlet, voice
from tests.pilot.desk_app import driven
from tests.unit.rtl.golden import gold_spans
from tests.unit.rtl.texts import SEED
from tracker.model import Change, ClaimId, Span
from tracker.rtl import Layout, Text, layout, levels
from tracker.services.session import Session
from tracker.tui.bidi_app import BidiApp
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


def long_review() -> Session:
    """A session on the long article with the gold claims of each of its copies."""
    spans = [
        Span(start + shift, end + shift)
        for shift in range(0, COPIES * (len(SEED) + 1), len(SEED) + 1)
        for start, end in gold_spans()
    ]
    model = claim(ARTICLE[slice(*gold_spans()[0])], "clm_0", text=ARTICLE)
    claims = [
        evolve(model, id=ClaimId(f"clm_{n}"), spans=(span,), quote=span.slice(ARTICLE))
        for n, span in enumerate(spans)
    ]
    session = make_session()
    entities = [outlet(), voice(), article(ARTICLE), *claims]
    session.commit("Add article", *(Change(after=entity) for entity in entities))
    return session


async def measure_review() -> None:
    """Move from claim to claim in the program's own Review."""
    async with driven(long_review(), size=(WIDTH + 40, HEIGHT)) as driver:
        await driver.press("enter")
        moves = []
        for _ in range(199):
            start = time.process_time()
            await driver.press("j")
            moves.append(time.process_time() - start)
        claims = len(driver.review.state.claims)
        report(f"Review, {claims} claims: on to the next, all repainted", moves, "limit 16")


class Listing(BidiApp[None]):
    def compose(self) -> ComposeResult:
        self.table = VirtualTable((Column("headline"), Column("n", 8)))
        yield self.table


async def measure_table() -> None:
    app = Listing()
    async with app.run_test(size=(WIDTH + 4, HEIGHT)):
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
    asyncio.run(measure_review())
    asyncio.run(measure_table())


if __name__ == "__main__":
    main()
