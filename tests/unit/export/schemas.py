"""Schemas and contexts of the standards, as far as exports use them.

Written for these tests from the standards' own texts: schema.org and Google's field list for
ClaimReview, the W3C Web Annotation Data Model and Vocabulary, the CSL 1.0.2 specification, the
MISP core format. Everything that is not named is refused.
"""

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
ZULU: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
URN: Schema = {"type": "string", "pattern": r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
UUID: Schema = {"type": "string", "pattern": r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}


def closed(required: Schema, optional: Schema | None = None) -> Schema:
    """Return the schema of an object that has these fields and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def listed(item: Schema, least: int = 1) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": item, "minItems": least}


# ClaimReview

_NAMED = closed({"@type": {"enum": ["Organization", "Person"]}, "name": TEXT})
_ARTICLE = closed(
    {
        "@type": {"const": "NewsArticle"},
        "@id": URN,
        "publisher": _NAMED,
        "identifier": closed(
            {"@type": {"const": "PropertyValue"}, "propertyID": TEXT, "value": TEXT}
        ),
    },
    {"headline": TEXT, "creditText": TEXT, "url": TEXT, "datePublished": DAY, "inLanguage": TEXT},
)
_RATING = closed(
    {"@type": {"const": "Rating"}, "alternateName": TEXT},
    {"ratingExplanation": TEXT, "reviewAspect": TEXT},
)
_OTHERS_REVIEW = closed(
    {"@type": {"const": "ClaimReview"}, "@id": URN, "claimReviewed": TEXT},
    {
        "headline": TEXT,
        "url": {"type": "string", "pattern": "^https?://"},
        "datePublished": DAY,
        "author": _NAMED,
        "inLanguage": TEXT,
        "reviewRating": _RATING,
    },
)
_REVIEW = closed(
    {
        "@type": {"const": "ClaimReview"},
        "@id": URN,
        "url": {"type": "string", "pattern": "^https://"},
        "claimReviewed": TEXT,
        "datePublished": DAY,
        "reviewRating": _RATING,
        "itemReviewed": closed(
            {"@type": {"const": "Claim"}, "@id": URN, "text": TEXT, "firstAppearance": _ARTICLE},
            {
                "author": _NAMED,
                "datePublished": DAY,
                "inLanguage": TEXT,
                "appearance": listed(_ARTICLE),
            },
        ),
    },
    {
        "author": _NAMED,
        "inLanguage": TEXT,
        "citation": listed(TEXT),
        "associatedClaimReview": listed(_OTHERS_REVIEW),
        "associatedReview": listed(
            closed(
                {
                    "@type": {"const": "Review"},
                    "author": _NAMED,
                    "dateCreated": ZULU,
                    "reviewRating": listed(_RATING),
                },
                {"reviewBody": TEXT},
            )
        ),
    },
)
CLAIM_REVIEWS: Schema = {
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "DataFeed"},
        "dataFeedElement": listed(_REVIEW),
    },
    "required": ["@context", "@type", "name", "schemaVersion", "dataFeedElement"],
}

#: What https://schema.org says of the fields in use: names in its vocabulary, addresses as such.
SCHEMA_ORG: Schema = {
    "@vocab": "http://schema.org/",
    "url": {"@id": "http://schema.org/url", "@type": "@id"},
    "creativeWorkStatus": {"@id": "http://schema.org/creativeWorkStatus"},
    "datePublished": {"@id": "http://schema.org/datePublished", "@type": "http://schema.org/Date"},
}

# Web Annotation

_PERSON = closed({"type": {"enum": ["Person", "Organization"]}, "name": TEXT})
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_BODY = closed(
    {
        "type": {"const": "TextualBody"},
        "value": TEXT,
        "purpose": TEXT,
        "format": {"const": "text/plain"},
        "textDirection": {"enum": ["ltr", "rtl", "auto"]},
    },
    {"language": TEXT, "creator": _PERSON, "created": ZULU},
)
_TARGET = closed(
    {
        "type": {"const": "SpecificResource"},
        "source": {"type": "string", "pattern": "^(https?|ni):"},
        "selector": listed(
            {
                "oneOf": [
                    closed(
                        {
                            "type": {"const": "TextPositionSelector"},
                            "start": _OFFSET,
                            "end": _OFFSET,
                        }
                    ),
                    closed(
                        {"type": {"const": "TextQuoteSelector"}, "exact": TEXT},
                        {"prefix": {"type": "string"}, "suffix": {"type": "string"}},
                    ),
                ]
            },
            least=2,
        ),
        "state": closed({"type": {"const": "TimeState"}, "sourceDate": ZULU}, {"cached": TEXT}),
    }
)
COLLECTION: Schema = closed(
    {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": URN,
        "type": {"const": "AnnotationCollection"},
        "label": TEXT,
        "total": _OFFSET,
        "first": closed(
            {
                "id": URN,
                "type": {"const": "AnnotationPage"},
                "startIndex": _OFFSET,
                "items": listed(
                    closed(
                        {
                            "id": URN,
                            "type": {"const": "Annotation"},
                            "motivation": {"const": "assessing"},
                            "body": listed(_BODY),
                            "target": listed(_TARGET),
                        }
                    )
                ),
            }
        ),
    },
    {
        "dc:description": TEXT,
        "modified": ZULU,
        "creator": _PERSON,
        "generator": closed({"type": {"const": "Software"}, "name": TEXT}),
    },
)

_OA, _AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
_DC, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
#: The terms in use, with the names that the Web Annotation Vocabulary gives them.
ANNO: Schema = {
    "id": "@id",
    "type": "@type",
    "dc": _DC,
    **{
        name: f"{_OA}{name}"
        for name in (
            "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
            "TextPositionSelector", "TimeState", "assessing", "classifying", "commenting",
            "describing", "identifying", "linking", "exact", "prefix", "suffix",
        )
    },
    "rtl": f"{_OA}rtlDirection",
    "ltr": f"{_OA}ltrDirection",
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "Software": f"{_AS}Application",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Organization": "http://xmlns.com/foaf/0.1/Organization",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": f"{_DC}format",
    "language": f"{_DC}language",
    "body": {"@id": f"{_OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{_OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{_OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{_OA}hasSelector", "@type": "@id"},
    "state": {"@id": f"{_OA}hasState", "@type": "@id"},
    "cached": {"@id": f"{_OA}cachedSource", "@type": "@id"},
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    "textDirection": {"@id": f"{_OA}textDirection", "@type": "@vocab"},
    "creator": {"@id": f"{_TERMS}creator", "@type": "@id"},
    "created": {"@id": f"{_TERMS}created", "@type": f"{_XSD}dateTime"},
    "modified": {"@id": f"{_TERMS}modified", "@type": f"{_XSD}dateTime"},
    "sourceDate": {"@id": f"{_OA}sourceDate", "@type": f"{_XSD}dateTime"},
    "start": {"@id": f"{_OA}start", "@type": f"{_XSD}nonNegativeInteger"},
    "end": {"@id": f"{_OA}end", "@type": f"{_XSD}nonNegativeInteger"},
    "generator": {"@id": f"{_AS}generator", "@type": "@id"},
    "first": {"@id": f"{_AS}first", "@type": "@id"},
    "items": {"@id": f"{_AS}items", "@type": "@id", "@container": "@list"},
    "total": {"@id": f"{_AS}totalItems", "@type": f"{_XSD}nonNegativeInteger"},
    "startIndex": {"@id": f"{_AS}startIndex", "@type": f"{_XSD}nonNegativeInteger"},
}  # fmt: skip

# CSL-JSON

_PART: Schema = {"type": ["string", "number"]}
CSL: Schema = listed(
    closed(
        {"type": {"const": "article-newspaper"}, "id": {"type": ["string", "number"]}},
        {
            "title": {"type": "string"},
            "author": listed(closed({"literal": TEXT})),
            "container-title": {"type": "string"},
            "issued": closed(
                {"date-parts": {**listed({**listed(_PART), "maxItems": 3}), "maxItems": 2}}
            ),
            "URL": {"type": "string"},
            "language": {"type": "string"},
            "custom": {"type": "object"},
        },
    )
)

# MISP

_TAGS = listed(closed({"name": TEXT}))
_ATTRIBUTE = closed(
    {
        "uuid": UUID,
        "type": TEXT,
        "category": TEXT,
        "object_relation": TEXT,
        "value": TEXT,
        "to_ids": {"type": "boolean"},
        "disable_correlation": {"type": "boolean"},
    },
    {"Tag": _TAGS},
)
_OBJECT = closed(
    {
        "uuid": UUID,
        "name": TEXT,
        "meta-category": TEXT,
        "description": TEXT,
        "template_uuid": UUID,
        "template_version": TEXT,
        "distribution": TEXT,
        "timestamp": TEXT,
        "Attribute": listed(_ATTRIBUTE),
    },
    {
        "comment": {"type": "string"},
        "ObjectReference": listed(
            closed(
                {
                    "uuid": UUID,
                    "object_uuid": UUID,
                    "referenced_uuid": UUID,
                    "relationship_type": TEXT,
                }
            )
        ),
    },
)
MISP: Schema = closed(
    {
        "Event": closed(
            {
                "uuid": UUID,
                "info": TEXT,
                "date": DAY,
                "threat_level_id": {"enum": ["1", "2", "3", "4"]},
                "analysis": {"enum": ["0", "1", "2"]},
                "distribution": {"enum": ["0", "1", "2", "3", "4"]},
                "published": {"type": "boolean"},
                "timestamp": TEXT,
                "Tag": _TAGS,
                "Object": listed(_OBJECT),
            }
        )
    }
)
