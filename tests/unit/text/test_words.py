"""Words and marks of a stretch of text."""

import pytest

from tracker.text.words import words_of


@pytest.mark.parametrize(
    ("text", "index", "ends"),
    [
        ('gone," he said', 2, True),
        ('gone." He', 2, True),
        ('gone"', 1, True),
        ('said "gone', 1, False),
        ('و"الجيش"', 1, False),
        ("gone, he", 1, False),
        ('"gone', 0, False),
    ],
)
def test_a_mark_closes_a_quotation_where_no_gap_stands_before_it(
    text: str, index: int, *, ends: bool
) -> None:
    assert words_of(text).ends_quotation(index) is ends
