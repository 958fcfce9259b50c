"""ClaimReview: what the desk ruled, as schema.org JSON-LD for those who collect fact-checks.

Required and recommended fields: https://developers.google.com/search/docs/appearance/structured-data/factcheck
and https://schema.org/ClaimReview. A review is of an assertion with a verdict; claims that nobody
ruled on have none. Codes of scales are names, so that a rating has words and never a number.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tracker.export.claim_review_fields import CLAIM_REVIEW
from tracker.export.dossier import SCHEMA_VERSION, Desk, Dossier
from tracker.export.entries import Entry, Register
from tracker.export.identifiers import language_tag, name_of_text, urn, web_address, zulu
from tracker.export.json_text import listed
from tracker.export.others_checks import Checked
from tracker.export.source_facts import source_facts
from tracker.export.words import Words
from tracker.model import Assertion, Claim, FactCheck, Ruling, Source, SourceKind
from tracker.scales import Rating, Scale, Scales

#: Who can be the author of a claim: whoever is not named is left out, and a document has none.
_AUTHORS = {
    SourceKind.NAMED_PERSON: "Person",
    SourceKind.ORGANISATION: "Organization",
    SourceKind.OUTLET: "Organization",
}


#: What readers are owed of an unnamed source (AP, BBC and NYT on anonymous sources).
_OWED = frozenset({"affiliation", "role", "distance", "position_to_know", "anonymity_reason"})


def write_claim_review(dossier: Dossier) -> Iterator[bytes]:
    """Yield the rulings of ``dossier`` as a feed of ClaimReviews (JSON-LD) in UTF-8.

    Raises:
        RuleError: when a record cannot be told by the fields that the standard has.
    """
    yield from listed(_head(dossier), "dataFeedElement", _reviews(dossier))


def note_on_claim_review(dossier: Dossier) -> str:
    """Return what a person should know before sending the feed on; empty for nothing."""
    ruled = {i for a in dossier.records.assertions if a.ruling is not None for i in a.claim_ids}
    without = sum(claim_id not in ruled for claim_id in dossier.selected)
    notes = []
    if without:
        notes.append(f"Left out, because the desk has not ruled on them: {without}.")
    if not web_address(dossier.desk.checks_url):
        notes.append("They are drafts: the setting checks_url gives no address.")
    return " ".join(notes)


def _head(dossier: Dossier) -> dict[str, Any]:
    scope = f"Filter: {dossier.filter}" if dossier.filter else "No filter: every claim."
    head: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": "Claim reviews",
        "description": f"{scope} Confidential notes: none.",
        "schemaVersion": f"tracker {SCHEMA_VERSION}",
        "creator": {"@type": "SoftwareApplication", "name": dossier.tool},
        "about": [
            {
                "@type": "DefinedTermSet",
                "name": scale.name.en,
                "description": scale.origin,
                "hasDefinedTerm": [
                    {"@type": "DefinedTerm", "termCode": g.code, "name": [g.en, g.ar]}
                    for g in scale.grades
                ],
            }
            for scale in dossier.scales.all
        ],
    }
    if dossier.as_of:
        head["dateModified"] = zulu(dossier.as_of)
    return head


def _reviews(dossier: Dossier) -> Iterator[dict[str, Any]]:
    register = Register.of(dossier)
    told: set[str] = set()
    for entry in register.entries(frozenset(dossier.selected)):
        assertion = entry.assertion
        if assertion and assertion.ruling and assertion.id not in told:
            told.add(assertion.id)
            review = _review(entry, assertion, register, dossier)
            yield CLAIM_REVIEW.check(review, f"assertions/{assertion.id}")


def _review(
    entry: Entry, assertion: Assertion, register: Register, dossier: Dossier
) -> dict[str, Any]:
    ruling = assertion.ruling
    assert ruling is not None  # noqa: S101  (the caller chose assertions that have one)
    language = entry.article.language
    spoken = language_tag(language)
    return {
        "@type": "ClaimReview",
        "@id": urn("assertions", assertion.id),
        **_address(dossier.desk, assertion),
        "claimReviewed": assertion.wording or entry.claim.statement,
        "datePublished": ruling.decided_at.date().isoformat(),
        **({"author": _organisation(dossier.desk.name)} if dossier.desk.name else {}),
        **({"inLanguage": spoken} if spoken else {}),
        "itemReviewed": _claim(assertion, register),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": dossier.scales.grade(ruling.verdict).in_language(language),
            "ratingExplanation": _explanation(entry, ruling.rationale),
        },
        **_evidence(ruling),
        **_second_opinions(entry, dossier.scales),
        **_others_checks(register.fact_checks_of(assertion)),
    }


def _address(desk: Desk, assertion: Assertion) -> dict[str, str]:
    """Return where the review is published; a draft where the desk named no place."""
    url = web_address(desk.checks_url)
    if url is None:
        return {"creativeWorkStatus": "Draft"}
    return {"url": f"{url.rstrip('/')}/{assertion.id}"}


def _evidence(ruling: Ruling) -> dict[str, list[str]]:
    found = [thing for thing in ruling.evidence if thing]
    return {"citation": found} if found else {}


def _explanation(entry: Entry, rationale: str) -> str:
    """Return the rationale, who is cited and what stands behind it: readers are owed all three.

    Of an unnamed source they are owed, too, how it knows and why it is not named.
    """
    words = Words("ar" if entry.article.language.partition("-")[0] == "ar" else "en")
    source = f"{entry.source.label} ({words.of(entry.source.kind)})"
    facts = (
        f"{words[fact.name]}: {fact.text}"
        for fact in source_facts(entry.source, words)
        if fact.name in _OWED
    )
    parts = (rationale, source, *facts, words.standing(entry.standing))
    return " · ".join(part for part in parts if part)


def _claim(assertion: Assertion, register: Register) -> dict[str, Any]:
    claims = sorted(register.claims_of(assertion), key=lambda c: _first(c, register))
    first = register.entry(claims[0])
    article = first.article
    spoken = language_tag(article.language)
    articles = dict.fromkeys(claim.article_id for claim in claims[1:])
    later = [_article(register, i) for i in articles if i != article.id]
    return {
        "@type": "Claim",
        "@id": urn("claims", first.claim.id),
        "text": first.claim.quote,
        **({"inLanguage": spoken} if spoken else {}),
        **({"datePublished": article.published.isoformat()} if article.published else {}),
        **_author(first.source),
        "firstAppearance": _article(register, article.id),
        **({"appearance": later} if later else {}),
    }


def _first(claim: Claim, register: Register) -> tuple[bool, str, str]:
    day = register.article(claim.article_id).published
    return (day is None, day.isoformat() if day else "", claim.id)


def _author(source: Source) -> dict[str, Any]:
    kind = _AUTHORS.get(source.kind)
    return {"author": {"@type": kind, "name": source.label}} if kind else {}


def _article(register: Register, article_id: Any) -> dict[str, Any]:
    article = register.article(article_id)
    url, spoken = web_address(article.url), language_tag(article.language)
    return {
        "@type": "NewsArticle",
        "@id": urn("articles", article.id),
        **({"headline": article.title} if article.title else {}),
        **({"creditText": article.byline} if article.byline else {}),
        **({"url": url} if url else {}),
        **({"datePublished": article.published.isoformat()} if article.published else {}),
        **({"inLanguage": spoken} if spoken else {}),
        "publisher": _organisation(register.source(article.outlet_id).label),
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "SHA-256 of the text in UTF-8 (RFC 6920)",
            "value": name_of_text(article),
        },
    }


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _others_checks(found: tuple[Checked, ...]) -> dict[str, Any]:
    """Return what others published of the same claim, under their names and in their words."""
    reviews = [
        {
            "@type": "ClaimReview",
            "@id": urn("fact_checks", check.id),
            "claimReviewed": check.claim_reviewed,
            **({"headline": check.title} if check.title else {}),
            **({"url": url} if (url := web_address(check.url)) else {}),
            **({"datePublished": check.published.isoformat()} if check.published else {}),
            **({"author": _organisation(check.publisher)} if check.publisher else {}),
            **({"inLanguage": tag} if (tag := language_tag(check.language)) else {}),
            **({"reviewRating": _their_rating(check)} if check.rating else {}),
        }
        for check in (checked.check for checked in found)
    ]
    return {"associatedClaimReview": reviews} if reviews else {}


def _their_rating(check: FactCheck) -> dict[str, str]:
    return {"@type": "Rating", "alternateName": check.rating}


def _second_opinions(entry: Entry, scales: Scales) -> dict[str, Any]:
    found = [
        _opinion(
            assessment.reviewer,
            assessment.assessed_at,
            _ratings(
                (assessment.reliability, scales.reliability),
                (assessment.credibility, scales.credibility),
                (assessment.confidence, scales.confidence),
                (assessment.likelihood, scales.likelihood),
                (assessment.verdict, scales.verdict),
            ),
            assessment.rationale,
        )
        for assessment in entry.assessments
    ]
    if settled := entry.settlement:
        ratings = _ratings(
            (settled.reliability, scales.reliability), (settled.credibility, scales.credibility)
        )
        found.append(_opinion(settled.reviewer, settled.settled_at, ratings, settled.rationale))
    rated = [opinion for opinion in found if opinion["reviewRating"]]
    return {"associatedReview": rated} if rated else {}


def _opinion(
    reviewer: str, at: datetime, ratings: list[dict[str, str]], rationale: str
) -> dict[str, Any]:
    return {
        "@type": "Review",
        "author": {"@type": "Person", "name": reviewer},
        "dateCreated": zulu(at),
        "reviewRating": ratings,
        **({"reviewBody": rationale} if rationale else {}),
    }


def _ratings(*axes: tuple[Rating | None, Scale]) -> list[dict[str, str]]:
    """Return a rating for each axis that was rated; codes are names and never a number."""
    found = []
    for rating, scale in axes:
        if rating is not None:
            grade = scale.grade(rating.value)
            named = grade.en if len(grade.code) > 1 else f"{grade.code}: {grade.en}"
            found.append({"@type": "Rating", "reviewAspect": scale.name.en, "alternateName": named})
    return found
