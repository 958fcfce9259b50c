"""What several claims say together, and where the desk stands on it."""

from datetime import datetime
from enum import Enum

from attrs import field, frozen
from attrs.validators import min_len

from tracker.model.entity import AssertionId, ClaimId, Entity


class Verdict(Enum):
    """Where the desk stands on an assertion."""

    VERIFIED = "verified"
    LIKELY = "likely"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    REFUTED = "refuted"


@frozen(kw_only=True)
class Ruling:
    """A verdict with who gave it, when and why.

    Attributes:
        verdict: where the desk stands.
        reviewer: who decided.
        decided_at: when (aware, UTC).
        rationale: why, in the reviewer's words.
        evidence: what it rests on, one thing each: an address, a document, a claim's identifier.
    """

    verdict: Verdict
    reviewer: str
    decided_at: datetime
    rationale: str = ""
    evidence: tuple[str, ...] = ()


@frozen(kw_only=True)
class Assertion(Entity):
    """The group of claims that reviewers judged to say the same thing.

    Attributes:
        id: the assertion's identifier.
        wording: what is asserted, in plain words.
        claim_ids: the claims that say it, the first one first.
        ruling: the desk's verdict, None until somebody decides.
    """

    id: AssertionId = field(validator=min_len(1))
    wording: str
    claim_ids: tuple[ClaimId, ...] = field(validator=min_len(1))
    ruling: Ruling | None = None

    @property
    def verdict(self) -> Verdict:
        """The desk's verdict; ``unverified`` until somebody decides."""
        return self.ruling.verdict if self.ruling else Verdict.UNVERIFIED
