"""How the desk settled what reviewers rated."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import min_len

from tracker.errors import RuleError
from tracker.model.assessment import Credibility, Reliability
from tracker.model.entity import ClaimId, Entity, SettlementId


@frozen(kw_only=True)
class Settlement(Entity):
    """The desk's own rating of a claim after its reviewers', or its word that none shall stand.

    The reviewers' assessments stay as they were.

    Attributes:
        id: the settlement's identifier.
        claim_id: the claim.
        accepted: whether the rating below is the desk's; where not, no rating of the claim stands
            (it is no checkable claim, or the ratings were about something else).
        reliability: of the source, as settled.
        credibility: of the information, as settled.
        reviewer: who settled.
        settled_at: when (aware, UTC).
        rationale: why; never empty.

    Raises:
        RuleError: when an accepted one has no rating, or a rejected one has.
    """

    id: SettlementId = field(validator=min_len(1))
    claim_id: ClaimId
    accepted: bool = True
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    reviewer: str
    settled_at: datetime
    rationale: str = field(validator=min_len(1))

    def __attrs_post_init__(self) -> None:
        if self.accepted != bool(self.reliability or self.credibility):
            msg = "An accepted rating needs a letter or a number; a rejected one has neither."
            raise RuleError(msg, "Give --reliability or --credibility, or reject.")
