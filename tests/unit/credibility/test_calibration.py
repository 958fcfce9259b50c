"""Forecasts count only where they were made before the verdict, and only many of them say much."""

from datetime import timedelta

import pytest
from attrs import evolve

from tests.unit.credibility.records import WHEN, assertion, claim, known
from tracker.credibility import FEWEST_FORECASTS, brier, calibrations
from tracker.model import Assessment, AssessmentId, ClaimId, Likelihood, Verdict


def forecast(claim_id: str, term: Likelihood, hours: int = -1) -> Assessment:
    at = WHEN + timedelta(hours=hours)
    return Assessment(
        id=AssessmentId(f"asm-{claim_id}"),
        claim_id=ClaimId(claim_id),
        reviewer="Nour",
        assessed_at=at + timedelta(days=9),
        likelihood=term,
        likelihood_at=at,
    )


def test_the_score_is_the_mean_squared_distance() -> None:
    assert brier([(1.0, True), (0.5, False), (0.0, True)]) == pytest.approx(1.25 / 3)


def test_a_term_stands_for_the_middle_of_its_range() -> None:
    assert Likelihood.LIKELY.probability == pytest.approx(0.675)
    assert Likelihood.ALMOST_NO_CHANCE.percent == (1, 5)


def test_few_forecasts_have_no_score_and_their_number_is_told() -> None:
    claims = {c.id: c for c in (claim("c1"), claim("c2"))}
    ledger = known(claims.values(), [assertion("a", "c1", Verdict.VERIFIED)])
    given = [forecast("c1", Likelihood.LIKELY), forecast("c2", Likelihood.UNLIKELY)]
    (found,) = calibrations(given, claims, ledger)
    assert (found.forecasts, found.open, found.brier) == (1, 1, None)
    assert [(b.likelihood, b.forecasts, b.borne_out) for b in found.bins] == [
        (Likelihood.LIKELY, 1, 1)
    ]


def test_what_was_said_after_the_verdict_is_no_forecast() -> None:
    claims = {ClaimId("c1"): claim("c1")}
    ledger = known(claims.values(), [assertion("a", "c1", Verdict.VERIFIED)])
    assert calibrations([forecast("c1", Likelihood.LIKELY, hours=1)], claims, ledger) == ()


def test_an_assertion_counts_once_with_the_last_word_on_it() -> None:
    claims = {c.id: c for c in (claim("c1"), claim("c2"))}
    ledger = known(claims.values(), [assertion("a", "c1 c2", Verdict.REFUTED)])
    given = [forecast("c1", Likelihood.LIKELY, -5), forecast("c2", Likelihood.UNLIKELY, -2)]
    (found,) = calibrations(given, claims, ledger)
    assert [b.likelihood for b in found.bins] == [Likelihood.UNLIKELY]


def test_enough_forecasts_have_a_score() -> None:
    claims = {c.id: c for c in (claim(f"c{n}") for n in range(FEWEST_FORECASTS))}
    ruled = [assertion(f"a{n}", n, Verdict.VERIFIED) for n in claims]
    given = [forecast(n, Likelihood.VERY_LIKELY) for n in claims]
    (found,) = calibrations(given, claims, known(claims.values(), ruled))
    assert found.brier == pytest.approx(0.125**2)
    (other,) = calibrations([evolve(g, reviewer="Sami") for g in given[:1]], claims, known([]))
    assert (other.reviewer, other.forecasts, other.open) == ("Sami", 0, 1)
