"""Saved web pages in: the article's own text, without menus, adverts and comments.

The text is trafilatura's reading of the page under the page's headline. trafilatura's search for
dates is not used: it states wrong ones (see docs/dependencies.md).
"""

import re
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.intake.declared import declared_in
from tracker.intake.encoding import decode
from tracker.intake.markup_text import markup_text
from tracker.intake.page_details import particulars_of
from tracker.intake.received import DEFAULT_LIMITS, Found, Limits, Received, safe_name
from tracker.intake.text import refuse_unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Pictures inside a saved page, which make it many times as large as its text.
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%_-]{64,}")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_FEWEST_WORDS = 5
#: Deeper than this and the markup is an attack or broken; browsers stop near here, too.
_DEEPEST = 512


def read_page(
    data: bytes,
    origin: str,
    limits: Limits = DEFAULT_LIMITS,
    encoding: str | None = None,
    *,
    charset: str = "",
    address: Found[str] | None = None,
) -> Received:
    """Return the article of a web page.

    Args:
        data: the bytes of the page.
        origin: the file they came from; messages call it that.
        limits: what reading may cost.
        encoding: the encoding a person stated, None to find it out.
        charset: the encoding that the page was sent in, as its server said.
        address: where the page stood, as an archive says.

    Raises:
        InputError: when it is too large, holds no article, or cannot be decoded.
    """
    name = safe_name(origin)
    if len(data) > limits.size:
        raise InputError(f"{name} has {len(data):,} bytes, more than a page may have.", _SMALLER)
    labels = tuple(label for label in (charset, declared_in(data)) if label) or ("",)
    decoded = decode(data, name, encoding, labels)
    tree = parse_page(decoded.text, name, limits)
    body = _main_text(tree)
    if len(body.split()) < _FEWEST_WORDS:
        raise InputError(f"{name} is a web page without an article in it.", _BY_HAND)
    particulars = particulars_of(tree, body, address)
    text = under_headline(particulars.title.value if particulars.title else "", body)
    refuse_unreadable(text, name)
    if len(text) > limits.text:
        raise InputError(f"The article in {name} is longer than {limits.text:,}.", _SMALLER)
    return Received(
        text=text,
        origin=safe_name(origin.rpartition("/")[2]),
        encoding=decoded.encoding,
        original=data,
        media_type="text/html",
        particulars=particulars,
        encoding_guessed=decoded.guessed,
    )


_SMALLER = "Save the page as “HTML only”, or copy its text and paste it."
_BY_HAND = "Copy the text in a browser and paste it."


def parse_page(html: str, name: str, limits: Limits) -> "HtmlElement":
    """Return the tree of a page; scripts in it never run and nothing it names is fetched.

    Raises:
        InputError: when it has more tags than the limit, nests too deeply, or is no markup.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    html = _XML_DECLARATION.sub("", _EMBEDDED.sub("", html.replace("\0", "")))
    if len(html) > limits.part:
        raise InputError(f"{name} has {len(html):,} characters of markup.", _SMALLER)
    if html.count("<") > limits.elements:
        raise InputError(f"{name} has more than {limits.elements:,} tags.", _SMALLER)
    if _depth(html) > _DEEPEST:
        raise InputError(f"The tags of {name} nest deeper than {_DEEPEST}.", _BY_HAND)
    try:
        parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError(f"{name} is no web page that could be read.", _BY_HAND) from None


def under_headline(headline: str, body: str) -> str:
    """Return ``body`` below its headline, which is not repeated where the body begins with it."""
    if not headline or body.lstrip().startswith(headline):
        return f"{body}\n"
    return f"{headline}\n\n{body}\n"


def _depth(html: str) -> int:
    """Return how deep the tags nest, counting those that are closed at all."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[1]:
            depth = max(0, depth - 1)
        elif match[2].lower() not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})")
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "td", "tr", "th", "dd", "dt", "option", "path",
    }
)  # fmt: skip


def _unfold_layout(tree: "HtmlElement") -> None:
    """Turn tables that lay a page out, as old pages do, into divisions; menus in tables go."""
    for table in list(tree.iter("table")):
        if table.getparent() is None:
            continue
        linked = sum(len(link.text_content().strip()) for link in table.iter("a"))
        if 2 * linked > len("".join(table.text_content().split())):
            table.drop_tree()
        elif any(next(table.iter(tag), None) is not None for tag in ("p", "h1", "h2")):
            for part in list(table.iter("table", "tbody", "tr", "td", "th")):
                part.tag = "div"


def _main_text(tree: "HtmlElement") -> str:
    from copy import deepcopy

    from trafilatura import bare_extraction

    copy = deepcopy(tree)
    _unfold_layout(copy)
    found = bare_extraction(
        copy,
        include_comments=False,
        favor_precision=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (getattr(found, "text", None) or "").strip()
    return text if len(text.split()) >= _FEWEST_WORDS else markup_text(tree)
