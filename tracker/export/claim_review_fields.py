"""Fields of the schema.org objects in use: those that must be there and those that may."""

from tracker.export.required import (
    DAY,
    IRI,
    LANGUAGE,
    TEXT,
    URN,
    UTC_TIME,
    WEB,
    Each,
    Shape,
    exactly,
)

_PUBLISHERS = Shape("publisher", {"@type": exactly("Organization"), "name": TEXT}, {"url": WEB})
_AUTHOR = Shape("author", {"@type": exactly("Organization", "Person"), "name": TEXT})
_HASH = Shape("identifier", {"@type": exactly("PropertyValue"), "propertyID": TEXT, "value": IRI})
_ARTICLE = Shape(
    "NewsArticle",
    {"@type": exactly("NewsArticle"), "@id": URN, "publisher": _PUBLISHERS, "identifier": _HASH},
    {
        "headline": TEXT,
        "creditText": TEXT,
        "url": WEB,
        "datePublished": DAY,
        "inLanguage": LANGUAGE,
    },
)
_CLAIM = Shape(
    "Claim",
    {"@type": exactly("Claim"), "@id": URN, "text": TEXT, "firstAppearance": _ARTICLE},
    {
        "author": _AUTHOR,
        "datePublished": DAY,
        "inLanguage": LANGUAGE,
        "appearance": Each(_ARTICLE),
    },
)
_RATING = Shape(
    "Rating",
    {"@type": exactly("Rating"), "alternateName": TEXT},
    {"reviewAspect": TEXT, "ratingExplanation": TEXT},
)
_REVIEW = Shape(
    "Review",
    {
        "@type": exactly("Review"),
        "author": _AUTHOR,
        "dateCreated": UTC_TIME,
        "reviewRating": Each(_RATING),
    },
    {"reviewBody": TEXT},
)
#: A review of others: no more is asked than that it says what was reviewed.
_OTHERS_REVIEW = Shape(
    "associatedClaimReview",
    {"@type": exactly("ClaimReview"), "@id": URN, "claimReviewed": TEXT},
    {
        "headline": TEXT,
        "url": WEB,
        "datePublished": DAY,
        "author": _AUTHOR,
        "inLanguage": LANGUAGE,
        "reviewRating": _RATING,
    },
)
#: ``url`` is required of what is published; a desk without an address makes a draft.
CLAIM_REVIEW = Shape(
    "ClaimReview",
    {
        "@type": exactly("ClaimReview"),
        "@id": URN,
        "claimReviewed": TEXT,
        "datePublished": DAY,
        "itemReviewed": _CLAIM,
        "reviewRating": _RATING,
    },
    {
        "url": WEB,
        "creativeWorkStatus": exactly("Draft"),
        "author": _AUTHOR,
        "inLanguage": LANGUAGE,
        "associatedReview": Each(_REVIEW),
        "associatedClaimReview": Each(_OTHERS_REVIEW),
        "citation": Each(TEXT),
    },
    one_of=("url", "creativeWorkStatus"),
)
