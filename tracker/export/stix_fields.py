"""Fields of the STIX 2.1 objects in use: those that must be there and those that may (OASIS)."""

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

_ID = pattern(r"[a-z][a-z-]+--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a STIX identifier")
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
            {"description": TEXT},
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
