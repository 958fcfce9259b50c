"""MISP: one event with articles, claims and ratings as objects of MISP's own templates.

MISP core format (draft-dulaunoy-misp-core-format); templates ``news-media`` v3, ``annotation`` v2
and ``intelligence-source-assessment`` v1 of the MISP project. Ratings are spelt as in the taxonomy
``admiralty-scale``, also where the template's own list says “Doubtfully true”. The event is not
published and for one's own organisation only, until somebody there decides otherwise.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from attrs import frozen

from tracker.errors import InputError
from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, Register
from tracker.export.identifiers import uuid_of, web_address
from tracker.export.json_text import listed
from tracker.export.machine_tags import rating_tags
from tracker.export.required import ANY_TEXT, DAY, FLAG, TEXT, Each, Shape, exactly, pattern
from tracker.export.words import Words
from tracker.model import Assessment, Confidence, Credibility, Reliability

_UUID = pattern(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID")
_DIGITS = pattern(r"-?\d+", "digits")
_TAG = Shape("Tag", {"name": TEXT})
_ATTRIBUTE = Shape(
    "Attribute",
    {
        "uuid": _UUID,
        "type": exactly("text", "link", "comment", "datetime"),
        "category": exactly("Other", "External analysis"),
        "object_relation": TEXT,
        "value": TEXT,
        "to_ids": exactly(False),
        "disable_correlation": FLAG,
    },
    {"Tag": Each(_TAG)},
)
_LINK = Shape(
    "ObjectReference",
    {"uuid": _UUID, "object_uuid": _UUID, "referenced_uuid": _UUID, "relationship_type": TEXT},
)
MISP_OBJECT = Shape(
    "Object",
    {
        "uuid": _UUID,
        "name": exactly("news-media", "annotation", "intelligence-source-assessment"),
        "meta-category": exactly("misc"),
        "description": TEXT,
        "template_uuid": _UUID,
        "template_version": _DIGITS,
        "distribution": exactly("5"),
        "timestamp": _DIGITS,
        "Attribute": Each(_ATTRIBUTE),
    },
    {"ObjectReference": Each(_LINK), "comment": ANY_TEXT},
)
MISP_EVENT = Shape(
    "Event",
    {
        "uuid": _UUID,
        "info": TEXT,
        "date": DAY,
        "threat_level_id": exactly("4"),
        "analysis": exactly("1"),
        "distribution": exactly("0"),
        "published": exactly(False),
        "timestamp": _DIGITS,
        "Tag": Each(_TAG),
    },
)


@frozen
class _Template:
    name: str
    uuid: str
    version: str
    description: str


_NEWS = _Template(
    "news-media", "691463c5-5302-4847-9bec-4c56ccfec677", "3", "The article a claim stands in."
)
_ANNOTATION = _Template(
    "annotation", "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", "2", "A claim, in the article's words."
)
_ASSESSMENT = _Template(
    "intelligence-source-assessment",
    "2d3a5895-6c54-50b5-bd25-ce33e974c50a",
    "1",
    "What a reviewer thinks of the source and of the claim.",
)

# The taxonomy's spelling, whatever a newsroom calls the grades in its own table.
_RELIABILITY = {
    Reliability.A: "Completely reliable",
    Reliability.B: "Usually reliable",
    Reliability.C: "Fairly reliable",
    Reliability.D: "Not usually reliable",
    Reliability.E: "Unreliable",
    Reliability.F: "Reliability cannot be judged",
}
_CREDIBILITY = {
    Credibility.CONFIRMED: "Confirmed by other sources",
    Credibility.PROBABLY_TRUE: "Probably true",
    Credibility.POSSIBLY_TRUE: "Possibly true",
    Credibility.DOUBTFUL: "Doubtful",
    Credibility.IMPROBABLE: "Improbable",
    Credibility.CANNOT_BE_JUDGED: "Truth cannot be judged",
}
_CONFIDENCE = {Confidence.LOW: "low", Confidence.MODERATE: "medium", Confidence.HIGH: "high"}


def write_misp(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as a MISP event in UTF-8.

    Raises:
        InputError: when there is no record at all, and so no time.
        RuleError: when a record cannot be told by the fields that MISP has.
    """
    event = MISP_EVENT.check(_event(dossier), "The event")
    yield from listed({"Event": event}, "Object", _objects(dossier), within="Event")


def _event(dossier: Dossier) -> dict[str, Any]:
    as_of = dossier.as_of
    if as_of is None:
        raise InputError("There is nothing to write: the database is empty.", "Add an article.")
    scope = f"filter: {dossier.filter}" if dossier.filter else "every claim"
    key = f"{as_of} {dossier.filter} {len(dossier.selected)}"
    return {
        "uuid": uuid_of("events", key),
        "info": f"Claims ({scope}); {dossier.tool}, layout {SCHEMA_VERSION}",
        "date": as_of.date().isoformat(),
        "threat_level_id": "4",
        "analysis": "1",
        "distribution": "0",
        "published": False,
        "timestamp": str(int(as_of.timestamp())),
        "Tag": [
            {"name": f'tracker:scale="{scale.name.en}: {scale.origin}"'}
            for scale in dossier.scales.all
        ],
    }


def _objects(dossier: Dossier) -> Iterator[dict[str, Any]]:
    as_of = dossier.as_of
    assert as_of is not None  # noqa: S101  (the event was made of it)
    timestamp = str(int(as_of.timestamp()))
    entries = Register.of(dossier).entries(frozenset(dossier.selected))
    for _, group in groupby(entries, key=lambda entry: entry.article.id):
        for place, entry in enumerate(group):
            found = [] if place else [_article(entry)]
            found.append(_claim(entry))
            found += [_assessed(entry, a) for a in entry.assessments] or [_assessed(entry, None)]
            for made in found:
                made["timestamp"] = timestamp
                yield MISP_OBJECT.check(made, f"claims/{entry.claim.id}")


def _object(
    template: _Template, key: str, values: list[tuple[str, str, str]], **more: Any
) -> dict[str, Any]:
    """Return an object of a template.

    Args:
        template: which one.
        key: what tells it from others.
        values: relation, type and value of each attribute; an empty value is left out.
        more: further fields.
    """
    return {
        "uuid": uuid_of(template.name, key),
        "name": template.name,
        "meta-category": "misc",
        "description": template.description,
        "template_uuid": template.uuid,
        "template_version": template.version,
        "distribution": "5",
        "Attribute": [
            {
                "uuid": uuid_of(f"{template.name}/{key}", relation),
                "type": kind,
                "category": "External analysis" if kind == "link" else "Other",
                "object_relation": relation,
                "value": value,
                "to_ids": False,
                "disable_correlation": kind != "link",
            }
            for relation, kind, value in values
            if value
        ],
        **more,
    }


def _refers(template: _Template, key: str, to: str, how: str) -> dict[str, Any]:
    link = {
        "uuid": uuid_of("references", f"{template.name}/{key}"),
        "object_uuid": uuid_of(template.name, key),
        "referenced_uuid": to,
        "relationship_type": how,
    }
    return {"ObjectReference": [link]}


def _article(entry: Entry) -> dict[str, Any]:
    article = entry.article
    values = [
        ("title", "text", article.title),
        ("source", "text", entry.outlet.label),
        ("link", "link", web_address(article.url) or ""),
    ]
    day = article.published.isoformat() if article.published else "unknown day"
    comment = f"{day}; SHA-256 of the text: {article.sha256}"
    return _object(_NEWS, article.id, values, comment=comment)


def _claim(entry: Entry) -> dict[str, Any]:
    claim = entry.claim
    values = [("text", "text", claim.quote), ("type", "text", "Annotation")]
    told = (claim.wording, claim.gloss, f"verdict: {entry.verdict.value}")
    standing = Words("en").standing(entry.standing)
    comment = "; ".join([*filter(None, told), standing, f"state: {claim.state.value}"])
    found = _refers(_ANNOTATION, claim.id, uuid_of(_NEWS.name, entry.article.id), "extracted-from")
    return _object(_ANNOTATION, claim.id, values, comment=comment, **found)


def _assessed(entry: Entry, rated: Assessment | None) -> dict[str, Any]:
    source = entry.source
    told = f"{source.label} ({source.kind.value.replace('_', ' ')})"
    if entry.vouching:
        told += f", vouched for by {entry.vouching.label}"
    values = [
        ("source-id", "text", source.id),
        ("source-summary", "text", told),
        ("source-type", "text", "OSINT"),
    ]
    key = rated.id if rated else f"unrated/{entry.claim.id}"
    if rated:
        values += [
            ("source-reliability", "text", _graded(rated.reliability, _RELIABILITY)),
            ("information-credibility", "text", _graded(rated.credibility, _CREDIBILITY)),
            ("confidence", "text", _CONFIDENCE[rated.confidence] if rated.confidence else ""),
            ("evaluation", "text", rated.rationale),
        ]
    found = _object(
        _ASSESSMENT,
        key,
        values,
        comment=f"Rated by {rated.reviewer}" if rated else "Not rated",
        **_refers(_ASSESSMENT, key, uuid_of(_ANNOTATION.name, entry.claim.id), "annotates"),
    )
    if rated and (tags := rating_tags(rated)):
        # The first attribute is always there; tags belong to attributes, not to objects.
        found["Attribute"][0]["Tag"] = [{"name": tag} for tag in tags]
    return found


def _graded(rating: Any, names: dict[Any, str]) -> str:
    return f"{rating.value} - {names[rating]}" if rating else ""
