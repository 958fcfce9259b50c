"""Ratings as machine tags, spelt as in the taxonomies that analysts' platforms share.

``admiralty-scale`` and ``estimative-language`` of the MISP project (CC0 1.0). F and 6 are tags like
all others: they say that somebody looked and could not judge. What nobody rated has no tag.
"""

from tracker.model import Assessment, Confidence, Credibility, Likelihood, Reliability

#: The taxonomy's names where they are not ours with hyphens.
_LIKELIHOODS = {Likelihood.ROUGHLY_EVEN: "roughly-even-chance"}


def rating_tags(assessment: Assessment) -> list[str]:
    """Return the machine tags of what a reviewer rated."""
    tags = admiralty_tags(assessment.reliability, assessment.credibility)
    if assessment.confidence:
        tags.append(confidence_tag(assessment.confidence))
    if assessment.likelihood:
        tags.append(likelihood_tag(assessment.likelihood))
    return tags


def admiralty_tags(reliability: Reliability | None, credibility: Credibility | None) -> list[str]:
    """Return the machine tags of a letter and a number."""
    tags = []
    if reliability:
        tags.append(f'admiralty-scale:source-reliability="{reliability.value.lower()}"')
    if credibility:
        tags.append(f'admiralty-scale:information-credibility="{credibility.value}"')
    return tags


def confidence_tag(confidence: Confidence) -> str:
    """Return the machine tag of analytic confidence."""
    return f'estimative-language:confidence-in-analytic-judgment="{confidence.value}"'


def likelihood_tag(likelihood: Likelihood) -> str:
    """Return the machine tag of how likely a claim is to be borne out."""
    term = _LIKELIHOODS.get(likelihood, likelihood.value.replace("_", "-"))
    return f'estimative-language:likelihood-probability="{term}"'
