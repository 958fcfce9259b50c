"""The Jeffreys interval for a share of outcomes, without a statistics package.

With ``k`` of ``n`` borne out and Jeffreys' prior Beta(1/2, 1/2) the share has the distribution
Beta(k + 1/2, n - k + 1/2); the interval cuts equal tails off it. L. Brown, T. Cai and A. DasGupta,
"Interval estimation for a binomial proportion", Statistical Science 16 (2001), recommend it for
small ``n``. The incomplete beta function follows NIST's Digital Library of Mathematical Functions:
continued fraction 8.17.22, symmetry 8.17.4.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p

from tracker.errors import RuleError
from tracker.model import Interval

_TINY = 1e-300
_PRECISION = 1e-15
_STEPS = 20_000
_INTERVALS_KEPT = 4096


def posterior_mean(borne_out: float, resolved: float) -> float:
    """Return the expected share (0-1) after ``borne_out`` of ``resolved`` outcomes.

    Raises:
        RuleError: when the counts are negative or more are borne out than resolved.
    """
    _check(borne_out, resolved)
    return (borne_out + 0.5) / (resolved + 1)


def jeffreys_interval(borne_out: float, resolved: float, level: float = 0.90) -> Interval:
    """Return the equal-tailed Jeffreys interval after ``borne_out`` of ``resolved`` outcomes.

    Args:
        borne_out: how many outcomes proved right, or what they weigh together.
        resolved: how many outcomes are known; 0 gives the prior's interval.
        level: probability the interval holds, between 0 and 1.

    Raises:
        RuleError: when the counts are negative or more are borne out than resolved, or the level
            is not between 0 and 1.
    """
    _check(borne_out, resolved)
    return beta_interval(borne_out + 0.5, resolved - borne_out + 0.5, level)


@lru_cache(maxsize=_INTERVALS_KEPT)
def beta_interval(right: float, wrong: float, level: float = 0.90) -> Interval:
    """Return the equal-tailed interval of the Beta(``right``, ``wrong``) distribution.

    Raises:
        RuleError: when the level is not between 0 and 1.
    """
    if not 0 < level < 1:
        msg = f"The level {level} of an interval must lie between 0 and 1."
        raise RuleError(msg, "0.9 is the level used everywhere.")
    tail = (1 - level) / 2
    low = _beta_quantile(tail, right, wrong)
    high = 1 - _beta_quantile(tail, wrong, right)
    return Interval(low=low, high=high, level=level)


def _check(borne_out: float, resolved: float) -> None:
    if not 0 <= borne_out <= resolved:
        msg = f"{borne_out} of {resolved} outcomes cannot have been borne out."
        raise RuleError(msg, "Count each resolved outcome once.")


def _beta_quantile(probability: float, right: float, wrong: float) -> float:
    """Return where the Beta(right, wrong) distribution has ``probability`` below it."""
    low, high = 0.0, 1.0
    while high - low > _PRECISION * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _beta_cdf(middle, right, wrong) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _beta_cdf(x: float, a: float, b: float) -> float:
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_cdf(1 - x, b, a)
    if x <= 0:
        return 0.0
    front = a * log(x) + b * log1p(-x) - log(a) + lgamma(a + b) - lgamma(a) - lgamma(b)
    return exp(front) * _fraction(x, a, b)


def _coefficient(step: int, x: float, a: float, b: float) -> float:
    m = step // 2
    if step % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def _fraction(x: float, a: float, b: float) -> float:
    """Return 1/(1+ d1/(1+ d2/(1+ ...))) by Lentz's method in Thompson and Barnett's form."""
    value, upper, lower = 1.0, 1.0, 0.0
    for step in range(1, _STEPS):
        term = _coefficient(step, x, a, b)
        lower = 1 / ((1 + term * lower) or _TINY)
        upper = (1 + term / upper) or _TINY
        value *= upper * lower
        if abs(upper * lower - 1) < _PRECISION:
            break
    return 1 / value
