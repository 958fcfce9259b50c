"""The verdict that a rule would propose. A person decides."""

from collections.abc import Collection

from attrs import frozen

from tracker.credibility.origins import Origins
from tracker.model import SourceKind, Verdict

#: Reason code → what it means, in one sentence.
VERDICT_REASONS: dict[str, str] = {
    "contradicted": "Another accepted claim contradicts it.",
    "independent": "Independent origins say so, and at least one of them is named.",
    "anonymous_only": "Independent origins say so, but none of them is named.",
    "single_anonymous": "A single anonymous origin says so: weak until something else is found.",
    "single_origin": "A single origin says so.",
}


@frozen(kw_only=True)
class VerdictProposal:
    """A verdict with the rule that led to it.

    Attributes:
        verdict: never verified or refuted: those take a person's evidence.
        reason: a key of :data:`VERDICT_REASONS`.
    """

    verdict: Verdict
    reason: str


def verdict_proposal(
    origins: Origins, kinds: Collection[SourceKind], *, contradicted: bool = False
) -> VerdictProposal:
    """Return the verdict that the state of an assertion suggests.

    The rule follows Airwars' grading of civilian harm reports: one source is weak, two or more
    credible ones are fair, competing accounts are contested.

    Args:
        origins: what stands behind the assertion.
        kinds: the kinds of the sources its claims rest on.
        contradicted: whether a claim judged to contradict it has been accepted.
    """
    anonymous = all(kind.anonymous for kind in kinds)
    if contradicted:
        return VerdictProposal(verdict=Verdict.DISPUTED, reason="contradicted")
    if origins.origins > 1 and not anonymous:
        return VerdictProposal(verdict=Verdict.LIKELY, reason="independent")
    if origins.origins > 1:
        return VerdictProposal(verdict=Verdict.UNVERIFIED, reason="anonymous_only")
    reason = "single_anonymous" if anonymous else "single_origin"
    return VerdictProposal(verdict=Verdict.UNVERIFIED, reason=reason)
