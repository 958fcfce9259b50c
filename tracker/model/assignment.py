"""Who was asked to rate a claim."""

from datetime import datetime

from attrs import field, frozen
from attrs.validators import min_len

from tracker.model.entity import AssignmentId, ClaimId, Entity


@frozen(kw_only=True)
class Assignment(Entity):
    """A request that one reviewer rate one claim; it is met once they did.

    Attributes:
        id: the assignment's identifier.
        claim_id: the claim.
        reviewer: who is to rate it.
        assigned_by: who asked.
        assigned_at: when (aware, UTC).
    """

    id: AssignmentId = field(validator=min_len(1))
    claim_id: ClaimId
    reviewer: str
    assigned_by: str
    assigned_at: datetime
