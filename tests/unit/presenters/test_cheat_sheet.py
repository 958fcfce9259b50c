"""The cheat sheet fits a small terminal and tells the keys in force."""

from rich.cells import cell_len

from tracker.presenters.cheat_sheet import sheet_lines, sheet_text
from tracker.presenters.keymap import keymap
from tracker.presenters.keys import arabic_key


def test_it_fits_between_the_bars_of_a_small_terminal() -> None:
    text = sheet_text(keymap({}))
    assert len(text.splitlines()) <= 24 - 3
    assert max(map(cell_len, text.splitlines())) <= 78


def test_keys_of_ones_own_are_on_it_and_columns_stay_straight() -> None:
    own = keymap({"review.accept": ("ctrl+t",), "review.reject": ("delete",)})
    text = sheet_text(own)
    assert "^t delete" in text
    column = {line.index("Sources") for line in text.splitlines() if "Sources" in line}
    widths = {sum(cell_len(c.text) for c in line) for line in sheet_lines(own)}
    assert column == {26}
    assert widths == {78}
    assert arabic_key("j") not in text
