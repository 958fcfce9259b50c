"""Agreement: Krippendorff's alpha as published, and how much of the work it was computed from."""

from datetime import UTC, datetime

import pytest

from tracker.credibility import agreements, alpha, diagonals
from tracker.model import Assessment, AssessmentId, ClaimId, Credibility, Reliability, Verdict

# The example of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C:
# four observers, twelve units, values 1 to 5; a dot is missing.
PUBLISHED = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def published_units() -> list[list[int]]:
    rows = [row.split() for row in PUBLISHED]
    return [[int(v) - 1 for v in unit if v != "."] for unit in zip(*rows, strict=True)]


def rating(
    claim: str,
    reviewer: str,
    credibility: str = "",
    reliability: str = "",
    verdict: Verdict | None = None,
) -> Assessment:
    return Assessment(
        id=AssessmentId(f"{claim}-{reviewer}"),
        claim_id=ClaimId(claim),
        reviewer=reviewer,
        assessed_at=datetime(2020, 11, 10, tzinfo=UTC),
        credibility=Credibility(credibility) if credibility else None,
        reliability=Reliability(reliability) if reliability else None,
        verdict=verdict,
    )


def test_alpha_is_the_published_one() -> None:
    units = published_units()
    assert alpha(units, 5, "nominal") == pytest.approx(0.743, abs=0.0005)
    assert alpha(units, 5, "ordinal") == pytest.approx(0.815, abs=0.0005)


def test_alpha_is_untold_where_chance_cannot_be() -> None:
    assert alpha([], 5, "ordinal") is None
    assert alpha([[1, 1]], 5, "ordinal") is None
    assert alpha([[1, 1], [1, 1]], 5, "ordinal") is None


def test_the_figures_say_how_many_claims_they_used() -> None:
    given = [
        rating("c1", "Nour", "2"),
        rating("c1", "Sami", "2"),
        rating("c2", "Nour", "3"),
        rating("c2", "Sami", "5"),
        rating("c3", "Nour", "3"),
    ]
    found = {one.axis: one for one in agreements(given)}
    assert (found["credibility"].used, found["credibility"].total) == (2, 3)
    assert found["credibility"].raw == 0.5
    assert found["credibility"].alpha is not None
    assert (found["reliability"].used, found["reliability"].raw) == (0, None)
    assert found["reliability"].alpha is None


def test_what_cannot_be_judged_is_no_step_of_the_scale() -> None:
    given = [
        rating("c1", "Nour", "6", "F"),
        rating("c1", "Sami", "6", "F"),
        rating("c2", "Nour", "6", "F"),
        rating("c2", "Sami", "1", "A"),
    ]
    found = {one.axis: one for one in agreements(given)}
    for axis in ("credibility", "reliability"):
        assert (found[axis].used, found[axis].raw, found[axis].alpha) == (0, None, None)


def test_a_reviewer_whose_two_ratings_go_together_is_warned() -> None:
    together = [rating(f"c{n}", "Nour", "123"[n % 3], "ABC"[n % 3]) for n in range(10)]
    apart = [rating(f"c{n}", "Sami", "23"[n % 2], "AB"[n % 2]) for n in range(10)]
    unjudged = [rating(f"d{n}", "Sami", "6", "B") for n in range(9)]
    nour, sami = diagonals([*together, *apart, *unjudged])
    assert (nour.reviewer, nour.on_it, nour.ratings, nour.warns) == ("Nour", 10, 10, True)
    assert (sami.on_it, sami.ratings, sami.warns) == (0, 10, False)
    (few,) = diagonals(together[:9])
    assert not few.warns
