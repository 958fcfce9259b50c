"""What a file is, by its own bytes: its name and what is said of it are not believed."""

import re
import zlib
from enum import Enum
from pathlib import PurePath


class Kind(Enum):
    """A kind of file that articles come in; the value is its media type."""

    TEXT = "text/plain"
    PAGE = "text/html"
    MAIL = "message/rfc822"
    FEED = "application/xml"
    PDF = "application/pdf"
    ZIP = "application/zip"
    WARC = "application/warc"
    OLD_OFFICE = "application/msword"
    RTF = "application/rtf"
    XML = "text/xml"
    JSON = "application/json"
    OTHER = "application/octet-stream"


#: Endings of the files that are taken from a folder; a file that is named outright may have any.
SUFFIXES = frozenset(
    {
        ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".eml", ".docx",
        ".pdf", ".rss", ".atom", ".xml", ".rdf", ".warc", ".wacz", ".gz",
    }
)  # fmt: skip
#: Endings of web archives, which are read piece by piece.
ARCHIVES = frozenset({".warc", ".wacz", ".gz"})

#: How many bytes at the beginning of a file tell what it is.
SNIFFED = 4096
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_LEADING = re.compile(
    rb"\A(?:\s|<!--.{0,3000}?-->|<\?xml[^>]{0,300}\?>|<\?xml-stylesheet[^>]{0,300}\?>|<!doctype[^>\[]{0,300}>)*",
    re.S | re.I,
)
_FEED_ROOT = re.compile(rb"<(?:rss|(?:\w+:)?feed|rdf:rdf|rdf)\b", re.I)
_PAGE_ROOT = re.compile(rb"<(?:html|head|body|article|main|div|p|h1|title|meta)\b", re.I)
_HTML_DOCTYPE = re.compile(rb"<!doctype\s+html", re.I)
_JSON = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*\{)\s*"[^"\n]{1,100}"\s*:')
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z-]{1,40}):[ \t]*\S", re.M)
_OF_MAIL = frozenset({b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"})
_WITH_MAIL = frozenset({b"from", b"date", b"subject", b"to", b"content-type"})
_OTHER = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x00\x00\x00\x18ftyp",
)


def kind_of(data: bytes, origin: str) -> Kind:
    """Return what ``data``, the beginning of a file at least, is.

    ``origin``, the name, only decides where text could be read as one thing or another.
    """
    start = _narrow(data[:SNIFFED])
    suffix = PurePath(origin).suffix.lower()
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if b"%PDF-" in start[:1024] and not _PAGE_ROOT.match(start.lstrip()):
        return Kind.PDF
    if start.startswith(b"\x1f\x8b"):
        return Kind.WARC if _unpacked(data).startswith(b"WARC/") else Kind.OTHER
    if start.startswith(b"WARC/"):
        return Kind.WARC
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.OLD_OFFICE
    if start.startswith(b"{\\rtf"):
        return Kind.RTF
    if start.startswith(_OTHER):
        return Kind.OTHER
    if _JSON.match(start):
        return Kind.JSON
    if _is_mail(start, suffix):
        return Kind.MAIL
    return _of_markup(start, suffix) or Kind.TEXT


def _of_markup(start: bytes, suffix: str) -> Kind | None:
    body = start.removeprefix(b"\xef\xbb\xbf")
    leading = _LEADING.match(body)
    rest = body[leading.end() if leading else 0 :]
    if _FEED_ROOT.match(rest):
        return Kind.FEED
    if _HTML_DOCTYPE.search(body[:1024]) or rest[:5].lower() == b"<html":
        return Kind.PAGE
    if suffix in _PAGE_SUFFIXES and b"<" in body:
        return Kind.PAGE
    if _PAGE_ROOT.match(rest) and suffix not in {".txt", ".md"}:
        return Kind.PAGE
    if body.lstrip().startswith(b"<?xml") or b"<!DOCTYPE" in body[:1024]:
        return Kind.FEED if _FEED_ROOT.search(body) else Kind.XML
    return None


def _is_mail(start: bytes, suffix: str) -> bool:
    block = re.split(rb"\r?\n\r?\n", start.lstrip(), maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(block)}
    if suffix in {".eml", ".mht", ".mhtml"}:
        return bool(names & (_OF_MAIL | _WITH_MAIL))
    return bool(names & _OF_MAIL) and len(names & (_OF_MAIL | _WITH_MAIL)) > 2


def _narrow(start: bytes) -> bytes:
    """Return the ASCII of a start in UTF-16, where markup could be read."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "ignore").encode("ascii", "ignore")
    return start


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:SNIFFED], 64)
    except zlib.error:
        return b""
