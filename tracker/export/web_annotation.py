"""Web Annotation: each claim as a mark on its article, for programs that show texts with notes.

W3C Web Annotation Data Model (Recommendation of 23 February 2017): offsets count code points of
the text as received, in logical order, end exclusive; a text without an address is named by its
hash. An assessment of the claim is the body, the words it was made from are the target.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, entries
from tracker.export.identifiers import language_tag, name_of_text, urn, web_address, zulu
from tracker.export.json_text import listed, to_json
from tracker.export.others_checks import told_check
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
from tracker.export.source_facts import source_facts
from tracker.export.words import Words
from tracker.model import Article, Assessment, Settlement, Span
from tracker.scales import Rating, Scales

#: Code points before and after a quote that tell it apart from the same words elsewhere.
AROUND = 32
_WORDS = Words("en")
_STRONG = frozenset({"L", "R", "AL"})

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
        "purpose": exactly("assessing", "classifying", "commenting", "describing", "identifying",
                           "linking"),
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
        "target": [
            _target(entry.article, span) for span in (*entry.claim.spans, *entry.claim.shared)
        ],
    }
    return ANNOTATION.check(annotation, f"claims/{entry.claim.id}")


def _bodies(entry: Entry, scales: Scales) -> Iterator[dict[str, Any]]:
    spoken, claim = entry.article.language, entry.claim
    yield from _ruled(entry, scales)
    yield _body(_WORDS.standing(entry.standing), "assessing", "en")
    if claim.wording:
        yield _body(claim.wording, "describing", spoken)
    if claim.shared:
        yield _body(f"{_WORDS['read_with']}: {claim.shared_quote}", "describing")
    if claim.gloss:
        yield _body(claim.gloss, "describing")
    yield _body(entry.source.label, "identifying", spoken)
    yield _body(entry.source.kind.value, "classifying", "en")
    for fact in source_facts(entry.source, _WORDS):
        yield _body(f"{_WORDS[fact.name]}: {fact.text}", "describing")
    if claim.allegation:
        accuser = claim.allegation.accuser or _WORDS["accuser_unstated"]
        yield _body(f"{_WORDS['allegation']}: {accuser}", "classifying")
    if claim.note:
        yield _body(claim.note, "commenting")
    for assessment in entry.assessments:
        yield from _assessed(assessment, scales)
    if entry.settlement:
        yield _settled(entry.settlement, scales)
    for checked in entry.fact_checks:
        judged = checked.link
        by = {"creator": _person(judged.reviewer), "created": zulu(judged.decided_at)}
        yield _body(told_check(checked.check, _WORDS), "linking") | by


def _ruled(entry: Entry, scales: Scales) -> Iterator[dict[str, Any]]:
    """Yield the desk's verdict, why, and what it rests on."""
    verdict = _body(scales.grade(entry.verdict).en, "assessing", "en")
    ruling = entry.ruling
    if ruling is None:
        yield verdict
        return
    by = {"creator": _person(ruling.reviewer), "created": zulu(ruling.decided_at)}
    yield verdict | by
    if ruling.rationale:
        yield _body(ruling.rationale, "commenting") | by
    for thing in filter(None, ruling.evidence):
        yield _body(thing, "linking") | by


def _assessed(assessment: Assessment, scales: Scales) -> Iterator[dict[str, Any]]:
    """Yield what one reviewer rated; a likelihood stands apart from a confidence (ICD 203)."""
    by = {"creator": _person(assessment.reviewer), "created": zulu(assessment.assessed_at)}
    axes = (
        assessment.reliability,
        assessment.credibility,
        assessment.confidence,
        assessment.verdict,
    )
    if ratings := _graded(axes, scales, assessment.rationale):
        yield _body(ratings, "assessing") | by
    if assessment.likelihood:
        named = scales.grade(assessment.likelihood).en
        yield _body(f"{scales.likelihood.name.en}: {named}", "assessing", "en") | by


def _settled(settlement: Settlement, scales: Scales) -> dict[str, Any]:
    axes = (settlement.reliability, settlement.credibility)
    ratings = _graded(axes, scales, settlement.rationale)
    text = ratings if settlement.accepted else f"{_WORDS['none_stands']}; {ratings}"
    by = {"creator": _person(settlement.reviewer), "created": zulu(settlement.settled_at)}
    return _body(f"{_WORDS['settled']}: {text}", "assessing") | by


def _graded(axes: Iterable[Rating | None], scales: Scales, rationale: str) -> str:
    named = [scales.grade(rating) for rating in axes if rating is not None]
    parts = [g.en if len(g.code) > 1 else f"{g.code} {g.en}" for g in named]
    return "; ".join([*parts, *filter(None, [rationale])])


def _person(name: str) -> dict[str, str]:
    return {"type": "Person", "name": name}


def _body(value: str, purpose: str, language: str = "") -> dict[str, Any]:
    tag = language_tag(language)
    strong = next((c for c in value if unicodedata.bidirectional(c) in _STRONG), "")
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
