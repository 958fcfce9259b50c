"""The words of the field as frozen values: no input or output, no clock, no randomness."""

from tracker.model.article import (
    DETAIL_LABELS,
    DETAILS,
    Article,
    Basis,
    Passage,
    PassageKind,
    Provenance,
    content_hash,
)
from tracker.model.assertion import Assertion, Ruling, Verdict
from tracker.model.assessment import (
    Assessment,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
)
from tracker.model.assignment import Assignment
from tracker.model.change import KINDS, Action, Change, ChangeSet, Commit, kind_of
from tracker.model.claim import Allegation, Attribution, Claim, ClaimState, Delivery
from tracker.model.conflict import StaleError, differing
from tracker.model.corroboration import (
    Candidate,
    Corroboration,
    Dependence,
    Relation,
    Signal,
    Stance,
)
from tracker.model.entity import (
    ArticleId,
    AssertionId,
    AssessmentId,
    AssignmentId,
    ChangeSetId,
    ClaimId,
    CorroborationId,
    Entity,
    FactCheckId,
    FactCheckLinkId,
    SettlementId,
    SourceId,
)
from tracker.model.fact_check import Bearing, FactCheck, FactCheckLink
from tracker.model.profile import BLANK_PROFILE, Distance, KnownTo, Profile
from tracker.model.proposal import (
    Cue,
    Proposal,
    ProposedAttribution,
    ProposedClaim,
    ProposedSource,
)
from tracker.model.reviewer import Reviewer
from tracker.model.settlement import Settlement
from tracker.model.source import (
    Affiliation,
    Identity,
    LinkBasis,
    Source,
    SourceKind,
    SourceLink,
)
from tracker.model.span import GAP, Span, quote
from tracker.model.track_record import Interval, TrackRecord, Weighing

__all__ = [
    "BLANK_PROFILE",
    "DETAILS",
    "DETAIL_LABELS",
    "GAP",
    "KINDS",
    "Action",
    "Affiliation",
    "Allegation",
    "Article",
    "ArticleId",
    "Assertion",
    "AssertionId",
    "Assessment",
    "AssessmentId",
    "Assignment",
    "AssignmentId",
    "Attribution",
    "Basis",
    "Bearing",
    "Candidate",
    "Change",
    "ChangeSet",
    "ChangeSetId",
    "Claim",
    "ClaimId",
    "ClaimState",
    "Commit",
    "Confidence",
    "Corroboration",
    "CorroborationId",
    "Credibility",
    "Cue",
    "Delivery",
    "Dependence",
    "Distance",
    "Entity",
    "FactCheck",
    "FactCheckId",
    "FactCheckLink",
    "FactCheckLinkId",
    "Identity",
    "Interval",
    "KnownTo",
    "Likelihood",
    "LinkBasis",
    "Passage",
    "PassageKind",
    "Profile",
    "Proposal",
    "ProposedAttribution",
    "ProposedClaim",
    "ProposedSource",
    "Provenance",
    "Relation",
    "Reliability",
    "Reviewer",
    "Ruling",
    "Settlement",
    "SettlementId",
    "Signal",
    "Source",
    "SourceId",
    "SourceKind",
    "SourceLink",
    "Span",
    "StaleError",
    "Stance",
    "TrackRecord",
    "Verdict",
    "Weighing",
    "content_hash",
    "differing",
    "kind_of",
    "quote",
]
