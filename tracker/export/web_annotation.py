"""Web Annotation: each claim as a mark on its article, for programs that show texts with notes.

W3C Web Annotation Data Model (Recommendation of 23 February 2017): offsets count code points of
the text as received, in logical order, end exclusive; a text without an address is named by its
hash. An assessment of the claim is the body, the words it was made from are the target.
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, entries
from tracker.export.identifiers import language_tag, name_of_text, urn, web_address, zulu
from tracker.export.json_text import listed, to_json
from tracker.export.plain import RIGHT_TO_LEFT
from tracker.export.required import (
    ANY_TEXT,
    IRI,
    LANGUAGE,
    TEXT,
    URN,
    UTC_TIME,
    Each,
    Either,
    Shape,
    Value,
    exactly,
)
from tracker.model import Article, Assessment, Span
from tracker.scales import Rating, Scales

#: Code points before and after a quote that tell it apart from the same words elsewhere.
AROUND = 32

_OFFSET = Value(lambda found: type(found) is int and found >= 0, "a whole number from 0")
_SELECTORS = Either(
    "type",
    {
        "TextPositionSelector": Shape(
            "TextPositionSelector",
            {"type": exactly("TextPositionSelector"), "start": _OFFSET, "end": _OFFSET},
        ),
        "TextQuoteSelector": Shape(
            "TextQuoteSelector",
            {"type": exactly("TextQuoteSelector"), "exact": TEXT},
            {"prefix": ANY_TEXT, "suffix": ANY_TEXT},
        ),
    },
)
_STATE = Shape("TimeState", {"type": exactly("TimeState"), "sourceDate": UTC_TIME}, {"cached": IRI})
_TARGET = Shape(
    "SpecificResource",
    {
        "type": exactly("SpecificResource"),
        "source": IRI,
        "selector": Each(_SELECTORS, least=2),
        "state": _STATE,
    },
)
_BODY = Shape(
    "TextualBody",
    {
        "type": exactly("TextualBody"),
        "value": TEXT,
        "purpose": exactly("assessing", "classifying", "commenting", "describing", "identifying"),
        "format": exactly("text/plain"),
        "textDirection": exactly("ltr", "rtl"),
    },
    {"language": LANGUAGE, "creator": Shape("creator", {"type": exactly("Person"), "name": TEXT}),
     "created": UTC_TIME},
)  # fmt: skip
ANNOTATION = Shape(
    "Annotation",
    {
        "id": URN,
        "type": exactly("Annotation"),
        "motivation": exactly("assessing"),
        "body": Each(_BODY),
        "target": Each(_TARGET),
    },
)


def write_web_annotation(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as a Web Annotation collection (JSON-LD) in UTF-8.

    Raises:
        RuleError: when a record cannot be told by the fields that the standard has.
    """
    head = _head(dossier)
    if not dossier.selected:
        yield to_json(head, indent=1) + b"\n"
        return
    head["first"] = {"id": urn("pages", _key(dossier)), "type": "AnnotationPage", "startIndex": 0}
    annotations = (_annotation(entry, dossier) for entry in entries(dossier))
    yield from listed(head, "items", annotations, within="first")


def _key(dossier: Dossier) -> str:
    """Return what tells this collection from others."""
    return f"{dossier.as_of} {dossier.filter} {len(dossier.selected)}"


def _head(dossier: Dossier) -> dict[str, Any]:
    scope = f"filter: {dossier.filter}" if dossier.filter else "every claim"
    scales = "; ".join(
        f"{scale.name.en} ({scale.origin}): "
        + ", ".join(f"{grade.code} {grade.en}" for grade in scale.grades)
        for scale in dossier.scales.all
    )
    head: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn("collections", _key(dossier)),
        "type": "AnnotationCollection",
        "label": f"Claims ({scope})",
        "dc:description": f"Layout {SCHEMA_VERSION}. {scales}.",
        "generator": {"type": "Software", "name": dossier.tool},
        "total": len(dossier.selected),
    }
    if dossier.as_of:
        head["modified"] = zulu(dossier.as_of)
    if dossier.desk.name:
        head["creator"] = {"type": "Organization", "name": dossier.desk.name}
    return head


def _annotation(entry: Entry, dossier: Dossier) -> dict[str, Any]:
    annotation = {
        "id": urn("claims", entry.claim.id),
        "type": "Annotation",
        "motivation": "assessing",
        "body": list(_bodies(entry, dossier.scales)),
        "target": [_target(entry.article, span) for span in entry.claim.spans],
    }
    return ANNOTATION.check(annotation, f"claims/{entry.claim.id}")


def _bodies(entry: Entry, scales: Scales) -> Iterator[dict[str, Any]]:
    spoken = entry.article.language
    ruling = entry.assertion.ruling if entry.assertion else None
    verdict = _body(scales.grade(entry.verdict).en, "assessing", "en")
    if ruling:
        verdict |= {"creator": _person(ruling.reviewer), "created": zulu(ruling.decided_at)}
    yield verdict
    if ruling and ruling.rationale:
        yield _body(ruling.rationale, "commenting") | {"creator": _person(ruling.reviewer)}
    if entry.claim.wording:
        yield _body(entry.claim.wording, "describing", spoken)
    if entry.claim.gloss:
        yield _body(entry.claim.gloss, "describing")
    yield _body(entry.source.label, "identifying", spoken)
    yield _body(entry.source.kind.value, "classifying", "en")
    if entry.claim.note:
        yield _body(entry.claim.note, "commenting")
    for assessment in entry.assessments:
        ratings = _ratings(assessment, scales)
        if ratings:
            yield _body(ratings, "assessing") | {
                "creator": _person(assessment.reviewer),
                "created": zulu(assessment.assessed_at),
            }


def _ratings(assessment: Assessment, scales: Scales) -> str:
    axes: tuple[Rating | None, ...] = (
        assessment.reliability,
        assessment.credibility,
        assessment.confidence,
        assessment.verdict,
    )
    named = [scales.grade(rating) for rating in axes if rating is not None]
    parts = [g.en if len(g.code) > 1 else f"{g.code} {g.en}" for g in named]
    return "; ".join([*parts, *filter(None, [assessment.rationale])])


def _person(name: str) -> dict[str, str]:
    return {"type": "Person", "name": name}


def _body(value: str, purpose: str, language: str = "") -> dict[str, Any]:
    tag = language_tag(language)
    strong = next((c for c in value if unicodedata.bidirectional(c) in {"L", "R", "AL"}), "")
    return {
        "type": "TextualBody",
        "value": value,
        "purpose": purpose,
        "format": "text/plain",
        **({"language": tag} if tag else {}),
        "textDirection": "rtl" if RIGHT_TO_LEFT.match(strong) else "ltr",
    }


def _target(article: Article, span: Span) -> dict[str, Any]:
    named, url = name_of_text(article), web_address(article.url)
    before, after = around(article.text, span)
    return {
        "type": "SpecificResource",
        "source": url or named,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.slice(article.text),
                "prefix": before,
                "suffix": after,
            },
        ],
        "state": {
            "type": "TimeState",
            "sourceDate": zulu(article.added_at),
            **({"cached": named} if url else {}),
        },
    }


def around(text: str, span: Span) -> tuple[str, str]:
    """Return the text just before and just after ``span``, marks kept with their letters."""
    start = max(0, span.start - AROUND)
    end = min(len(text), span.end + AROUND)
    while start < span.start and _joins(text[start]):
        start += 1
    while end > span.end and end < len(text) and _joins(text[end]):
        end -= 1
    return text[start : span.start], text[span.end : end]


def _joins(character: str) -> bool:
    """Return whether a character belongs to the letter before it."""
    return unicodedata.category(character) in {"Mn", "Me", "Mc"} or character == "\u200d"
