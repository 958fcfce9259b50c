"""Words are found again by themselves and by what is around them, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Span
from tracker.text.anchoring import Anchors

OLD = "وقال المصدر إن القصف توقف في حلب. وقال المصدر إن القصف توقف في إدلب."


def _at(words: str, text: str = OLD, last: bool = False) -> Span:
    start = text.rindex(words) if last else text.index(words)
    return Span(start, start + len(words))


def test_words_that_stand_once_are_found_wherever_they_went() -> None:
    anchors = Anchors(OLD, f"مقدمة. {OLD[34:]} {OLD[:34]}")
    moved = anchors.moved(_at("حلب"))
    assert moved is not None
    assert moved.slice(anchors.new) == "حلب"


def test_what_is_around_tells_equal_words_apart() -> None:
    anchors = Anchors(OLD, f"مقدمة جديدة تماماً. {OLD}")
    for last in (False, True):
        moved = anchors.moved(_at("القصف توقف", last=last))
        assert moved is not None
        assert moved == _at("القصف توقف", anchors.new, last=last)


def test_two_places_that_fit_alike_are_none_unless_one_is_nearer() -> None:
    anchors = Anchors("القصف", "القصف ثم القصف")
    assert anchors.moved(Span(0, 5)) is None
    assert Anchors("x القصف", "القصف. القصف").moved(Span(2, 7), 7) == Span(7, 12)


def test_spelling_that_folding_ignores_is_no_other_word() -> None:
    moved = Anchors("قُتِلَ ١٥ شخصاً", "ثم قتل 15 شخصا أمس").moved(Span(0, 15))
    assert moved is not None
    assert moved.slice("ثم قتل 15 شخصا أمس") == "قتل 15 شخصا"


def test_words_that_are_gone_are_nowhere() -> None:
    assert Anchors(OLD, "نص آخر").moved(_at("حلب")) is None


@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.data())
def test_a_text_put_after_another_keeps_every_span_that_is_found(
    text: str, before: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    moved = Anchors(text, before + text).moved(span, span.start + len(before))
    assert moved is not None
    assert moved.slice(before + text) == span.slice(text)
