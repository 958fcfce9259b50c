"""Fact-checks that others published, and what reviewers judged of them."""

from datetime import date, datetime
from enum import Enum

from attrs import field, frozen
from attrs.validators import and_, ge, le, min_len

from tracker.model.entity import ClaimId, Entity, FactCheckId, FactCheckLinkId


@frozen(kw_only=True)
class FactCheck(Entity):
    """A published fact-check, as schema.org's ClaimReview states it.

    It is the verdict of others on a claim, no report of an event: it is nobody's source, counts
    as no origin, and never changes a rating by itself.

    Attributes:
        id: the fact-check's identifier.
        claim_reviewed: the claim that was checked, in the publisher's words.
        title: the headline of the fact-check, empty when unknown.
        url: where it stands, empty when unknown.
        publisher: who published it, empty when unknown.
        published: the day of publication, None when unknown.
        language: BCP 47 tag, empty when unknown.
        rating: the publisher's verdict in its own words and on its own scale, empty when unknown.
        claimant: who made the claim that was checked, empty when unknown.
    """

    id: FactCheckId = field(validator=min_len(1))
    claim_reviewed: str = field(validator=min_len(1))
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: date | None = None
    language: str = ""
    rating: str = ""
    claimant: str = ""


class Bearing(Enum):
    """What a fact-check has to do with a claim."""

    SAME_CLAIM = "same_claim"
    RELATED = "related"
    UNRELATED = "unrelated"


@frozen(kw_only=True)
class FactCheckLink(Entity):
    """A person's judgement on a claim and a fact-check; rejections stay, so none is asked twice.

    Attributes:
        id: the link's identifier.
        claim_id: the claim.
        fact_check_id: the fact-check.
        bearing: whether the same claim was checked.
        score: the matcher's score (0-1) when it was judged; 0 when it was chosen by hand.
        note: why, in the reviewer's words.
        matcher: version of the matcher and digest of both texts when it was judged; once either
            is another, a fact-check set aside is asked again. Empty: never asked again.
        reviewer: who judged.
        decided_at: when (aware, UTC).
    """

    id: FactCheckLinkId = field(validator=min_len(1))
    claim_id: ClaimId
    fact_check_id: FactCheckId
    bearing: Bearing
    score: float = field(default=0.0, validator=and_(ge(0.0), le(1.0)))
    note: str = ""
    matcher: str = ""
    reviewer: str
    decided_at: datetime
