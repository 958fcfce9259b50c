"""STIX 2.1: sources, reports, claims and judgements for analysts' platforms (OASIS, 10 June 2021).

A source or outlet is an identity, an article a report (a grouping where its day is unknown, since
a report must say when it was published), a claim a note, a rating an opinion (a note where the
reviewer gave no verdict), a judged pair a relationship. Credibility 1 to 5 becomes the number that
STIX's Admiralty scale gives it; 6 has none and stays without. Letters stand as labels spelt as in
MISP's ``admiralty-scale``, because STIX has no field for them.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from tracker.errors import InputError
from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, Register
from tracker.export.identifiers import language_tag, uuid_of, web_address, zulu
from tracker.export.json_text import listed
from tracker.export.machine_tags import admiralty_tags, rating_tags
from tracker.export.others_checks import told_check
from tracker.export.plain import harmless
from tracker.export.source_facts import told
from tracker.export.stix_fields import CLASSES, CONFIDENCE, OPINIONS, RELATIONS, STIX_OBJECT
from tracker.export.words import Words
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Settlement,
    Source,
)

_WORDS = Words("en")


def write_stix(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as a STIX 2.1 bundle in UTF-8.

    Raises:
        InputError: when there is no record at all, and so no time.
        RuleError: when a record cannot be told by the fields that the standard has.
    """
    as_of = dossier.as_of
    if as_of is None:
        raise InputError("There is nothing to write: the database is empty.", "Add an article.")
    key = f"{as_of} {dossier.filter} {len(dossier.selected)}"
    head = {"type": "bundle", "id": f"bundle--{uuid_of('bundles', key)}"}
    yield from listed(head, "objects", _Bundle(dossier, as_of).objects())


class _Bundle:
    """One bundle while it is written."""

    def __init__(self, dossier: Dossier, as_of: datetime) -> None:
        self._dossier = dossier
        self._register = Register.of(dossier)
        self._chosen = frozenset(dossier.selected)
        self._as_of = zulu(as_of, milliseconds=True)
        every = dossier.everything or dossier.records
        first = min((article.added_at for article in every.articles), default=as_of)
        self._began = zulu(first, milliseconds=True)
        self._maker = _id("identity", "makers", dossier.desk.name or "tracker")

    def objects(self) -> Iterator[dict[str, Any]]:
        for found in self._objects():
            yield STIX_OBJECT.check(found, found["id"])

    def _objects(self) -> Iterator[dict[str, Any]]:
        yield self._own_identity()
        yield self._statement()
        known: set[str] = set()
        ruled: set[str] = set()
        entries = self._register.entries(self._chosen)
        for _, group in groupby(entries, key=lambda entry: entry.article.id):
            notes: list[str] = []
            together = list(group)
            for entry in together:
                for source in (entry.outlet, entry.source):
                    if source.id not in known:
                        known.add(source.id)
                        yield self._identity(source)
                note = self._note(entry)
                notes.append(note["id"])
                yield note
                yield from (self._opinion(a, note["id"]) for a in entry.assessments)
                if entry.settlement:
                    yield self._settled(entry.settlement, note["id"])
                if entry.assertion and entry.assertion.id not in ruled:
                    ruled.add(entry.assertion.id)
                    yield from self._ruled(entry.assertion)
                yield from self._relationships(entry)
            yield self._report(together[0], notes)

    def _begun(
        self, kind: str, object_id: str, *, created: str, modified: str = ""
    ) -> dict[str, Any]:
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": object_id,
            "created_by_ref": self._maker,
            "created": created,
            "modified": max(modified, created),
        }

    def _own_identity(self) -> dict[str, Any]:
        named = self._dossier.desk.name
        found = self._begun("identity", self._maker, created=self._began, modified=self._as_of)
        del found["created_by_ref"]
        return {
            **found,
            "name": named or "tracker",
            "identity_class": "organization" if named else "system",
        }

    def _statement(self) -> dict[str, Any]:
        """Return the note in which the bundle says what it is."""
        dossier = self._dossier
        scales = "\n".join(
            f"{scale.name.en} ({scale.origin}): "
            + ", ".join(f"{grade.code} {grade.en}" for grade in scale.grades)
            for scale in dossier.scales.all
        )
        scope = f"Filter: {dossier.filter}" if dossier.filter else "No filter: every claim."
        content = f"{dossier.tool}, layout {SCHEMA_VERSION}. {scope}\n{scales}"
        object_id = _id("note", "statements", f"{self._as_of} {dossier.filter}")
        return {
            **self._begun("note", object_id, created=self._as_of),
            "abstract": "What this bundle is",
            "content": content,
            "object_refs": [self._maker],
        }

    def _identity(self, source: Source) -> dict[str, Any]:
        object_id = _id("identity", "sources", source.id)
        told_of = [source.kind.value.replace("_", " ")]
        if source.outlet_id:
            told_of.append(f"vouched for by {self._register.source(source.outlet_id).label}")
        told_of += filter(None, (source.gloss, told(source, _WORDS)))
        return {
            **self._begun("identity", object_id, created=self._began, modified=self._as_of),
            "name": source.label,
            "description": "; ".join(told_of),
            "identity_class": CLASSES[source.kind],
            **({"roles": [source.profile.role]} if source.profile.role else {}),
        }

    def _note(self, entry: Entry) -> dict[str, Any]:
        claim, article = entry.claim, entry.article
        tag = language_tag(article.language)
        labels = [
            f'tracker:verdict="{entry.verdict.value}"',
            f'tracker:state="{claim.state.value}"',
            f"tracker:standing={_WORDS.standing(entry.standing)}",
        ]
        if claim.allegation:
            labels.append(f"tracker:allegation={claim.allegation.accuser or 'unstated'}")
        if claim.shared:
            labels.append(f"tracker:read-with={harmless(claim.shared_quote)}")
        refs = dict.fromkeys(
            _id("identity", "sources", source.id) for source in (entry.source, entry.outlet)
        )
        created = zulu(article.added_at, milliseconds=True)
        return {
            **self._begun("note", _note_id(claim.id), created=created, modified=self._as_of),
            "abstract": harmless(claim.statement),
            "content": harmless(claim.quote),
            "object_refs": list(refs),
            "labels": labels,
            **({"lang": tag} if tag else {}),
            "external_references": [*self._references(entry), *_others_checks(entry)],
        }

    def _references(self, entry: Entry) -> list[dict[str, str]]:
        article, url = entry.article, web_address(entry.article.url)
        return [
            {
                "source_name": entry.outlet.label,
                "description": _described(article),
                **({"url": url} if url else {}),
            },
            {
                "source_name": "SHA-256 of the article's text in UTF-8",
                "external_id": article.sha256,
            },
        ]

    def _opinion(self, assessment: Assessment, note: str) -> dict[str, Any]:
        kind = "opinion" if assessment.verdict else "note"
        at = zulu(assessment.assessed_at, milliseconds=True)
        tags = rating_tags(assessment)
        found: dict[str, Any] = {
            **self._begun(kind, _id(kind, "assessments", assessment.id), created=at),
            "authors": [assessment.reviewer],
            "object_refs": [note],
            **({"labels": tags} if tags else {}),
        }
        if assessment.credibility in CONFIDENCE:
            found["confidence"] = CONFIDENCE[assessment.credibility]
        if assessment.verdict:
            found["opinion"] = OPINIONS[assessment.verdict]
            found |= {"explanation": assessment.rationale} if assessment.rationale else {}
        else:
            found["content"] = assessment.rationale or f"Rated {assessment.code}"
        return found

    def _settled(self, settlement: Settlement, note: str) -> dict[str, Any]:
        """Return how the desk settled what reviewers rated, as a note on the claim's."""
        at = zulu(settlement.settled_at, milliseconds=True)
        tags = admiralty_tags(settlement.reliability, settlement.credibility)
        what = _WORDS["settled"] if settlement.accepted else _WORDS["none_stands"]
        found: dict[str, Any] = {
            **self._begun("note", _id("note", "settlements", settlement.id), created=at),
            "abstract": what,
            "content": settlement.rationale,
            "authors": [settlement.reviewer],
            "object_refs": [note],
            **({"labels": tags} if tags else {}),
        }
        if settlement.credibility in CONFIDENCE:
            found["confidence"] = CONFIDENCE[settlement.credibility]
        return found

    def _ruled(self, assertion: Assertion) -> Iterator[dict[str, Any]]:
        """Yield the desk's ruling as an opinion on all claims in the bundle that say it."""
        ruling = assertion.ruling
        if ruling is None:
            return
        at = zulu(ruling.decided_at, milliseconds=True)
        told_of = [assertion.wording, ruling.rationale, *ruling.evidence]
        found = self._begun("opinion", _id("opinion", "assertions", assertion.id), created=at)
        if explanation := "\n".join(filter(None, told_of)):
            found["explanation"] = explanation
        yield {
            **found,
            "opinion": OPINIONS[ruling.verdict],
            "authors": [ruling.reviewer],
            "labels": [f'tracker:verdict="{ruling.verdict.value}"'],
            "object_refs": [_note_id(i) for i in assertion.claim_ids if i in self._chosen],
        }

    def _relationships(self, entry: Entry) -> Iterator[dict[str, Any]]:
        for partner in entry.partners:
            pair = partner.corroboration
            if pair.claim_id != entry.claim.id or pair.other_id not in self._chosen:
                continue
            object_id = _id("relationship", "corroborations", pair.id)
            at = zulu(pair.decided_at, milliseconds=True)
            judged = f"{pair.reviewer}; dependence: {pair.dependence.value.replace('_', ' ')}"
            yield {
                **self._begun("relationship", object_id, created=at),
                "relationship_type": RELATIONS[pair.relation],
                "source_ref": _note_id(pair.claim_id),
                "target_ref": _note_id(pair.other_id),
                "description": f"{judged}; {pair.note}" if pair.note else judged,
            }

    def _report(self, entry: Entry, notes: list[str]) -> dict[str, Any]:
        article = entry.article
        tag = language_tag(article.language)
        kind = "report" if article.published else "grouping"
        object_id = _id(kind, "articles", article.id)
        created = zulu(article.added_at, milliseconds=True)
        day: dict[str, str] = {"context": "unspecified"}
        if article.published:
            day = {"published": f"{article.published.isoformat()}T00:00:00.000Z"}
        return {
            **self._begun(kind, object_id, created=created, modified=self._as_of),
            "name": article.title or article.id,
            **day,
            "object_refs": [_id("identity", "sources", entry.outlet.id), *notes],
            **({"lang": tag} if tag else {}),
            "external_references": self._references(entry),
        }


def _others_checks(entry: Entry) -> Iterator[dict[str, str]]:
    for checked in entry.fact_checks:
        check, url = checked.check, web_address(checked.check.url)
        yield {
            "source_name": check.publisher or _WORDS["checked_by_others"],
            "description": told_check(check, _WORDS, address=False),
            **({"url": url} if url else {}),
        }


def _described(article: Article) -> str:
    title = article.title or article.id
    return f"{title}; {_WORDS['byline']}: {article.byline}" if article.byline else title


def _id(kind: str, table: str, record_id: str) -> str:
    return f"{kind}--{uuid_of(table, record_id)}"


def _note_id(claim_id: str) -> str:
    return _id("note", "claims", claim_id)
