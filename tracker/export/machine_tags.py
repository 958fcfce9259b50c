"""Ratings as machine tags, spelt as in the taxonomies that analysts' platforms share.

``admiralty-scale`` and ``estimative-language`` of the MISP project (CC0 1.0). F and 6 are tags like
all others: they say that somebody looked and could not judge. What nobody rated has no tag.
"""

from tracker.model import Assessment, Confidence


def rating_tags(assessment: Assessment) -> list[str]:
    """Return the machine tags of what a reviewer rated."""
    tags = []
    if assessment.reliability:
        tags.append(f'admiralty-scale:source-reliability="{assessment.reliability.value.lower()}"')
    if assessment.credibility:
        tags.append(f'admiralty-scale:information-credibility="{assessment.credibility.value}"')
    if assessment.confidence:
        tags.append(confidence_tag(assessment.confidence))
    return tags


def confidence_tag(confidence: Confidence) -> str:
    """Return the machine tag of analytic confidence."""
    return f'estimative-language:confidence-in-analytic-judgment="{confidence.value}"'
