"""What STIX 2.1 calls things, and the fields of the objects in use (OASIS, 10 June 2021)."""

from tracker.export.required import (
    LANGUAGE,
    TEXT,
    WEB,
    Each,
    Either,
    Rule,
    Shape,
    exactly,
    number,
    pattern,
)
from tracker.model import Credibility, Relation, SourceKind, Verdict

CLASSES = {
    SourceKind.ANONYMOUS_SINGLE: "unknown",
    SourceKind.ANONYMOUS_PLURAL: "class",
    SourceKind.NAMED_PERSON: "individual",
    SourceKind.ORGANISATION: "organization",
    SourceKind.DOCUMENT: "unknown",
    SourceKind.OUTLET: "organization",
}
#: Middle of each range of the Admiralty credibility scale (STIX 2.1, appendix A).
CONFIDENCE = {
    Credibility.CONFIRMED: 90,
    Credibility.PROBABLY_TRUE: 70,
    Credibility.POSSIBLY_TRUE: 50,
    Credibility.DOUBTFUL: 30,
    Credibility.IMPROBABLE: 10,
}
OPINIONS = {
    Verdict.VERIFIED: "strongly-agree",
    Verdict.LIKELY: "agree",
    Verdict.UNVERIFIED: "neutral",
    Verdict.DISPUTED: "neutral",
    Verdict.REFUTED: "strongly-disagree",
}
RELATIONS = {
    Relation.CORROBORATES: "corroborates",
    Relation.PARTLY: "partly-corroborates",
    Relation.CONTRADICTS: "contradicts",
    Relation.SAME_ORIGIN: "same-origin-as",
    Relation.RELATED: "related-to",
}

_ID = pattern(
    r"[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "a STIX identifier"
)
_TIME = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", "a time in milliseconds")
_REFERENCE = Shape(
    "external_reference",
    {"source_name": TEXT},
    {"description": TEXT, "url": WEB, "external_id": TEXT},
    one_of=("description", "url", "external_id"),
)


def _object(kind: str, required: dict[str, Rule], optional: dict[str, Rule]) -> Shape:
    common: dict[str, Rule] = {
        "type": exactly(kind),
        "spec_version": exactly("2.1"),
        "id": _ID,
        "created": _TIME,
        "modified": _TIME,
    }
    extra: dict[str, Rule] = {
        "created_by_ref": _ID,
        "confidence": number(0, 100),
        "lang": LANGUAGE,
        "labels": Each(TEXT),
        "external_references": Each(_REFERENCE),
    }
    return Shape(kind, {**common, **required}, {**extra, **optional})


_REFS: dict[str, Rule] = {"object_refs": Each(_ID)}
STIX_OBJECT = Either(
    "type",
    {
        "identity": _object(
            "identity",
            {"name": TEXT, "identity_class": exactly(
                "individual", "group", "organization", "class", "system", "unknown"
            )},
            {"description": TEXT, "roles": Each(TEXT)},
        ),
        "note": _object(
            "note", {"content": TEXT, **_REFS}, {"abstract": TEXT, "authors": Each(TEXT)}
        ),
        "opinion": _object(
            "opinion",
            {"opinion": exactly(
                "strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"
            ), **_REFS},
            {"explanation": TEXT, "authors": Each(TEXT)},
        ),
        "report": _object("report", {"name": TEXT, "published": _TIME, **_REFS}, {}),
        "grouping": _object("grouping", {"context": TEXT, **_REFS}, {"name": TEXT}),
        "relationship": _object(
            "relationship",
            {"relationship_type": TEXT, "source_ref": _ID, "target_ref": _ID},
            {"description": TEXT},
        ),
    },
)  # fmt: skip
