"""Published fact-checks in schema.org's ClaimReview, from JSON, JSON-LD and JSON Lines.

Read are single reviews, lists, ``@graph``, and feeds whose ``dataFeedElement`` hold them under
``item`` (https://schema.org/ClaimReview, https://schema.org/DataFeed). Nothing is fetched: a
context is not followed.
"""

import json
from collections.abc import Iterator, Mapping

from attrs import frozen

Object = Mapping[str, object]

#: Objects may hold reviews under these names.
_HOLDERS = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity", "hasPart")
_KIND = "ClaimReview"
_DEEPEST = 32


@frozen(kw_only=True)
class ClaimReview:
    """One fact-check as it was published; everything but the claim may be empty.

    Attributes:
        claim: the claim that was checked.
        title: the headline of the fact-check.
        url: where it stands.
        publisher: who published it.
        published: its day as it was written, such as ``2020-11-10``.
        language: BCP 47 tag.
        rating: the publisher's verdict in its own words; ``2 (1-5)`` where it gave only a number.
        claimant: who made the claim that was checked.
    """

    claim: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    rating: str = ""
    claimant: str = ""


def claim_reviews(content: object) -> Iterator[ClaimReview]:
    """Yield the reviews in ``content``, what JSON can hold, in reading order.

    Reviews without a claim are passed over.
    """
    for found in _reviews(content, _DEEPEST):
        claim = _text(found, "claimReviewed") or _text(_first(found, "itemReviewed"), "name")
        if not claim:
            continue
        yield ClaimReview(
            claim=claim,
            title=_text(found, "headline") or _text(found, "name"),
            url=_text(found, "url") or _text(found, "@id"),
            publisher=_text(_first(found, "author"), "name")
            or _text(_first(found, "publisher"), "name"),
            published=_text(found, "datePublished")[:10],
            language=_text(found, "inLanguage"),
            rating=_rating(_first(found, "reviewRating")),
            claimant=_text(_first(_first(found, "itemReviewed"), "author"), "name"),
        )


def holds_reviews(content: object) -> bool:
    """Return whether ``content`` holds any review."""
    return next(_reviews(content, _DEEPEST), None) is not None


def _reviews(content: object, depth: int) -> Iterator[Object]:
    if depth == 0:
        return
    if isinstance(content, list):
        for part in content:
            yield from _reviews(part, depth - 1)
    elif isinstance(content, dict):
        kinds = content.get("@type", content.get("type"))
        if kinds == _KIND or (isinstance(kinds, list) and _KIND in kinds):
            yield content
            return
        for name in _HOLDERS:
            yield from _reviews(content.get(name), depth - 1)


def _rating(found: Object) -> str:
    """Return a rating in words: the publisher's own, else its number within the scale stated."""
    words = _text(found, "alternateName") or _text(found, "name")
    if words:
        return words
    value, worst, best = (
        _text(found, name) for name in ("ratingValue", "worstRating", "bestRating")
    )
    return f"{value} ({worst}-{best})" if value and worst and best else value


def _first(found: Object, name: str) -> Object:
    value = found.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return {"name": value}
    return value if isinstance(value, dict) else {}


def _text(found: Object, name: str) -> str:
    value = found.get(name)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("alternateName")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value.strip() if isinstance(value, str) else ""


def parse(data: bytes) -> object:
    """Return what the JSON or JSON Lines in ``data`` hold, None when they are neither."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line) for line in data.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None
