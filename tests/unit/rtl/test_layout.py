"""Every character is shown exactly once, and both maps lead back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.unit.rtl.texts import CONTROLS, SEED, any_texts, plain_texts
from tracker.rtl import Layout, Line, Text, fit, has_rtl, layout, one_line, visual
from tracker.rtl.classes import CLUSTER, cell_classes
from tracker.rtl.display import displayable

SEPARATORS = "\n\r\x85\u2028\u2029"
widths = st.integers(min_value=1, max_value=50)


def shown_offsets(line: Line) -> list[int]:
    return [offset for cell in line.cells for offset in range(cell.start, cell.end)]


@given(any_texts, widths, st.sampled_from([None, 0, 1]))
def test_every_character_is_shown_exactly_once(text: str, width: int, base: int | None) -> None:
    covered: list[int] = []
    for line in layout(text, width, base):
        offsets = sorted(shown_offsets(line))
        assert offsets == list(range(line.start, line.start + len(offsets)))
        unshown = text[line.start + len(offsets) : line.end]
        assert not offsets or not unshown or unshown[0] in " \t" or unshown[0].isspace()
        covered.extend(range(line.start, line.end))
    missing = sorted(set(range(len(text))) - set(covered))
    assert len(covered) == len(set(covered))
    assert all(text[offset] in SEPARATORS for offset in missing)


@given(any_texts, widths, st.booleans())
def test_maps_between_columns_and_offsets_are_inverse(
    text: str, width: int, show_hidden: bool
) -> None:
    for line in layout(text, width, show_hidden=show_hidden):
        left = 0
        for cell in line.cells:
            for offset in range(cell.start, cell.end):
                assert line.column_of(offset) == left
                assert line.columns(offset, offset + 1) == [(left, left + cell.width)]
            for column in range(left, left + cell.width):
                assert line.offset_at(column) == cell.start
            left += cell.width
        assert line.width == left == cell_len(line.text)
        assert line.offset_at(-1) is None
        assert line.offset_at(left) is None


@given(any_texts, widths)
def test_no_line_is_wider_than_asked_but_for_one_wide_cluster(text: str, width: int) -> None:
    assert all(line.width <= max(width, 2) for line in layout(text, width))
    assert all(line.width <= width or len(line.cells) == 1 for line in layout(text, width))


@given(plain_texts, widths)
def test_wrapping_never_splits_a_cluster(text: str, width: int) -> None:
    classes = cell_classes(displayable(text))
    starts = {found.start() for found in CLUSTER.finditer(classes)}
    for line in layout(text, width):
        assert line.start in starts or not text


@given(any_texts, widths)
def test_lazy_lines_are_the_lines_of_the_whole(text: str, width: int) -> None:
    lazily = Layout(text, width)
    whole = layout(text, width)
    assert [lazily.line(number) for number in reversed(range(lazily.line_count))] == whole[::-1]
    assert Layout(Text(text), width + 7).resized(width).lines() == whole
    for offset in range(len(text)):
        number, column = lazily.position(offset)
        line = whole[number]
        assert line.start <= offset < line.end or text[offset] in SEPARATORS
        assert lazily.offset_at(number, column) in (None, line.offset_at(column))
        if offset in shown_offsets(line):
            assert line.columns(offset, offset + 1)[0][0] == column


@given(plain_texts, st.sampled_from(CONTROLS), st.data())
def test_bidi_controls_never_act(text: str, control: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(min_value=0, max_value=len(text)))
    seen = one_line(text.rstrip()).text
    tampered = text.rstrip()[:place] + control + text.rstrip()[place:]
    assert one_line(tampered).text in (seen, seen + "◌", "◌" + seen)


@given(any_texts)
def test_nothing_that_acts_reaches_the_screen(text: str) -> None:
    sent = "".join(line.text for line in layout(text, 30)) + visual(text)
    assert not any(
        character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff"
        for character in sent
    )
    assert not set(sent) & set(CONTROLS + SEPARATORS + "\u200b\u200d\ufeff")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80), widths)
def test_latin_lines_are_sent_as_they_are(text: str, width: int) -> None:
    for line in layout(text, width):
        assert line.text == text[line.start : line.end].rstrip(" ")
        assert not line.rtl


def test_a_span_over_a_change_of_direction_is_several_ranges() -> None:
    text = "قال HRW اليوم"
    line = one_line(text)
    assert line.columns(text.index("W"), text.index("W") + 3) == [(4, 6), (8, 9)]
    assert line.columns(0, len(text)) == [(0, line.width)]
    assert line.columns(3, 3) == []


def test_a_line_at_its_end_answers_with_the_place_just_past_it() -> None:
    assert one_line("قال").column_of(3) == -1
    assert one_line("said").column_of(4) == 4


def test_a_right_to_left_line_is_drawn_against_the_right_edge() -> None:
    assert one_line("قال").indent(10) == 7
    assert one_line("said").indent(10) == 0


def test_a_no_break_space_holds_its_line_together() -> None:
    assert [line.end for line in layout("aa bb\u00a0cc", 5)] == [3, 8]


def test_a_word_longer_than_the_line_is_cut_and_stays_joined() -> None:
    first, second = layout("سسسس", 2)
    assert first.text == "\ufeb4\ufeb3"
    assert second.text == "\ufeb2\ufeb4"


def test_no_line_is_asked_of_no_width() -> None:
    with pytest.raises(ValueError, match="at least one column"):
        layout("text", 0)
    with pytest.raises(IndexError, match="no line 1"):
        Layout("text", 10).line(1)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_seed_fills_lines_of_any_width(width: int) -> None:
    lines = layout(SEED, width)
    assert max(line.width for line in lines) > width - 12
    assert all(line.rtl for line in lines if line.cells and has_rtl(line.text))


@given(any_texts, st.integers(min_value=0, max_value=30))
def test_a_fitted_label_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "seen"),
    [
        ("Raqqa", 7, "Raqqa  "),
        ("Raqqa", 4, "Raq…"),
        ("قال", 5, "  \ufedd\ufe8e\ufed7"),
        ("قال مصدر", 5, " …\ufedd\ufe8e\ufed7"),
        ("漢字漢字", 4, "漢… "),
    ],
)
def test_a_label_is_cut_at_its_logical_end(text: str, width: int, seen: str) -> None:
    assert fit(text, width) == seen
