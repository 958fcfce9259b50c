"""One reviewer's dated rating of a claim, on separate axes."""

from datetime import datetime
from enum import Enum

from attrs import evolve, field, frozen
from attrs.validators import min_len

from tracker.model.assertion import Verdict
from tracker.model.entity import AssessmentId, ClaimId, Entity


class Reliability(Enum):
    """Reliability of the source, A to F: the Admiralty code (STANAG 2511, FM 2-22.3).

    F is "cannot be judged". It is no number and takes part in no sum.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(Enum):
    """Credibility of the information, 1 to 6: the Admiralty code (STANAG 2511, FM 2-22.3).

    6 is "truth cannot be judged". It is no number and takes part in no sum.
    """

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class Confidence(Enum):
    """Analytic confidence in the judgement (ICD 203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Likelihood(Enum):
    """How likely the claim is to be borne out: the terms of ICD 203 with their ranges.

    A likelihood is about the event, a confidence about the judgement: they never share a
    sentence. Neither end reaches 0 or 100 %.
    """

    ALMOST_NO_CHANCE = "almost_no_chance"
    VERY_UNLIKELY = "very_unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN = "roughly_even"
    LIKELY = "likely"
    VERY_LIKELY = "very_likely"
    ALMOST_CERTAIN = "almost_certain"

    @property
    def percent(self) -> tuple[int, int]:
        """The range that the term stands for, in per cent."""
        return _PERCENT[self]

    @property
    def probability(self) -> float:
        """The middle of the range (0-1), which calibration takes the term for."""
        return sum(self.percent) / 200


_PERCENT = {
    Likelihood.ALMOST_NO_CHANCE: (1, 5),
    Likelihood.VERY_UNLIKELY: (5, 20),
    Likelihood.UNLIKELY: (20, 45),
    Likelihood.ROUGHLY_EVEN: (45, 55),
    Likelihood.LIKELY: (55, 80),
    Likelihood.VERY_LIKELY: (80, 95),
    Likelihood.ALMOST_CERTAIN: (95, 99),
}


@frozen(kw_only=True)
class Assessment(Entity):
    """What one reviewer thinks of one claim. The axes are separate; None is "not rated".

    Attributes:
        id: the assessment's identifier.
        claim_id: the claim it is about.
        reviewer: who rated.
        assessed_at: when it was last changed (aware, UTC); earlier values are in the history.
        reliability: of the source, A-F.
        credibility: of the information, 1-6.
        confidence: in the judgement.
        likelihood: how likely the claim is to be borne out.
        likelihood_at: when that was last said (aware, UTC): only what was said before the desk's
            verdict is a forecast.
        verdict: the reviewer's own view of what the claim asserts.
        rationale: why, in the reviewer's words.
    """

    id: AssessmentId = field(validator=min_len(1))
    claim_id: ClaimId
    reviewer: str
    assessed_at: datetime
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    confidence: Confidence | None = None
    likelihood: Likelihood | None = None
    likelihood_at: datetime | None = None
    verdict: Verdict | None = None
    rationale: str = ""

    def rated(
        self,
        *,
        reliability: Reliability | None = None,
        credibility: Credibility | None = None,
        confidence: Confidence | None = None,
        likelihood: Likelihood | None = None,
        verdict: Verdict | None = None,
        rationale: str | None = None,
    ) -> "Assessment":
        """Return the assessment with what is given in place; what is None stays as it was."""
        return evolve(
            self,
            reliability=reliability or self.reliability,
            credibility=credibility or self.credibility,
            confidence=confidence or self.confidence,
            likelihood=likelihood or self.likelihood,
            verdict=verdict or self.verdict,
            rationale=self.rationale if rationale is None else rationale.strip(),
        )

    @property
    def code(self) -> str:
        """The Admiralty code as written, for example ``B2``; an unrated axis is ``–``."""
        letter = self.reliability.value if self.reliability else "–"
        number = self.credibility.value if self.credibility else "–"
        return letter + number
