"""Articles as citations: CSL-JSON and RIS, for reference managers and word processors.

CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html, with ``custom`` for what it
has no field for. RIS: a tag of two characters, two blanks, a hyphen, a blank, the value.
The author is the byline as it is printed, undivided; one that the program guessed and nobody
confirmed is left out. The outlet is the container.
"""

from collections.abc import Iterator
from typing import Any

from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.identifiers import language_tag, web_address
from tracker.export.json_text import to_json
from tracker.export.plain import one_line, stamp
from tracker.export.required import (
    ANY_TEXT,
    LANGUAGE,
    SHA256,
    TEXT,
    WEB,
    Each,
    Shape,
    Value,
    exactly,
    number,
)
from tracker.export.words import Words
from tracker.model import Article

_ISSUED = Shape("issued", {"date-parts": Each(Each(number(1, 9999), least=3))})
_AS_OF = Value(lambda found: found is None or isinstance(found, str), "a time or null")
_CUSTOM = Shape(
    "custom",
    {
        "tool": TEXT,
        "schema_version": number(1, 999),
        "filter": ANY_TEXT,
        "as_of": _AS_OF,
        "sha256": SHA256,
        "claims": Each(TEXT),
        "guesses": Value(lambda found: isinstance(found, list), "a list"),
    },
)
_AUTHOR = Shape("author", {"literal": TEXT})
CSL_ITEM = Shape(
    "item",
    {"type": exactly("article-newspaper"), "id": TEXT, "custom": _CUSTOM},
    {
        "title": TEXT,
        "author": Each(_AUTHOR),
        "container-title": TEXT,
        "issued": _ISSUED,
        "URL": WEB,
        "language": LANGUAGE,
    },
)


def write_csl_json(dossier: Dossier) -> Iterator[bytes]:
    """Yield the articles of the selected claims as CSL-JSON in UTF-8.

    Raises:
        RuleError: when a record cannot be told by the fields that the standard has.
    """
    separator = b"[\n"
    for article, outlet, claims in _cited(dossier):
        item = CSL_ITEM.check(_item(article, outlet, claims, dossier), f"articles/{article.id}")
        yield separator + to_json(item)
        separator = b",\n"
    yield b"[]\n" if separator == b"[\n" else b"\n]\n"


def write_ris(dossier: Dossier) -> Iterator[bytes]:
    """Yield the articles of the selected claims as RIS in UTF-8."""
    for article, outlet, claims in _cited(dossier):
        lines = (f"{tag}  - {one_line(text)}".rstrip(" ") for tag, text in _tags(
            article, outlet, claims, dossier
        ))  # fmt: skip
        yield ("\r\n".join(lines) + "\r\nER  - \r\n\r\n").encode("utf-8")


def _cited(dossier: Dossier) -> Iterator[tuple[Article, str, list[str]]]:
    """Yield each article with its outlet's name and the selected claims that stand in it."""
    chosen = frozenset(dossier.selected)
    standing: dict[str, list[str]] = {}
    for claim in dossier.records.claims:
        if claim.id in chosen:
            standing.setdefault(claim.article_id, []).append(claim.id)
    labels = {source.id: source.label for source in dossier.records.sources}
    for article in dossier.records.articles:
        if article.id in standing:
            yield article, labels[article.outlet_id], standing[article.id]


def _item(article: Article, outlet: str, claims: list[str], dossier: Dossier) -> dict[str, Any]:
    day, url, tag = article.published, web_address(article.url), language_tag(article.language)
    return {
        "type": "article-newspaper",
        "id": article.id,
        **({"title": article.title} if article.title else {}),
        **({"author": [{"literal": author}]} if (author := _author(article)) else {}),
        "container-title": outlet,
        **({"issued": {"date-parts": [[day.year, day.month, day.day]]}} if day else {}),
        **({"URL": url} if url else {}),
        **({"language": tag} if tag else {}),
        "custom": {
            "tool": dossier.tool,
            "schema_version": SCHEMA_VERSION,
            "filter": dossier.filter,
            "as_of": stamp(dossier.as_of),
            "sha256": article.sha256,
            "claims": claims,
            "guesses": list(article.guesses),
        },
    }


def _author(article: Article) -> str:
    return "" if "byline" in article.guesses else one_line(article.byline)


def _tags(
    article: Article, outlet: str, claims: list[str], dossier: Dossier
) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", article.id
    if article.title.strip():
        yield "TI", article.title
    if author := _author(article):
        yield "AU", author
    yield "T2", outlet
    if article.published:
        yield "PY", article.published.isoformat()[:4]
        yield "DA", article.published.isoformat().replace("-", "/")
    url, tag = web_address(article.url), language_tag(article.language)
    if url:
        yield "UR", url
    if tag:
        yield "LA", tag
    yield "N1", f"SHA-256 of the text: {article.sha256}"
    if article.guesses:
        yield "N1", f"Guessed, not confirmed: {Words('en').guessed(article.guesses)}"
    yield "N1", f"Claims: {', '.join(claims)}"
    scope = f"filter: {dossier.filter}" if dossier.filter else "every claim"
    yield "N1", f"{dossier.tool}, layout {SCHEMA_VERSION}, as of {stamp(dossier.as_of)}, {scope}"
