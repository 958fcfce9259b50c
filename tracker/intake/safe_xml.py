"""XML from outside: no entities, no external files, no network."""

import html
import re
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.intake.declared import declared_in
from tracker.intake.encoding import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]{0,300}\?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OTHERWISE = "Open it in a browser, save the articles as pages and add those."


def parse_xml(data: bytes, name: str, encoding: str | None = None) -> tuple["_Element", str, bool]:
    """Return the root of a document, its encoding, and whether that was a guess.

    Small faults of markup are mended as feed readers do.

    Raises:
        InputError: when it declares entities, cannot be decoded, or is no XML.
    """
    from lxml import etree

    decoded = decode(data, name, encoding, (declared_in(data),))
    text = _ILLEGAL.sub("", _DECLARATION.sub("", decoded.text))
    if "<!ENTITY" in text or "<!entity" in text:
        msg = f"{name} declares entities of its own, which articles never need and attacks do."
        raise InputError(msg, _OTHERWISE)
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(_NAMED.sub(_letter, text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise InputError(f"{name} is no XML that could be read.", _OTHERWISE)
    return root, decoded.encoding, decoded.guessed


def _letter(match: re.Match[str]) -> str:
    """Return what HTML calls so: feeds use its names without declaring them."""
    if match[1] in _XML_NAMES:
        return match[0]
    return html.unescape(match[0]).replace("&", "&amp;").replace("<", "&lt;")
