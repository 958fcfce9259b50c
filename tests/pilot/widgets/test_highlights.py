"""What is coloured on the screen is what the golden columns say, to the cell."""

import pytest
from textual.app import ComposeResult

from tests.unit.rtl.golden import WIDTHS, gold_spans, golden_path
from tests.unit.rtl.texts import SEED
from tracker.rtl import Layout
from tracker.tui.bidi_app import BidiApp
from tracker.tui.widgets.article_canvas import ArticleCanvas
from tracker.tui.widgets.highlight import Highlight


class Marked(BidiApp[None]):
    CSS = "ArticleCanvas { scrollbar-size: 0 0; }"

    def compose(self) -> ComposeResult:
        yield ArticleCanvas(SEED)


def golden_columns(width: int) -> dict[tuple[int, int], set[tuple[int, int]]]:
    """Return the cells of every span as line and column, from the golden file."""
    laid_out = Layout(SEED, width)
    found: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for line in golden_path(width).read_text(encoding="utf-8").splitlines():
        if line.startswith("|"):
            continue
        span, _, ranges = line.partition(": ")
        start, end = map(int, span.split("-"))
        cells = found[start, end] = set()
        for each in ranges.split():
            number, _, columns = each.partition(":")
            indent = laid_out.line(int(number)).indent(width)
            left, right = map(int, columns.split("-"))
            cells |= {(int(number), indent + column) for column in range(left, right)}
    return found


def coloured(canvas: ArticleCanvas, height: int) -> set[tuple[int, int]]:
    """Return the cells drawn on the ground of an accepted claim."""
    ground = canvas.get_component_rich_style("article--accepted", partial=True).bgcolor
    cells: set[tuple[int, int]] = set()
    for y in range(height):
        column = 0
        for segment in canvas.render_line(y):
            marked = segment.style is not None and segment.style.bgcolor == ground
            taken = range(column, column + segment.cell_length)
            cells |= {(y, each) for each in taken if marked}
            column += segment.cell_length
    return cells


@pytest.mark.parametrize("width", WIDTHS)
async def test_every_gold_span_colours_exactly_its_golden_cells(width: int) -> None:
    golden = golden_columns(width)
    assert list(golden) == gold_spans()
    height = Layout(SEED, width).line_count
    app = Marked()
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        canvas = app.query_one(ArticleCanvas)
        for (start, end), cells in golden.items():
            canvas.highlights = [Highlight(start=start, end=end, tone="accepted")]
            assert coloured(canvas, height) == cells
        canvas.highlights = [
            Highlight(start=start, end=end, tone="accepted") for start, end in golden
        ]
        assert coloured(canvas, height) == set().union(*golden.values())
