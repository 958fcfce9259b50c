"""An imported report and the passages it is read in."""

import hashlib
from datetime import date, datetime
from enum import Enum

from attrs import field, frozen
from attrs.validators import min_len

from tracker.errors import RuleError
from tracker.model.entity import ArticleId, Entity, SourceId
from tracker.model.span import Span


class PassageKind(Enum):
    """What a line of an article is. Only some kinds hold claims: see :attr:`holds_claims`."""

    HEADLINE = "headline"
    HEADLINE_DUPLICATE = "headline_duplicate"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    CHROME = "chrome"
    LEAD = "lead"
    BODY = "body"

    @property
    def holds_claims(self) -> bool:
        """Whether passages of this kind state something that can be checked."""
        return self in _CLAIM_KINDS


_CLAIM_KINDS = frozenset(
    {PassageKind.HEADLINE, PassageKind.CAPTION, PassageKind.LEAD, PassageKind.BODY}
)


@frozen(kw_only=True)
class Passage:
    """A sentence, a headline or a line of page furniture, with its place in the text."""

    kind: PassageKind
    span: Span


class Basis(Enum):
    """What a detail of an article, such as its date, rests on."""

    USER = "user"
    REVIEWER = "reviewer"
    FILE_NAME = "file_name"
    HEADER = "header"
    HTML_META = "html_meta"
    OPEN_GRAPH = "open_graph"
    JSON_LD = "json_ld"
    BYLINE = "byline"
    DATELINE = "dateline"
    FEED = "feed"
    ARCHIVE = "archive"
    DOCUMENT_PROPERTIES = "document_properties"
    TEXT = "text"


@frozen(kw_only=True)
class Provenance:
    """Where one detail of an article was found.

    Attributes:
        field: name of the detail, a field of :class:`Article`.
        basis: the kind of place.
        where: the place in the source's own terms, such as ``article:published_time``.
    """

    field: str
    basis: Basis
    where: str = ""


#: What is guessed, stated, confirmed and corrected, by field of the article: the field's name in
#: commands, screens and JSON, in the order shown. All but the encoding can be stated anew.
DETAIL_LABELS = {
    "title": "title",
    "byline": "byline",
    "outlet_id": "outlet",
    "published": "date",
    "language": "language",
    "url": "url",
    "encoding": "encoding",
}
DETAILS = tuple(DETAIL_LABELS)[:-1]


@frozen(kw_only=True)
class Article(Entity):
    """One report, its text exactly as received and never changed afterwards.

    Attributes:
        id: the article's identifier.
        text: the characters as decoded; every offset of the database counts in it.
        sha256: hexadecimal SHA-256 of the text encoded as UTF-8.
        title: the headline as the reviewer sees it in lists.
        outlet_id: the source of kind ``outlet`` that published it.
        byline: who wrote it, as it is printed; empty when unknown.
        published: the day of publication, None when unknown.
        language: ``ar``, ``en`` or another BCP 47 tag.
        origin: where the bytes came from: a file name or ``-``.
        url: the web address, empty when unknown.
        guesses: names of the fields above that the program guessed and nobody confirmed yet.
        provenance: where each detail was found, at most once each.
        original: hexadecimal SHA-256 of the bytes that came in, which the store keeps; empty when
            none were kept.
        media_type: what those bytes were, such as ``text/html``; empty when unknown.
        encoding: IANA name of the encoding the text was read in, empty where it does not apply.
        check_original: whether the text was put together from a page layout, and nobody has held
            it against the original yet.
        previous_id: the article that this one is a later version of, None when it is none.
        fingerprints: hashes of some of its word sequences, by which near copies are found.
        passages: sentences, headlines and furniture, in reading order, never overlapping.
        added_at: when it was imported (aware, UTC).
        added_by: name of the reviewer who imported it.

    Raises:
        RuleError: when the text does not have the hash, or a passage lies outside the text.
    """

    id: ArticleId = field(validator=min_len(1))
    text: str = field(repr=False)
    sha256: str
    title: str
    outlet_id: SourceId
    byline: str = ""
    published: date | None = None
    language: str
    origin: str = ""
    url: str = ""
    guesses: tuple[str, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    original: str = ""
    media_type: str = ""
    encoding: str = ""
    check_original: bool = False
    previous_id: ArticleId | None = None
    fingerprints: tuple[str, ...] = field(default=(), repr=False)
    passages: tuple[Passage, ...] = field(default=(), repr=False)
    added_at: datetime
    added_by: str

    def __attrs_post_init__(self) -> None:
        if content_hash(self.text) != self.sha256:
            msg = f"The text of article {self.id} does not have the hash recorded for it."
            raise RuleError(msg, "Run: tracker check")
        end = 0
        for passage in self.passages:
            if passage.span.start < end or passage.span.end > len(self.text):
                msg = f"A passage of article {self.id} overlaps another or leaves the text."
                raise RuleError(msg, "Run: tracker check")
            end = passage.span.end

    def found_in(self, name: str) -> Provenance | None:
        """Return where the detail ``name`` was found, None when nothing is known of it."""
        return next((p for p in self.provenance if p.field == name), None)


def content_hash(text: str) -> str:
    """Return the hexadecimal SHA-256 of ``text`` as UTF-8; lone surrogates are kept apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
