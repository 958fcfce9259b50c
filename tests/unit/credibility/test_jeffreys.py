"""Our interval is the one a statistics package gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from tracker.credibility import beta_interval, jeffreys_interval, posterior_mean
from tracker.errors import RuleError

COUNTS = st.integers(0, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS, st.floats(0.01, 0.999))
def test_the_interval_equals_scipys(counts: tuple[int, int], level: float) -> None:
    borne_out, resolved = counts
    interval = jeffreys_interval(borne_out, resolved, level)
    reference = beta(borne_out + 0.5, resolved - borne_out + 0.5)
    assert interval.low == pytest.approx(reference.ppf((1 - level) / 2), rel=1e-8, abs=1e-12)
    assert interval.high == pytest.approx(reference.ppf((1 + level) / 2), rel=1e-8, abs=1e-12)
    assert interval.level == level


@given(st.floats(0.5, 500), st.floats(0.5, 500))
def test_the_interval_of_weighed_outcomes_equals_scipys(right: float, wrong: float) -> None:
    interval = beta_interval(right, wrong)
    reference = beta(right, wrong)
    assert interval.low == pytest.approx(reference.ppf(0.05), rel=1e-8, abs=1e-12)
    assert interval.high == pytest.approx(reference.ppf(0.95), rel=1e-8, abs=1e-12)


@given(COUNTS)
def test_the_mean_is_the_posteriors_and_lies_inside(counts: tuple[int, int]) -> None:
    borne_out, resolved = counts
    mean = posterior_mean(borne_out, resolved)
    assert mean == pytest.approx(float(beta.mean(borne_out + 0.5, resolved - borne_out + 0.5)))
    interval = jeffreys_interval(borne_out, resolved)
    assert interval.low < mean < interval.high


@pytest.mark.parametrize(
    ("borne_out", "resolved", "low", "high"),
    [(1, 1, 0.23, 1.00), (3, 3, 0.56, 1.00), (2, 3, 0.24, 0.94), (8, 10, 0.55, 0.94)],
)
def test_small_records_give_wide_intervals(
    borne_out: int, resolved: int, low: float, high: float
) -> None:
    interval = jeffreys_interval(borne_out, resolved)
    assert (round(interval.low, 2), round(interval.high, 2)) == (low, high)


@pytest.mark.parametrize(("borne_out", "resolved"), [(2, 1), (-1, 3), (0, -1)])
def test_impossible_counts_are_refused(borne_out: int, resolved: int) -> None:
    with pytest.raises(RuleError, match="cannot have been borne out"):
        jeffreys_interval(borne_out, resolved)
    with pytest.raises(RuleError, match="cannot have been borne out"):
        posterior_mean(borne_out, resolved)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.5])
def test_an_impossible_level_is_refused(level: float) -> None:
    with pytest.raises(RuleError, match="level"):
        jeffreys_interval(1, 2, level)
