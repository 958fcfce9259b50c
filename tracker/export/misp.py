"""MISP: one event with articles, claims and ratings as objects of MISP's own templates.

MISP core format (draft-dulaunoy-misp-core-format); templates ``news-media`` v3, ``annotation`` v2
and ``intelligence-source-assessment`` v1 of the MISP project. Ratings are spelt as in the taxonomy
``admiralty-scale``, also where the template's own list says “Doubtfully true”. The event is not
published and for one's own organisation only, until somebody there decides otherwise.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tracker.errors import InputError
from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, Register
from tracker.export.identifiers import uuid_of, web_address
from tracker.export.json_text import listed
from tracker.export.machine_tags import admiralty_tags, rating_tags
from tracker.export.misp_fields import (
    ANNOTATION,
    ASSESSMENT,
    MISP_EVENT,
    MISP_OBJECT,
    NEWS,
    Template,
)
from tracker.export.others_checks import told_check
from tracker.export.source_facts import told
from tracker.export.words import Words
from tracker.model import Confidence, Credibility, Reliability, Settlement

_WORDS = Words("en")

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
        article: dict[str, Any] = {}
        for entry in group:
            found = []
            if not article:
                article = _article(entry)
                found.append(article)
            claim = _claim(entry, article["uuid"])
            found += [claim, *_ratings(entry, claim["uuid"])]
            for made in found:
                made["timestamp"] = timestamp
                yield MISP_OBJECT.check(made, f"claims/{entry.claim.id}")


def _object(
    template: Template,
    key: str,
    values: Iterable[tuple[str, str, str]],
    *,
    comment: str,
    refers: tuple[str, str] | None = None,
) -> dict[str, Any]:
    """Return an object of a template.

    Args:
        template: which one.
        key: what tells it from others.
        values: relation, type and value of each attribute; an empty value is left out.
        comment: what has no attribute.
        refers: the object that it refers to, and how; None for none.
    """
    name = template.name
    uuid, kin = uuid_of(name, key), f"{name}/{key}"
    made: dict[str, Any] = {
        "uuid": uuid,
        "name": name,
        "meta-category": "misc",
        "description": template.description,
        "template_uuid": template.uuid,
        "template_version": template.version,
        "distribution": "5",
        "Attribute": [
            {
                # An annotation may refer to several addresses; all else stands there once.
                "uuid": uuid_of(kin, f"ref/{value}" if relation == "ref" else relation),
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
        "comment": comment,
    }
    if refers:
        to, how = refers
        made["ObjectReference"] = [
            {
                "uuid": uuid_of("references", kin),
                "object_uuid": uuid,
                "referenced_uuid": to,
                "relationship_type": how,
            }
        ]
    return made


def _article(entry: Entry) -> dict[str, Any]:
    article = entry.article
    values = (
        ("title", "text", article.title),
        ("source", "text", entry.outlet.label),
        ("link", "link", web_address(article.url) or ""),
    )
    day = article.published.isoformat() if article.published else "unknown day"
    told_of = [day, *([f"byline: {article.byline}"] if article.byline else [])]
    told_of += [f"SHA-256 of the text: {article.sha256}"]
    if article.guesses:
        told_of.append(f"guessed, not confirmed: {_WORDS.guessed(article.guesses)}")
    return _object(NEWS, article.id, values, comment="; ".join(told_of))


def _claim(entry: Entry, article: str) -> dict[str, Any]:
    claim, ruling = entry.claim, entry.ruling
    told_of = [claim.wording, claim.gloss, f"verdict: {entry.verdict.value}"]
    if ruling:
        told_of += [f"decided by {ruling.reviewer}", ruling.rationale]
        told_of += [f"evidence: {thing}" for thing in ruling.evidence]
    told_of += [_WORDS.standing(entry.standing), f"state: {claim.state.value}"]
    if claim.allegation:
        told_of.append(f"allegation: {claim.allegation.accuser or _WORDS['accuser_unstated']}")
    if claim.note:
        told_of.append(f"note: {claim.note}")
    if claim.shared:
        told_of.append(f"{_WORDS['read_with'].lower()}: {claim.shared_quote}")
    told_of += [told_check(checked.check, _WORDS) for checked in entry.fact_checks]
    addresses = dict.fromkeys(web_address(checked.check.url) or "" for checked in entry.fact_checks)
    return _object(
        ANNOTATION,
        claim.id,
        (
            ("text", "text", claim.quote),
            ("type", "text", "Annotation"),
            *(("ref", "link", address) for address in addresses),
        ),
        comment="; ".join(filter(None, told_of)),
        refers=(article, "extracted-from"),
    )


def _ratings(entry: Entry, claim: str) -> Iterator[dict[str, Any]]:
    """Yield what each reviewer rated, or that nobody did, and how the desk settled it."""
    about = tuple(_source(entry))
    for rated in entry.assessments:
        values = (
            *about,
            *_graded(rated.reliability, rated.credibility),
            ("confidence", "text", _CONFIDENCE[rated.confidence] if rated.confidence else ""),
            ("evaluation", "text", rated.rationale),
        )
        by = f"Rated by {rated.reviewer}"
        yield _assessment(rated.id, values, claim, by, rating_tags(rated))
    if not entry.assessments:
        yield _assessment(f"unrated/{entry.claim.id}", about, claim, "Not rated", [])
    if entry.settlement:
        yield _settled(entry.settlement, about, claim)


def _settled(
    settlement: Settlement, about: tuple[tuple[str, str, str], ...], claim: str
) -> dict[str, Any]:
    values = (
        *about,
        *_graded(settlement.reliability, settlement.credibility),
        ("evaluation", "text", settlement.rationale),
    )
    by = f"Settled by {settlement.reviewer}"
    if not settlement.accepted:
        by = f"{by}: {_WORDS['none_stands']}"
    tags = admiralty_tags(settlement.reliability, settlement.credibility)
    return _assessment(settlement.id, values, claim, by, tags)


def _assessment(
    key: str, values: Iterable[tuple[str, str, str]], claim: str, comment: str, tags: list[str]
) -> dict[str, Any]:
    found = _object(ASSESSMENT, key, values, comment=comment, refers=(claim, "annotates"))
    if tags:
        # The first attribute is always there; tags belong to attributes, not to objects.
        found["Attribute"][0]["Tag"] = [{"name": tag} for tag in tags]
    return found


def _source(entry: Entry) -> Iterator[tuple[str, str, str]]:
    source = entry.source
    summary = f"{source.label} ({source.kind.value.replace('_', ' ')})"
    if entry.vouching:
        summary += f", vouched for by {entry.vouching.label}"
    if more := told(source, _WORDS):
        summary += f"; {more}"
    yield "source-id", "text", source.id
    yield "source-summary", "text", summary
    yield "source-type", "text", "OSINT"


def _graded(
    reliability: Reliability | None, credibility: Credibility | None
) -> Iterator[tuple[str, str, str]]:
    if reliability:
        yield "source-reliability", "text", f"{reliability.value} - {_RELIABILITY[reliability]}"
    if credibility:
        yield (
            "information-credibility",
            "text",
            f"{credibility.value} - {_CREDIBILITY[credibility]}",
        )
