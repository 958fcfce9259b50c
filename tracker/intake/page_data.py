"""What a page states about its article for programs: JSON-LD, OpenGraph, meta elements.

https://schema.org/Article, https://ogp.me, https://www.dublincore.org/specifications/dublin-core/
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tracker.intake.received import one_line
from tracker.model import Basis

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Object = Mapping[str, object]
#: A value with the kind of place and the place.
Stated = tuple[str, Basis, str]

_DEEPEST = 12
_LONGEST_BLOCK = 500_000
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
_ARTICLES = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting",
        "OpinionNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting", "Report", "Posting",
        "SocialMediaPosting", "ReviewNewsArticle",
    }
)  # fmt: skip
#: What meta elements call each detail, best first.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title"),
    "byline": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"),
    "outlet": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate",
        "publishdate", "publish_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "date",
    ),
    "url": ("og:url",),
}  # fmt: skip


def stated_in_ld(tree: "HtmlElement") -> Iterator[tuple[str, Stated]]:
    """Yield detail and value from the first article that the page describes in JSON-LD."""
    article = next(_articles(_blocks(tree)), None)
    if article is None:
        return
    values = {
        "title": _name(article.get("headline")) or _name(article.get("name")),
        "byline": _names(article.get("author")),
        "outlet": _name(article.get("publisher")),
        "published": _name(article.get("datePublished")),
        "language": _name(article.get("inLanguage")),
        "url": _name(article.get("url")) or _identifier(article.get("mainEntityOfPage")),
    }
    names = {"title": "headline", "byline": "author", "outlet": "publisher"}
    for detail, value in values.items():
        if value:
            yield detail, (value, Basis.JSON_LD, names.get(detail, detail))


def stated_in_meta(tree: "HtmlElement") -> Iterator[tuple[str, Stated]]:
    """Yield detail and value from OpenGraph and other meta elements, best first."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = one_line(element.get("content") or "")
        if content:
            found.setdefault(name.lower(), content)
    for detail, names in _META.items():
        for name in names:
            value = found.get(name, "")
            # Author fields often hold the address of a profile.
            if value and not (detail == "byline" and value.startswith("http")):
                graph = name.startswith(("og:", "article:"))
                yield detail, (value, Basis.OPEN_GRAPH if graph else Basis.HTML_META, name)


def _blocks(tree: "HtmlElement") -> Iterator[object]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()[:_LONGEST_BLOCK]
        for wrapping in ("<!--", "//<![CDATA[", "<![CDATA["):
            text = text.removeprefix(wrapping).strip()
        for wrapping in ("-->", "//]]>", "]]>"):
            text = text.removesuffix(wrapping).strip()
        try:
            # Newsrooms leave line ends inside strings.
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue


def _articles(contents: Iterable[object]) -> Iterator[Object]:
    for content in contents:
        yield from _within(content, _DEEPEST)


def _within(content: object, depth: int) -> Iterator[Object]:
    if depth == 0:
        return
    if isinstance(content, list):
        for part in content:
            yield from _within(part, depth - 1)
    elif isinstance(content, dict):
        kinds = content.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.rpartition("/")[2] in _ARTICLES for kind in named):
            yield content
        for name in _HOLDERS:
            yield from _within(content.get(name), depth - 1)


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("alternateName")
    return one_line(value) if isinstance(value, str) else ""


def _names(value: object) -> str:
    every = value if isinstance(value, list) else [value]
    return (
        one_line("، ".join(name for name in map(_name, every[:10]) if name))
        if len(every) > 1
        else _name(value)
    )


def _identifier(value: object) -> str:
    found = value.get("@id") if isinstance(value, dict) else value
    return one_line(found) if isinstance(found, str) else ""
