"""The cheat sheet fits a small terminal and tells the keys in force."""

from rich.cells import cell_len

from tracker.presenters.cheat_sheet import sheet_lines, sheet_text
from tracker.presenters.keymap import keymap
from tracker.presenters.keys import arabic_key


def test_it_fits_between_the_bars_of_a_small_terminal() -> None:
    text = sheet_text(keymap({}))
    assert len(text.splitlines()) <= 24 - 5  # two bars, a status line and a frame
    assert (
        max(map(cell_len, text.splitlines())) <= 80 - 5
    )  # the frame, its padding and a scroll bar


def test_keys_of_ones_own_are_on_it_and_columns_stay_straight() -> None:
    own = keymap({"review.accept": ("ctrl+t",), "review.reject": ("delete",)})
    text = sheet_text(own)
    assert "^t delete" in text
    column = {line.index("Sources") for line in text.splitlines() if "Sources" in line}
    widths = {sum(cell_len(c.text) for c in line) for line in sheet_lines(own)}
    assert column == {25}
    assert widths == {75}
    assert arabic_key("j") not in text
