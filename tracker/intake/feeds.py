"""RSS and Atom files in: an article an entry.

https://www.rssboard.org/rss-specification, RFC 4287.
"""

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.intake.markup_text import markup_text
from tracker.intake.pages import parse_page, under_headline
from tracker.intake.received import (
    DEFAULT_LIMITS,
    Found,
    Limits,
    Particulars,
    Received,
    one_line,
    safe_name,
    web_address,
)
from tracker.intake.safe_xml import parse_xml
from tracker.intake.text import refuse_unreadable
from tracker.model import Basis

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTRIES = ("item", "entry")
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")


def read_feed(
    data: bytes, origin: str, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Iterator[Received | InputError]:
    """Yield the article of each entry, or why it could not be used.

    Raises:
        InputError: when it is no feed, holds no entry, or more than the limit.
    """
    name = safe_name(origin)
    root, used, guessed = parse_xml(data, name, encoding)
    entries = [node for node in root.iter() if _local(node) in _ENTRIES]
    if not entries:
        raise InputError(f"{name} is a feed without entries.", "Check that it was saved whole.")
    if len(entries) > limits.articles:
        msg = f"{name} has more than {limits.articles:,} entries."
        raise InputError(msg, "Cut it into smaller files.")
    outlet = _outlet(root)
    for place, entry in enumerate(entries, start=1):
        try:
            text, particulars = _article(entry, outlet, f"entry {place} of {name}", limits)
        except InputError as error:
            yield error
            continue
        yield Received(
            text=text,
            origin=safe_name(origin.rpartition("/")[2]),
            encoding=used,
            original=data,
            media_type="application/xml",
            particulars=particulars,
            encoding_guessed=guessed,
        )


def _outlet(root: "_Element") -> Found[str] | None:
    for node in root.iter():
        if _local(node) in _ENTRIES:
            break
        if _local(node) == "title" and one_line(_text(node)):
            return Found(value=one_line(_text(node)), basis=Basis.FEED, where="title", guessed=True)
    return None


def _article(
    entry: "_Element", outlet: Found[str] | None, name: str, limits: Limits
) -> tuple[str, Particulars]:
    parts: dict[str, list[_Element]] = {}
    for node in entry:
        parts.setdefault(_local(node), []).append(node)
    title = one_line(_plain(_first(parts, "title"), name, limits))
    bodies = [_plain(node, name, limits) for part in _BODIES for node in parts.get(part, ())]
    body = max(bodies, key=len, default="")
    text = under_headline(title, body) if body else f"{title}\n"
    refuse_unreadable(text, name)
    if len(text) > limits.text:
        raise InputError(f"{name} is longer than {limits.text:,} characters.", "Cut it.")
    byline = one_line(_text(_first(parts, "creator")) or _text(_first(parts, "author")))
    language = entry.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return text, Particulars(
        title=_found(title, "title"),
        byline=_found(byline, "author"),
        outlet=outlet,
        published=_published(parts),
        language=_found(one_line(language), "xml:lang"),
        url=_found(_address(parts), "link"),
    )


def _found(value: str, where: str) -> Found[str] | None:
    return Found(value=value, basis=Basis.FEED, where=where) if value else None


def _first(parts: dict[str, list["_Element"]], name: str) -> "_Element | None":
    return next(iter(parts.get(name, ())), None)


def _published(parts: dict[str, list["_Element"]]) -> Found[date] | None:
    for name in _DATES:
        day = day_of(_text(_first(parts, name)))
        if day is not None:
            updated = name in {"updated", "modified"}
            return Found(value=day, basis=Basis.FEED, where=name, guessed=updated)
    return None


def day_of(written: str) -> date | None:
    """Return the day that a date of RFC 5322 or ISO 8601 states, in its own zone."""
    found = written.strip()[:80]
    try:
        return date.fromisoformat(found[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(found).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _address(parts: dict[str, list["_Element"]]) -> str:
    for node in parts.get("link", ()):
        if node.get("rel", "alternate") == "alternate":
            found = web_address(node.get("href") or _text(node))
            if found:
                return found
    return web_address(_text(_first(parts, "guid")) or _text(_first(parts, "id")))


def _plain(node: "_Element | None", name: str, limits: Limits) -> str:
    """Return an element's content as text: it is markup, escaped or not, or plain."""
    if node is None:
        return ""
    content = _markup(node)
    if "<" not in content and "&" not in content:
        return content.strip()
    return markup_text(parse_page(f"<div>{content}</div>", name, limits))


def _markup(node: "_Element") -> str:
    from lxml import etree

    if len(node):
        return str(etree.tostring(node, encoding="unicode", method="html", with_tail=False))
    return node.text or ""


def _text(node: "_Element | None") -> str:
    return "".join(map(str, node.itertext())) if node is not None else ""


def _local(node: "_Element") -> str:
    return str(node.tag).rpartition("}")[2]
