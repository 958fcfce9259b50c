"""What every stored record has: an identifier of its own and a version."""

from typing import NewType

from attrs import field, frozen
from attrs.validators import ge, min_len

ArticleId = NewType("ArticleId", str)
ClaimId = NewType("ClaimId", str)
SourceId = NewType("SourceId", str)
CorroborationId = NewType("CorroborationId", str)
AssertionId = NewType("AssertionId", str)
AssessmentId = NewType("AssessmentId", str)
AssignmentId = NewType("AssignmentId", str)
SettlementId = NewType("SettlementId", str)
FactCheckId = NewType("FactCheckId", str)
FactCheckLinkId = NewType("FactCheckLinkId", str)
ChangeSetId = NewType("ChangeSetId", str)


@frozen(kw_only=True)
class Entity:
    """A record of the database.

    Attributes:
        id: made by the application, never reused, the same in every store.
        version: 1 when created, one more with every change; a change names the version it expects.
    """

    id: str = field(validator=min_len(1))
    version: int = field(default=1, validator=ge(1))
