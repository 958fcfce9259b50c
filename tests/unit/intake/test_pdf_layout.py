"""Glyphs wherever and in whatever order they are drawn become the lines that a reader sees."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.intake.page_lines import read_lines
from tracker.intake.pdf_glyphs import Glyph
from tracker.intake.pdf_layout import text_of

_WIDTH = 6.0
_HEIGHT = 12.0


def drawn(text: str, left: float = 0.0, line: float = 0.0, height: float = _HEIGHT) -> list[Glyph]:
    """Return the glyphs of one line, every character equally wide."""
    return [
        Glyph(left + n * _WIDTH, left + (n + 1) * _WIDTH, line * 15.0, height, character)
        for n, character in enumerate(text)
    ]


def test_a_distance_is_a_blank_and_kerning_is_none() -> None:
    words = [*drawn("two"), *drawn("words", 22.0)]
    assert text_of(words) == "two words"
    assert text_of([*drawn("ker"), *drawn("ned", 17.0)]) == "kerned"


def test_what_another_font_draws_later_stands_in_its_place() -> None:
    line = [*drawn("he said"), *drawn("no", 54.0), *drawn('"', 48.0), *drawn('"', 66.0)]
    assert text_of(line) == 'he said "no"'


def test_lines_come_from_the_top_down_with_paragraphs_apart() -> None:
    page = [*drawn("third", line=3.6), *drawn("first", line=0), *drawn("second", line=1)]
    page += [*drawn("fourth", line=4.6), *drawn("fifth", line=5.6)]
    assert text_of(page) == "first\nsecond\n\nthird\nfourth\nfifth"


def test_a_mark_stays_with_its_letter_however_high_it_stands() -> None:
    visual = drawn("ارب")
    mark = Glyph(0.5, 0.5, -9.0, _HEIGHT, "\u064b")
    assert text_of([mark, *visual]) == "\u064bارب"
    assert (
        read_lines([text_of([mark, *visual, *drawn(" ةسردملا", 18.0)])])[0] == "المدرسة برا\u064b"
    )


def test_a_ligature_is_turned_with_its_line() -> None:
    glyphs = [*drawn("م"), Glyph(6.0, 12.0, 0.0, _HEIGHT, "لا"), *drawn("س ةسردملا", 12.0)]
    assert read_lines([text_of(glyphs)])[0] == "المدرسة سلام"


def test_bars_that_stretch_a_word_go_whatever_they_are_called() -> None:
    bars = [Glyph(6.0, 9.0, 0.0, _HEIGHT, "3"), Glyph(6.4, 9.4, 0.0, _HEIGHT, "3")]
    single = Glyph(27.0, 30.0, 0.0, _HEIGHT, "3")
    line = [*drawn("ق"), *bars, *drawn("لع ", 9.0), *drawn("ي", 21.0), single, *drawn("ف 3", 30.0)]
    assert text_of(line) == "قلع يف 3"


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    bold = [*drawn("word"), *drawn("word", 0.4), *drawn("next", 30.0), *drawn("next", 30.4)]
    assert text_of(bold) == "word next"


def test_columns_are_read_one_after_the_other_under_their_heading() -> None:
    words = "a line of the report"
    left = [g for n in range(8) for g in drawn(f"left {words} {n}", 0.0, 3 + n)]
    right = [g for n in range(8) for g in drawn(f"right {words} {n}", 200.0, 3 + n)]
    heading = drawn("a heading that runs across both of the columns of this page")
    lines = text_of([*heading, *left, *right]).splitlines()
    found = [line.split()[0] for line in lines if line]
    assert found == ["a", *["left"] * 8, *["right"] * 8]
    assert text_of([*right, *heading, *left]).splitlines() == lines


def test_a_table_of_short_cells_is_read_line_by_line() -> None:
    rows = [(drawn(f"name {n}", 0.0, n), drawn(f"{n} men", 200.0, n)) for n in range(9)]
    text = text_of([glyph for row in rows for cell in row for glyph in cell])
    assert text.splitlines()[0] == "name 0 0 men"


_glyphs = st.builds(
    lambda left, width, base, height, text: Glyph(left, left + width, base, height, text),
    st.floats(-1e6, 1e6),
    st.floats(-100, 100),
    st.floats(-1e6, 1e6),
    st.floats(0, 1e4),
    st.text(min_size=1, max_size=3),
)


@given(st.lists(_glyphs, max_size=40))
def test_no_place_of_glyphs_brings_it_down_or_loses_a_letter(glyphs: list[Glyph]) -> None:
    text = text_of(glyphs)
    letters = {c for glyph in glyphs for c in glyph.text if c.isalpha()}
    assert letters <= set(text)
