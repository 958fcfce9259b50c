"""Ratings and verdicts on the claim in hand; the two axes are never derived from each other."""

from collections.abc import Sequence

from attrs import frozen

from tracker.errors import TrackerError
from tracker.model import Claim, ClaimId, Confidence, Credibility, Reliability, Verdict
from tracker.presenters.history import refusal
from tracker.presenters.review import ReviewState
from tracker.presenters.review_decisions import attempt
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import CONFIDENCE, CREDIBILITY, RELIABILITY
from tracker.services.judging import lacks_independent_origin, rate, rule_on_claim


@frozen(kw_only=True)
class Option:
    """One line of a short list to choose from.

    Attributes:
        key: the key that takes it.
        label: what it says.
        value: what is handed back.
        current: whether it is what holds now.
    """

    key: str
    label: str
    value: str
    current: bool = False


def rate_credibility(state: ReviewState, credibility: Credibility) -> Message:
    """Rate the information of the claim in hand, 1 to 6."""

    def edit(claim: Claim) -> str:
        rate(state.session, claim.id, credibility=credibility)
        text = f"Information {credibility.value}, {CREDIBILITY[credibility]}."
        alone = credibility is Credibility.CONFIRMED and lacks_independent_origin(
            state.session.store, claim.id
        )
        return f"{text} No independent origin confirms it yet: 2 is usual." if alone else text

    return attempt(state, edit)


def rate_reliability(state: ReviewState, reliability: Reliability) -> Message:
    """Rate the source of the claim in hand, A to F."""

    def edit(claim: Claim) -> str:
        rate(state.session, claim.id, reliability=reliability)
        return f"Source {reliability.value}, {RELIABILITY[reliability]}."

    return attempt(state, edit)


def rate_confidence(state: ReviewState, confidence: Confidence) -> Message:
    """Say how sure the reviewer is of the rating."""

    def edit(claim: Claim) -> str:
        rate(state.session, claim.id, confidence=confidence)
        return f"Confidence {CONFIDENCE[confidence]}."

    return attempt(state, edit)


def give_verdict(state: ReviewState, verdict: Verdict) -> Message:
    """Set where the desk stands on what the claim in hand asserts."""

    def edit(claim: Claim) -> str:
        rule_on_claim(state.session, claim.id, verdict)
        return f"Verdict: {verdict.value}."

    return attempt(state, edit)


def give_rationale(state: ReviewState, claim_id: ClaimId, rationale: str) -> Message:
    """Keep why the reviewer rates a claim so."""
    try:
        rate(state.session, claim_id, rationale=rationale.strip())
    except TrackerError as error:
        return refusal(error)
    state.reload()
    return Message("The rationale is saved.", Tone.GOOD)


def reliability_options(state: ReviewState) -> Sequence[Option]:
    """Return the six grades of a source's reliability."""
    assessment = state.assessment()
    now = assessment.reliability if assessment else None
    return tuple(
        Option(key=r.value.lower(), label=f"{r.value}  {words}", value=r.value, current=r is now)
        for r, words in RELIABILITY.items()
    )


def credibility_options(state: ReviewState) -> Sequence[Option]:
    """Return the six grades of the information's credibility."""
    assessment = state.assessment()
    now = assessment.credibility if assessment else None
    return tuple(
        Option(key=c.value, label=f"{c.value}  {words}", value=c.value, current=c is now)
        for c, words in CREDIBILITY.items()
    )


def confidence_options(state: ReviewState) -> Sequence[Option]:
    """Return the three grades of analytic confidence."""
    assessment = state.assessment()
    now = assessment.confidence if assessment else None
    return tuple(
        Option(key=c.value[0], label=words, value=c.value, current=c is now)
        for c, words in CONFIDENCE.items()
    )


def verdict_options(state: ReviewState) -> Sequence[Option]:
    """Return the verdicts a desk can give, each under its first letter."""
    assessment = state.assessment()
    now = assessment.verdict if assessment else None
    return tuple(
        Option(key=v.value[0], label=v.value, value=v.value, current=v is now) for v in Verdict
    )
