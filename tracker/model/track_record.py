"""What became of everything a source said."""

from attrs import field, frozen
from attrs.validators import ge, gt, optional

from tracker.model.assessment import Reliability
from tracker.model.entity import SourceId


@frozen(kw_only=True)
class Interval:
    """A range of probabilities (0-1) with the share of outcomes it is meant to hold."""

    low: float
    high: float
    level: float


@frozen(kw_only=True)
class Weighing:
    """How outcomes are weighed; by default each counts as one, and nothing else does.

    Attributes:
        half_life_days: after how many days an outcome counts half; None where age does not count.
        shrinkage: as how many outcomes the mean of the outlet's other anonymous sources counts.
    """

    half_life_days: int | None = field(default=None, validator=optional(gt(0)))
    shrinkage: float = field(default=0.0, validator=ge(0))


@frozen(kw_only=True)
class TrackRecord:
    """The outcomes of a voice, or of several taken together. Computed from verdicts, never stored.

    It never is a judgement by itself.

    Attributes:
        source_id: whose record it is.
        voices: how many sources it takes together; 1 for a source that stands alone.
        cited: accepted claims that rest on them.
        borne_out: outcomes that proved right, once per assertion and independent origin.
        refuted: outcomes that proved wrong, counted in the same way.
        open: further assertions, and claims in none, on which nothing is settled.
        contradicted: how many of those an accepted claim contradicts.
        mean: posterior mean of the share borne out (0-1).
        interval: the equal-tailed Jeffreys interval.
        letter: the reliability the record would suggest; F below three outcomes.
        weighing: how the outcomes were weighed.
        weight: what the outcomes weigh together; the number resolved where age does not count.
        drawn_to: the mean (0-1) that a shrunk estimate is drawn to, None where it is not.
    """

    source_id: SourceId
    voices: int = 1
    cited: int
    borne_out: int
    refuted: int
    open: int = 0
    contradicted: int = 0
    mean: float
    interval: Interval
    letter: Reliability
    weighing: Weighing = field(factory=Weighing)
    weight: float = 0.0
    drawn_to: float | None = None

    @property
    def resolved(self) -> int:
        """How many outcomes are known."""
        return self.borne_out + self.refuted
