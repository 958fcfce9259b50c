"""The index finds what shares words, grows and shrinks exactly, and keeps its rules."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.errors import NotFoundError
from tracker.matching import MatchIndex, MatchText, compare, corpus, match_lists
from tracker.model import Relation

ARRESTS = MatchText(id="a", text="اعتقال خمسة عشر شخصاً خلال احتجاجات في تونس العاصمة")
SAME = MatchText(id="b", text="توقيف أشخاص في احتجاجات تونس العاصمة واعتقال آخرين")
OTHER = MatchText(id="c", text="زلزال قوي يضرب المغرب")

TEXTS = st.text(st.sampled_from("ابتثجحخدذ 0123456789 abc،"), max_size=40)


def made(texts: list[str]) -> list[MatchText]:
    return [MatchText(id=f"t{number}", text=text) for number, text in enumerate(texts)]


def test_the_text_that_shares_words_comes_first() -> None:
    found = MatchIndex([OTHER, SAME]).candidates(ARRESTS)
    assert found[0].claim_id == "b"
    assert 0.2 < found[0].score < 1.0


def test_spelling_and_clitics_do_not_hide_a_word() -> None:
    index = MatchIndex([MatchText(id="x", text="وبالمدرسةِ أُصيب الأطفـال")])
    (found,) = index.candidates(MatchText(id="y", text="اصيب أطفال المدرسه"))
    assert found.score > 0.8


def test_the_same_words_score_one() -> None:
    assert compare(ARRESTS, MatchText(id="z", text=ARRESTS.text)).score == pytest.approx(1.0)


def test_texts_with_nothing_in_common_score_zero() -> None:
    found = compare(ARRESTS, MatchText(id="z", text="quick brown fox"))
    assert (found.score, found.suggestion, found.signals) == (0.0, Relation.RELATED, ())


def test_a_claim_is_never_its_own_candidate() -> None:
    assert MatchIndex([ARRESTS]).candidates(ARRESTS) == ()


def test_texts_of_the_same_article_are_left_out_unless_asked_for() -> None:
    ours = MatchText(id="1", text=ARRESTS.text, article_id="art_1")
    index = MatchIndex([MatchText(id="2", text=ARRESTS.text, article_id="art_1")])
    assert index.candidates(ours) == ()
    assert [c.claim_id for c in index.candidates(ours, within_article=True)] == ["2"]


def test_excluded_texts_are_left_out() -> None:
    index = MatchIndex([SAME, OTHER])
    assert "b" not in {c.claim_id for c in index.candidates(ARRESTS, exclude=frozenset({"b"}))}


def test_equal_scores_are_ordered_by_identifier() -> None:
    index = MatchIndex([MatchText(id=name, text=ARRESTS.text) for name in ("z", "m", "b")])
    assert [c.claim_id for c in index.candidates(ARRESTS)] == ["b", "m", "z"]


def test_adding_under_a_known_identifier_replaces_the_text() -> None:
    index = MatchIndex([SAME])
    index.add(MatchText(id="b", text=OTHER.text))
    assert len(index) == 1
    assert index.get("b") == MatchText(id="b", text=OTHER.text)
    assert index.candidates(OTHER)[0].score == pytest.approx(1.0)


def test_comparing_with_a_text_the_index_does_not_hold_says_so() -> None:
    with pytest.raises(NotFoundError, match="no text b"):
        MatchIndex().compare(ARRESTS, "b")


@given(st.lists(TEXTS, max_size=8), st.sets(st.integers(0, 7)), TEXTS)
@settings(deadline=None, max_examples=50)
def test_an_index_that_shrank_answers_like_one_built_anew(
    texts: list[str], gone: set[int], query: str
) -> None:
    every = made(texts)
    shrunk = MatchIndex(every)
    for number in gone:
        shrunk.remove(f"t{number}")
    fresh = MatchIndex(text for number, text in enumerate(every) if number not in gone)
    again = MatchIndex(every)
    for text in every:
        again.remove(text.id)
    for number, text in enumerate(every):
        if number not in gone:
            again.add(text)
    asked = MatchText(id="query", text=query)
    assert len(shrunk) == len(fresh) == len(again)
    assert shrunk.candidates(asked) == fresh.candidates(asked) == again.candidates(asked)


@given(st.lists(TEXTS, max_size=8), st.lists(TEXTS, max_size=8), TEXTS)
@settings(deadline=None, max_examples=50)
def test_texts_taken_in_together_are_held_like_texts_taken_in_one_by_one(
    first: list[str], second: list[str], query: str
) -> None:
    every = made(first + second)
    single = MatchIndex()
    for text in every:
        single.add(text)
    single.settle()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "_MANY", 0)
        together = MatchIndex(every[: len(first)])
        together.settle()
        together.add_all(every[len(first) :])
        together.settle()
    asked = MatchText(id="query", text=query)
    assert together.candidates(asked) == single.candidates(asked)
    for text in every:
        together.remove(text.id)
    assert not together.candidates(asked)
    assert set(together._corpus.frequencies) <= {0}


@given(st.lists(TEXTS, max_size=6), TEXTS, st.integers(0, 6))
@settings(deadline=None, max_examples=50)
def test_scores_are_ordered_and_between_zero_and_one(
    texts: list[str], query: str, limit: int
) -> None:
    found = MatchIndex(made(texts)).candidates(MatchText(id="query", text=query), limit)
    assert len(found) <= limit
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None, max_examples=50)
def test_any_two_texts_can_be_compared(ours: str, theirs: str) -> None:
    found = compare(MatchText(id="a", text=ours), MatchText(id="b", text=theirs))
    back = compare(MatchText(id="b", text=theirs), MatchText(id="a", text=ours))
    assert 0.0 <= found.score <= 1.0
    assert found.score == pytest.approx(back.score, abs=1e-6)
    assert found.suggestion is back.suggestion
    assert {s.name for s in found.signals} == {s.name for s in back.signals}


def test_outside_lists_are_matched_in_the_order_of_the_queries() -> None:
    queries = [MatchText(id="q2", text=OTHER.text), MatchText(id="b", text=SAME.text)]
    rows = list(match_lists([SAME, OTHER], queries, top=1))
    assert [(query, found[0].claim_id) for query, found in rows] == [("q2", "c"), ("b", "b")]


def test_numpy_is_loaded_only_when_something_is_matched() -> None:
    code = (
        "import sys; from tracker.matching import MatchIndex, MatchText;"
        "MatchIndex([MatchText(id='a', text='نص')]); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_text_of_any_length_is_matched_by_its_beginning() -> None:
    endless = MatchText(id="x", text=ARRESTS.text + " عام 2020 تونس" * 100_000)
    (found,) = MatchIndex([endless]).candidates(ARRESTS)
    assert found.score > 0.3
