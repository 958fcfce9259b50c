import itertools

from hypothesis import given
from hypothesis import strategies as st

from tests.desk import TEXT, span_of
from tracker.presenters.word_cursor import (
    WordCursor,
    earlier_end,
    earlier_start,
    later_end,
    later_start,
    words_of,
)

WORDS = words_of(TEXT)


def test_words_keep_quotes_and_leave_the_punctuation_of_clauses() -> None:
    found = [word.slice('قال "داعش"، (قسد). 15, 3.5 — …') for word in
             words_of('قال "داعش"، (قسد). 15, 3.5 — …')]  # fmt: skip
    assert found == ["قال", '"داعش"', "(قسد)", "15", "3.5"]


@given(st.text())
def test_words_are_in_order_and_never_overlap(text: str) -> None:
    words = words_of(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    assert all(word.slice(text).strip() == word.slice(text) for word in words)


def test_the_cursor_stays_inside_the_text() -> None:
    cursor = WordCursor(words=WORDS)
    assert cursor.moved(-5).at == 0
    assert cursor.moved(10_000).at == len(WORDS) - 1
    assert WordCursor(words=()).moved(1).word is None


def test_a_selection_reaches_from_word_to_word_either_way() -> None:
    cursor = WordCursor(words=WORDS).placed(TEXT.index("شن")).selecting()
    assert cursor.moved(1).selection == span_of("شن هجوماً")
    assert cursor.moved(-1).selection == span_of('"داعش" شن')
    assert cursor.moved(1).selecting().selection is None


def test_placing_takes_the_word_there_or_the_next() -> None:
    cursor = WordCursor(words=WORDS)
    assert cursor.placed(TEXT.index("مواقع") + 2).word == span_of("مواقع")
    assert cursor.placed(TEXT.index("، فيما")).word == span_of("فيما")


def test_ends_move_by_words() -> None:
    end = span_of("مواقع").end
    assert later_end(WORDS, end) == span_of("فيما").end
    assert earlier_end(WORDS, end) == span_of("على").end
    start = span_of("شن").start
    assert later_start(WORDS, start) == span_of("هجوماً").start
    assert earlier_start(WORDS, start) == span_of('"داعش"').start
    assert later_end(WORDS, len(TEXT)) is None
    assert earlier_start(WORDS, 0) is None
