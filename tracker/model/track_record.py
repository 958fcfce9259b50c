"""What became of everything a source said."""

from attrs import frozen

from tracker.model.assessment import Reliability
from tracker.model.entity import SourceId


@frozen(kw_only=True)
class Interval:
    """A range of probabilities (0-1) with the share of outcomes it is meant to hold."""

    low: float
    high: float
    level: float


@frozen(kw_only=True)
class TrackRecord:
    """A source's outcomes. Computed from verdicts, never stored, never a judgement by itself.

    Attributes:
        source_id: whose record it is.
        cited: claims of the source that a reviewer accepted.
        borne_out: outcomes that proved right, once per assertion.
        refuted: outcomes that proved wrong, once per assertion.
        mean: posterior mean of the share borne out (0-1).
        interval: the equal-tailed Jeffreys interval.
        letter: the reliability the record would suggest; F below three outcomes.
    """

    source_id: SourceId
    cited: int
    borne_out: int
    refuted: int
    mean: float
    interval: Interval
    letter: Reliability

    @property
    def resolved(self) -> int:
        """How many outcomes are known."""
        return self.borne_out + self.refuted
