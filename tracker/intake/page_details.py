"""Title, byline, outlet, date, language and address of a page, each with where it was found."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tracker.intake.page_data import Stated, stated_in_ld, stated_in_meta
from tracker.intake.received import Found, Particulars, one_line, web_address
from tracker.model import Basis
from tracker.text.dates import parse_date
from tracker.text.language import detect_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Browsers that save a page note where it came from.
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)\s*(\S{1,2000})")
_SAVED_BY_SINGLEFILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S{1,2000})")
_DATE_PLACE = re.compile(r"date|time|publish|posted|byline|meta|تاريخ|نشر", re.I)
_BYLINE_PLACE = re.compile(r"byline|author|writer|reporter|كاتب|مؤلف", re.I)
_WRITTEN_BY = re.compile(
    r"(?:(?:كتبت?|مرسلة|أرسلت?|نشرت?|posted|written|published)\s+)?(?:بواسطة|بقلم|by)\b[\s:]*", re.I
)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
#: What stands between headline and site in a title element.
_BEFORE_SITE = re.compile(r"\s+[|–—»•]\s+|\s+-\s+|\s*::\s*")
_LONGEST_BYLINE = 120
_ELSEWHERE = frozenset({"nav", "aside", "footer"})
_CLIMB = 12
_PLACES = 400


def particulars_of(
    tree: "HtmlElement", text: str, address: Found[str] | None = None
) -> Particulars:
    """Return what a page says of its article.

    Args:
        tree: the page.
        text: the text taken out of it; tells the language.
        address: where an archive says the page stood, None when nothing is known.
    """
    stated: dict[str, list[Stated]] = {}
    for detail, found in (*stated_in_ld(tree), *stated_in_meta(tree)):
        stated.setdefault(detail, []).append(found)
    url = address or _address(tree, stated.get("url", []))
    return Particulars(
        title=_title(tree, stated.get("title", [])),
        byline=_first(stated.get("byline", [])) or _visible_byline(tree),
        outlet=_first(stated.get("outlet", [])) or _host(url),
        published=published_of(tree, stated.get("published", [])),
        language=_language(tree, text),
        url=url,
    )


def _first(stated: list[Stated]) -> Found[str] | None:
    for value, basis, where in stated:
        return Found(value=value, basis=basis, where=where)
    return None


def _title(tree: "HtmlElement", stated: list[Stated]) -> Found[str] | None:
    heads = [head for head in (_words(h) for h in tree.iter("h1")) if head]
    claimed = _first(stated)
    if len(heads) == 1 and (claimed is None or heads[0] in claimed.value):
        return Found(value=heads[0], basis=Basis.HTML_META, where="h1")
    if claimed is not None:
        return claimed
    element = tree.find(".//title")
    title = _words(element) if element is not None else ""
    if not title:
        return None
    head = _BEFORE_SITE.split(title)[0] or title
    return Found(value=head, basis=Basis.HTML_META, where="title", guessed=True)


def published_of(tree: "HtmlElement", stated: list[Stated]) -> Found[date] | None:
    """Return the day of publication: what readers see first, then what programs are told.

    It is a guess unless the page states it once for both, or for programs alone and without
    contradiction: templates put the day of the visit, of an update or of another article there.
    """
    seen = next(_visible_dates(tree), None)
    told = [(day, basis, where) for value, basis, where in stated if (day := _day(value))]
    days = {day for day, _, _ in told}
    if seen is not None:
        day, where = seen
        return Found(value=day, basis=Basis.BYLINE, where=where, guessed=days != {day})
    if not told:
        return None
    day, basis, where = told[0]
    return Found(value=day, basis=basis, where=where, guessed=len(days) > 1)


def _visible_dates(tree: "HtmlElement") -> Iterator[tuple[date, str]]:
    """Yield the dates that lines beside the headline state, in reading order."""
    heads = list(tree.iter("h1"))
    passed = not heads
    looked_at = 0
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if not passed:
            passed = element is heads[0]
            continue
        names = _names(element, "class", "id", "itemprop")
        if element.tag == "time" or _DATE_PLACE.search(names):
            looked_at += 1
            if looked_at > _PLACES:
                return
            words = _words(element, _LONGEST_BYLINE + 1)
            if 0 < len(words) <= _LONGEST_BYLINE and not _elsewhere(element):
                day = parse_date(words)
                if day is None and element.tag == "time":
                    day = _day(element.get("datetime") or "")
                if day is not None:
                    yield day, element.tag if element.tag == "time" else names.split()[0]


def _visible_byline(tree: "HtmlElement") -> Found[str] | None:
    for looked_at, element in enumerate(tree.iter("span", "a", "div", "p", "address")):
        if looked_at > 20 * _PLACES:
            return None
        name = _names(element, "class", "rel", "itemprop")
        if _BYLINE_PLACE.search(name) and not _elsewhere(element):
            words = _words(element, _LONGEST_BYLINE + 1)
            if 0 < len(words) <= _LONGEST_BYLINE and parse_date(words) is None:
                written = _WRITTEN_BY.match(words)
                value = words[written.end() :] if written else words
                if value:
                    place = name.split()[0]
                    return Found(value=value, basis=Basis.BYLINE, where=place, guessed=True)
    return None


def _names(element: "HtmlElement", *attributes: str) -> str:
    return " ".join(found for name in attributes if (found := element.get(name)))[:300]


def _elsewhere(element: "HtmlElement") -> bool:
    for climbed, parent in enumerate(element.iterancestors()):
        if parent.tag in _ELSEWHERE:
            return True
        if climbed == _CLIMB:
            break
    return False


def _address(tree: "HtmlElement", stated: list[Stated]) -> Found[str] | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and web_address(link.get("href") or ""):
            return Found(
                value=web_address(link.get("href") or ""), basis=Basis.HTML_META, where="canonical"
            )
    for value, basis, where in stated:
        if web_address(value):
            return Found(value=web_address(value), basis=basis, where=where)
    for comment in _comments(tree):
        saved = _SAVED_FROM.search(comment) or _SAVED_BY_SINGLEFILE.search(comment)
        if saved and web_address(saved[1]):
            return Found(value=web_address(saved[1]), basis=Basis.HTML_META, where="saved from")
    return None


def _comments(tree: "HtmlElement") -> Iterator[str]:
    from lxml import etree

    top = [*tree.itersiblings(preceding=True), *tree.itersiblings()][:20]
    inside = [node for _, node in zip(range(200), tree.iter(etree.Comment), strict=False)]
    for node in (*top, *inside):
        if node.tag is etree.Comment:
            yield (node.text or "")[:4000]


def _host(url: Found[str] | None) -> Found[str] | None:
    if url is None:
        return None
    try:
        host = urlsplit(url.value).hostname or ""
    except ValueError:
        return None
    host = one_line(host).removeprefix("www.")
    return Found(value=host, basis=url.basis, where="address", guessed=True) if host else None


def _language(tree: "HtmlElement", text: str) -> Found[str] | None:
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    said = (root.get("lang") or root.get("xml:lang") or "").strip()
    heard = detect_language(text)
    if _TAG.fullmatch(said) and said[:2].lower() == heard[:2]:
        return Found(value=said.replace("_", "-"), basis=Basis.HTML_META, where="lang")
    return Found(value=heard, basis=Basis.TEXT, guessed=True)


def _day(value: str) -> date | None:
    """Return the day as it is written, in whatever zone the newsroom keeps its clock."""
    match = _ISO_DAY.match(value.strip())
    if not match:
        return parse_date(value[:_LONGEST_BYLINE])
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _words(element: "HtmlElement", limit: int = 1000) -> str:
    """Return the first characters of an element's text on one line."""
    parts, length = [], 0
    for part in element.itertext():
        parts.append(part)
        length += len(part.strip())
        if length > limit:
            break
    return one_line(" ".join(parts))
