"""Scores keep to one scale whatever they are given."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.similarity import (
    part_ratio,
    ratio,
    shared_words_ratio,
    sorted_words_ratio,
    word_likeness,
    word_likenesses,
)

Scorer = Callable[[str, str], float]
SCORERS: list[Scorer] = [
    ratio,
    sorted_words_ratio,
    shared_words_ratio,
    part_ratio,
    word_likeness,
]
WORDS = st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=12)


@pytest.mark.parametrize("scorer", SCORERS)
@given(ours=st.text(max_size=40), theirs=st.text(max_size=40))
def test_scores_lie_between_zero_and_one(scorer: Scorer, ours: str, theirs: str) -> None:
    assert 0.0 <= scorer(ours, theirs) <= 1.0


@pytest.mark.parametrize("scorer", SCORERS)
@given(text=st.text(max_size=40))
def test_nothing_is_like_an_empty_text(scorer: Scorer, text: str) -> None:
    assert scorer("", text) == scorer(text, "") == 0.0


@pytest.mark.parametrize("scorer", SCORERS)
@given(text=WORDS)
def test_a_word_is_wholly_like_itself(scorer: Scorer, text: str) -> None:
    assert scorer(text, text) == pytest.approx(1.0)


@pytest.mark.parametrize("scorer", SCORERS)
@given(ours=st.text(max_size=40), theirs=st.text(max_size=40))
def test_scores_are_the_same_from_both_sides(scorer: Scorer, ours: str, theirs: str) -> None:
    assert scorer(ours, theirs) == pytest.approx(scorer(theirs, ours))


@given(
    ours=st.lists(WORDS, min_size=1, max_size=5),
    theirs=st.lists(WORDS, min_size=1, max_size=5),
    least=st.floats(0.5, 1.0),
)
def test_the_table_of_words_holds_the_single_scores(
    ours: list[str], theirs: list[str], least: float
) -> None:
    table = word_likenesses(ours, theirs, least)
    assert table.shape == (len(ours), len(theirs))
    for row, one in enumerate(ours):
        for column, other in enumerate(theirs):
            single = word_likeness(one, other)
            if abs(single - least) > 1e-6:
                expected = single if single >= least else 0.0
                assert table[row, column] == pytest.approx(expected, abs=1e-5)
