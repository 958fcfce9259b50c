"""A reviewed relation between two claims, and what suggested it."""

from datetime import datetime
from enum import Enum

from attrs import field, frozen
from attrs.validators import and_, ge, le, min_len, optional

from tracker.errors import RuleError
from tracker.model.entity import ClaimId, CorroborationId, Entity


class Relation(Enum):
    """What a reviewer judged two claims to be to each other."""

    CORROBORATES = "corroborates"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"
    SAME_ORIGIN = "same_origin"
    RELATED = "related"
    UNRELATED = "unrelated"


class Dependence(Enum):
    """Whether two reports rest on different origins. Unknown is the default and does not count."""

    INDEPENDENT = "independent"
    SAME_ORIGIN = "same_origin"
    REPRINT = "reprint"
    CITES_OTHER = "cites_other"
    UNKNOWN = "unknown"


class Stance(Enum):
    """Which way a signal points."""

    SUPPORTS = "supports"
    WARNS = "warns"
    NOTES = "notes"


@frozen(kw_only=True)
class Signal:
    """One reason beside a score.

    Attributes:
        name: stable identifier: ``words``, ``number``, ``denial``, ``outlet``, ``source``,
            ``date``, ``reprint`` ...
        stance: whether it speaks for the match, warns, or only informs.
        ours: the words of the claim in hand that it rests on.
        theirs: the words of the candidate that it rests on.
        weight: its part in the score (0-1); 0 for signals that do not change it.
    """

    name: str
    stance: Stance
    ours: str = ""
    theirs: str = ""
    weight: float = 0.0


@frozen(kw_only=True)
class Candidate:
    """A claim that may be about the same event as the one in hand. Only a proposal.

    Attributes:
        claim_id: the other claim.
        score: 0 (nothing in common) to 1 (the same words).
        agreement: how likely both agree (0-1), given that they are about one event; None where
            that cannot be told, as between texts in different writing.
        suggestion: the relation that the signals point to.
        signals: the reasons, strongest first.
    """

    claim_id: ClaimId
    score: float = field(validator=and_(ge(0.0), le(1.0)))
    agreement: float | None = field(default=None, validator=optional(and_(ge(0.0), le(1.0))))
    suggestion: Relation
    signals: tuple[Signal, ...] = ()


@frozen(kw_only=True)
class Corroboration(Entity):
    """A person's judgement on two claims. Rejections stay too, so that no pair is asked twice.

    Attributes:
        id: the corroboration's identifier.
        claim_id: the one claim: the smaller identifier of the two.
        other_id: the other claim.
        relation: what the reviewer judged.
        dependence: whether the two rest on different origins.
        score: the matcher's score (0-1) when it was judged; 0 when the pair was chosen by hand.
        signals: the reasons shown when it was judged.
        note: the reviewer's rationale.
        matcher: version of the matcher and digest of both statements when it was judged; once
            either is another, a pair set aside is asked again. Empty: never asked again.
        reviewer: who judged.
        decided_at: when (aware, UTC).

    Raises:
        RuleError: when both ends are one claim, or they are not in order.
    """

    id: CorroborationId = field(validator=min_len(1))
    claim_id: ClaimId
    other_id: ClaimId
    relation: Relation
    dependence: Dependence = Dependence.UNKNOWN
    score: float = field(default=0.0, validator=and_(ge(0.0), le(1.0)))
    signals: tuple[Signal, ...] = ()
    note: str = ""
    matcher: str = ""
    reviewer: str
    decided_at: datetime

    def __attrs_post_init__(self) -> None:
        if self.claim_id >= self.other_id:
            msg = f"Corroboration {self.id} must join two different claims in order."
            raise RuleError(msg, "Choose two different claims.")

    def partner(self, claim_id: ClaimId) -> ClaimId:
        """Return the other end as seen from ``claim_id``."""
        return self.other_id if claim_id == self.claim_id else self.claim_id
