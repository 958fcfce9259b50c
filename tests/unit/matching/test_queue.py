"""What a reviewer is shown first."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.matching import MatchText, compare, pair_value


@given(st.floats(0, 1), st.integers(0, 9), st.floats(0, 1))
def test_values_lie_between_zero_and_one(score: float, origins: int, stakes: float) -> None:
    assert 0 <= pair_value(score, origins=origins, stakes=stakes) <= 1


def test_a_pair_about_one_event_comes_before_an_unlikely_one() -> None:
    assert pair_value(0.6) > pair_value(0.2)


def test_another_outlet_comes_before_the_same_one_and_both_before_the_same_voice() -> None:
    values = [pair_value(0.6, names) for names in ((), ("outlet",), ("outlet", "source"))]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 3


def test_a_claim_with_one_origin_and_high_stakes_comes_first() -> None:
    assert pair_value(0.6, origins=1) > pair_value(0.6, origins=3)
    assert pair_value(0.6, stakes=1.0) > pair_value(0.6, stakes=0.0)


@given(st.floats(0, 1), st.sets(st.sampled_from(["number", "reprint", "agency", "outlet"])))
def test_signals_never_raise_the_value(score: float, names: set[str]) -> None:
    assert pair_value(score, names) <= pair_value(score)


def test_agreement_is_likelier_without_a_denial() -> None:
    ours = MatchText(id="a", text="وزارة الصحة تؤكد تسجيل أول إصابة بالكوليرا في دمشق")
    same = MatchText(id="b", text="تسجيل أول إصابة بالكوليرا في دمشق بحسب وزارة الصحة")
    denied = MatchText(id="c", text="وزارة الصحة تنفي تسجيل أول إصابة بالكوليرا في دمشق")
    agreeing, clashing = compare(ours, same).agreement, compare(ours, denied).agreement
    assert agreeing is not None
    assert agreeing > 0.5
    assert clashing is not None
    assert clashing < 0.1


def test_between_two_writings_nothing_is_said_of_agreement() -> None:
    english = MatchText(id="b", text="Health ministry confirms first cholera case in Damascus")
    ours = MatchText(id="a", text="وزارة الصحة تؤكد تسجيل أول إصابة بالكوليرا في دمشق")
    assert compare(ours, english).agreement is None
