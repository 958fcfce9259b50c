"""Ratings and verdicts on the claim in hand; the two axes are never derived from each other."""

from tracker.errors import TrackerError
from tracker.model import (
    Claim,
    ClaimId,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
    Verdict,
)
from tracker.presenters.history import refusal
from tracker.presenters.rate_panel import FIRST_THE_INFORMATION, QUESTION
from tracker.presenters.review import ReviewState
from tracker.presenters.review_decisions import attempt
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import CONFIDENCE, CREDIBILITY, LIKELIHOOD, RELIABILITY
from tracker.services.adjudicating import assign
from tracker.services.judging import lacks_independent_origin, rate, rule_on_claim


def rate_credibility(state: ReviewState, credibility: Credibility) -> Message:
    """Rate the information of the claim in hand, 1 to 6.

    A 1 that no independent origin confirms is asked about, and stands when it is given again.
    """
    claim = state.claim
    asks = credibility is Credibility.CONFIRMED and claim and state.questioned != claim.id
    if asks and claim and lacks_independent_origin(state.session.store, claim.id):
        state.questioned = claim.id
        return Message(QUESTION, Tone.WARN)

    def edit(claim: Claim) -> str:
        state.questioned = None
        rate(state.session, claim.id, credibility=credibility)
        return f"Information {credibility.value}, {CREDIBILITY[credibility]}."

    return attempt(state, edit)


def rate_reliability(state: ReviewState, reliability: Reliability) -> Message:
    """Rate the source of the claim in hand, A to F, once the information has its number."""
    own = state.assessment()
    if state.claim and (own is None or own.credibility is None):
        return Message(FIRST_THE_INFORMATION, Tone.WARN)

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


def rate_likelihood(state: ReviewState, likelihood: Likelihood) -> Message:
    """Say how likely the claim in hand is to be borne out."""

    def edit(claim: Claim) -> str:
        rate(state.session, claim.id, likelihood=likelihood)
        return f"Likelihood: {LIKELIHOOD[likelihood]}."

    return attempt(state, edit)


def ask_reviewer(state: ReviewState, claim_id: ClaimId, name: str) -> Message:
    """Ask another reviewer to rate a claim."""
    try:
        assign(state.session, (claim_id,), name)
    except TrackerError as error:
        return refusal(error)
    state.reload()
    return Message(f"{name.strip()} is asked to rate it, without seeing your rating.", Tone.GOOD)
