"""Levels and order of what the conformance data leaves out: depth, overflow, unknown characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.rtl.texts import any_texts
from tracker.rtl import REMOVED_LEVEL, has_rtl, levels, reorder_line
from tracker.rtl.ordering import visual_order


def reversed_by_levels(resolved: list[int]) -> list[int]:
    """Rule L2 as it is worded: reverse from the highest level down to the lowest odd one."""
    order = [index for index, level in enumerate(resolved) if level >= 0]
    for level in range(max(resolved, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and resolved[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1 if end == start else end
    return order


@given(st.lists(st.integers(min_value=-1, max_value=9), max_size=40))
def test_visual_order_is_what_reversing_level_by_level_gives(resolved: list[int]) -> None:
    assert visual_order(resolved) == reversed_by_levels(resolved)


@given(any_texts, st.sampled_from([None, 0, 1]))
def test_any_text_has_one_level_for_each_character(text: str, base: int | None) -> None:
    level, resolved = levels(text, base)
    assert level in (0, 1)
    assert len(resolved) == len(text)
    assert all(value >= level or value == REMOVED_LEVEL for value in resolved)


@given(any_texts)
def test_reordering_keeps_every_character_that_is_not_removed(text: str) -> None:
    kept = sum(level != REMOVED_LEVEL for level in levels(text)[1])
    assert len(reorder_line(text)) in (kept, len(text))


def test_brackets_nested_beyond_the_limit_leave_the_pairs_before_them_resolved() -> None:
    text = "\u05d0 (a)" + "(" * 64 + "b"
    assert levels(text, 1)[1][:5] == (1, 1, 1, 2, 1)


def test_ten_thousand_nested_embeddings_end_at_the_deepest_level() -> None:
    text = "\u202b" * 10_000 + "ق" + "\u202c" * 10_000
    _, resolved = levels(text)
    assert resolved[10_000] == 125
    assert reorder_line(text) == "ق"


def test_characters_unknown_to_this_python_read_in_the_direction_of_their_block() -> None:
    assert levels("\U0001e8ff")[0] == 1
    assert levels("\u0378")[0] == 0


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc (عربي) def", "abc (يبرع) def"),
        ("قالت (HRW) في 10.", ".10 يف (HRW) تلاق"),
        ("a < b", "a < b"),
    ],
)
def test_a_line_is_seen_in_visual_order_with_brackets_turned(text: str, seen: str) -> None:
    assert reorder_line(text) == seen


@pytest.mark.parametrize(
    ("text", "expected"), [("plain", False), ("é漢", False), ("١", True), ("aא", True), ("", False)]
)
def test_only_text_that_reads_right_to_left_says_so(text: str, expected: bool) -> None:
    assert has_rtl(text) is expected
