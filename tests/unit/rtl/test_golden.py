"""The seed's visual lines and highlighted columns do not change unnoticed."""

import pytest

from tests.unit.rtl.golden import WIDTHS, gold_spans, golden_path, picture
from tests.unit.rtl.texts import SEED
from tracker.rtl import Layout


@pytest.mark.parametrize("width", WIDTHS)
def test_the_seed_looks_as_it_did(width: int) -> None:
    assert picture(width) == golden_path(width).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", WIDTHS)
def test_highlighted_columns_show_exactly_the_letters_of_the_span(width: int) -> None:
    laid_out = Layout(SEED, width)
    for start, end in gold_spans():
        shown = {
            offset
            for line in laid_out.lines()
            for left, right in line.columns(start, end)
            for cell in [line.cell_at(column) for column in range(left, right)]
            if cell is not None
            for offset in range(cell.start, cell.end)
        }
        blanks_at_line_ends = set(range(start, end)) - shown
        assert shown <= set(range(start, end))
        assert all(SEED[offset].isspace() for offset in blanks_at_line_ends)
