"""What came in, and how much may come in."""

import hashlib
import re
import unicodedata
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from attrs import field, frozen
from attrs.validators import ge

from tracker.model import Basis

T = TypeVar("T")

_LONGEST_ORIGIN = 255
_LONGEST_LINE = 500
_SHOWN = "\N{REPLACEMENT CHARACTER}"
_BLANKS = re.compile(r"\s+")


@frozen(kw_only=True)
class Limits:
    """What one import may cost.

    Attributes:
        size: the largest file, in bytes; web archives are read piece by piece and may be larger.
        archive: the largest web archive (WARC, WACZ), in bytes.
        part: the largest part of an archive, office document or mail once unpacked, in bytes.
        expansion: all parts of one file together once unpacked, in bytes.
        text: the longest text of one article, in bytes of UTF-8.
        elements: how many tags a page may have.
        pages: how many pages a PDF may have.
        articles: how many articles one file may hold.
        depth: how many folders below the given one are walked.
        nesting: how deep mails may lie in mails.
        seconds: processor time that one PDF may take.
    """

    size: int = field(default=50_000_000, validator=ge(1))
    archive: int = field(default=2_000_000_000, validator=ge(1))
    part: int = field(default=20_000_000, validator=ge(1))
    expansion: int = field(default=4_000_000_000, validator=ge(1))
    text: int = field(default=5_000_000, validator=ge(1))
    elements: int = field(default=200_000, validator=ge(1))
    pages: int = field(default=500, validator=ge(1))
    articles: int = field(default=100_000, validator=ge(1))
    depth: int = field(default=16, validator=ge(0))
    nesting: int = field(default=3, validator=ge(0))
    seconds: int = field(default=60, validator=ge(1))


DEFAULT_LIMITS = Limits()


@frozen(kw_only=True)
class Found(Generic[T]):
    """A detail of an article with where it was found.

    Attributes:
        value: the detail.
        basis: the kind of place.
        where: the place in the file's own terms, such as ``article:published_time``.
        guessed: whether the file does not state it as the detail of this article.
    """

    value: T
    basis: Basis
    where: str = ""
    guessed: bool = False


@frozen(kw_only=True)
class Particulars:
    """What a file says of its article beside the text; None where it says nothing.

    Attributes:
        title: the headline.
        byline: who wrote it.
        outlet: who published it.
        published: the day of publication.
        language: BCP 47 tag, lower case.
        url: the address, http or https.
    """

    title: Found[str] | None = None
    byline: Found[str] | None = None
    outlet: Found[str] | None = None
    published: Found[date] | None = None
    language: Found[str] | None = None
    url: Found[str] | None = None


@frozen(kw_only=True, slots=False)
class Received:
    """One text as it came in.

    Attributes:
        text: for plain text exactly the characters that the bytes decode to: line ends, no-break
            spaces and direction marks stay; only a byte order mark at the start, which belongs to
            the encoding, is left out. For other kinds what an importer took out of them. Holds no
            NUL and no surrogate.
        origin: the file's name without its folder, or ``-``; safe to show.
        encoding: IANA name of the encoding the bytes were read in; empty where it does not apply.
        original: the bytes it came in: the file's, or those of the part that holds the article.
        media_type: what they are, such as ``text/html``.
        particulars: what the file says of the article.
        check_original: whether the text was put together from a layout and may be wrong.
        encoding_guessed: whether nothing but the letters told the encoding.
        remarks: sentences for the person who imports, such as parts that were left out.
    """

    text: str = field(repr=False)
    origin: str
    encoding: str
    original: bytes = field(repr=False)
    media_type: str = "text/plain"
    particulars: Particulars = Particulars()
    check_original: bool = False
    encoding_guessed: bool = False
    remarks: tuple[str, ...] = ()

    @cached_property
    def original_sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes it came in."""
        return hashlib.sha256(self.original).hexdigest()


def safe_name(name: str) -> str:
    """Return ``name`` with control, format and undecodable characters made visible, cut to 255."""
    shown = (_SHOWN if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in name)
    return "".join(shown)[:_LONGEST_ORIGIN]


def one_line(text: str, longest: int = _LONGEST_LINE) -> str:
    """Return ``text`` with blanks joined to one space and controls gone, cut to ``longest``."""
    joined = _BLANKS.sub(" ", text[: 4 * longest]).strip()
    return "".join(c for c in joined if unicodedata.category(c) not in {"Cc", "Cs"})[:longest]


def web_address(text: str) -> str:
    """Return ``text`` where it is an address of the web, else an empty text."""
    found = text.strip()
    if not found.lower().startswith(("http://", "https://")) or len(found) > 4 * _LONGEST_LINE:
        return ""
    return (
        ""
        if any(c.isspace() or unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in found)
        else found
    )
