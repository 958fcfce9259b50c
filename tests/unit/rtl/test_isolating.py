"""Pieces of a line are ordered apart from one another, as with the standard's isolate marks."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.rtl.texts import any_texts, plain_texts
from tracker.rtl import Layout, Text, displayable, levels, one_line
from tracker.rtl.isolating import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated_levels

pieces = st.lists(plain_texts.map(lambda text: text.strip() + "x"), min_size=1, max_size=5)


def ranges(texts: list[str]) -> list[tuple[int, int]]:
    ends = [len("".join(texts[: number + 1])) for number in range(len(texts))]
    return [(end - len(text), end) for text, end in zip(texts, ends, strict=True)]


def seen(text: str, isolates: list[tuple[int, int]]) -> str:
    return one_line(text, 0, isolates).text


def test_a_quotation_mark_stays_with_its_own_piece() -> None:
    source = 'مصدر لـ"العربي الجديد"'
    shown = seen(f"{source} anonymous", ranges([source]))
    assert shown == one_line(source).text + " anonymous"


def test_a_date_beside_an_arabic_name_is_not_turned_round() -> None:
    texts = ["العربي الجديد", " 2020-11-10"]
    assert seen("".join(texts), ranges(texts)).endswith(" 2020-11-10")


def test_a_piece_begun_in_arabic_reads_right_to_left_and_one_begun_in_latin_does_not() -> None:
    assert seen("x قال (A).", [(2, 10)]) == "x " + one_line("قال (A).").text
    assert seen("x A قال.", [(2, 8)]) == "x " + one_line("A قال.").text


def test_letters_do_not_join_over_the_border_of_a_piece() -> None:
    assert seen("لي", [(0, 1)]) == one_line("ل").text + one_line("ي").text


def test_a_wrapped_piece_keeps_its_order_on_every_line() -> None:
    text = "who: قال (1) قال (2)"
    lines = Layout(Text(text, 0, isolates=[(5, len(text))]), 12).lines()
    assert [line.text for line in lines] == [
        "who: " + one_line("قال (1)").text,
        one_line("قال (2)").text,
    ]


@given(pieces)
def test_every_piece_is_seen_as_it_would_be_alone(texts: list[str]) -> None:
    text = "".join(texts)
    line = one_line(text, 0, ranges(texts))
    alone = [one_line(piece) for piece in texts]
    if line.width == sum(each.width for each in alone):  # no mark moved to the piece before
        assert line.text == "".join(each.text for each in alone)


@given(any_texts.map(displayable), st.data())
def test_the_order_is_that_of_the_text_with_the_standards_marks(
    text: str, data: st.DataObject
) -> None:
    places = st.integers(0, len(text))
    start, end = sorted((data.draw(places), data.draw(places)))
    if start == end:
        return
    marked = f"{text[:start]}{FIRST_STRONG_ISOLATE}{text[start:end]}{POP_ISOLATE}{text[end:]}"
    found = isolated_levels(text, 0, [(start, end)])
    _, expected = levels(marked, 0)
    assert found.levels == expected[:start] + expected[start + 1 : end + 1] + expected[end + 2 :]
    assert found.borders == {start: expected[start], end: expected[end + 1]}
