"""The lines of an article by kind: headline, dateline, caption, page furniture, body."""

import re
from collections.abc import Iterator

from attrs import frozen

from tracker.model import Passage, PassageKind, Span
from tracker.text.dates import find_dates
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import DASHES, Words, words_of

_LINE = re.compile(r"[^\r\n\u2028\u2029\v\f]+")
_LETTER = re.compile(r"[^\W\d_]")
_CREDIT = re.compile(r"\s*\((?P<credit>[^()]{2,60})\)\s*$")
_WIRE = re.compile(r"\s*[^()\n.]{2,60}\((?P<credit>[^()\n]{2,40})\)\s*[-–—:]+\s*")
#: ``Muscat, 3 December / agency /``, as Gulf agencies write it.
_SLASHES = re.compile(r"\s*(?P<where>[^/\n.]{2,60})/\s*(?P<credit>[^/\n]{2,40})/\s*")
_INITIALS = re.compile(r"[\u0621-\u064a](?: ?[\u0621-\u064a]){1,3}")
_LONGEST_HEADLINE = 30
_LONGEST_DATELINE = 14
_LONGEST_BYLINE = 12
_LONGEST_STAMP = 6
_LONGEST_NAME = 5
_WORDS_BESIDE_DATE = 5
#: A longer line (characters) is text, whatever it says.
_LONGEST_FURNITURE = 600
_MANY = Words((), (), {})
#: A headline stands above the text, within the first lines.
_TOP = 4


@frozen(kw_only=True)
class _Line:
    span: Span
    text: str
    words: Words

    @property
    def key(self) -> tuple[str, ...]:
        return _key(self.words)


def _key(words: Words) -> tuple[str, ...]:
    """Return the words without marks, by which two lines are the same."""
    return tuple(form for i, form in enumerate(words.forms) if words.lexical(i))


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        if end > start:
            short = end - start <= _LONGEST_FURNITURE
            words = words_of(text, start, end) if short else _MANY
            yield _Line(span=Span(start, end), text=text[start:end], words=words)


def wire_agency(line: str, agencies: PhraseList) -> tuple[str, int] | None:
    """Return the agency of a wire dateline and where the report begins in ``line``.

    A wire dateline opens the line: ``city (agency) -``, as in ``BEIRUT (Reuters) -``.
    """
    match = _WIRE.match(line)
    if match is not None and _names_agency(match["credit"], agencies):
        return match["credit"].strip(), match.end()
    match = _SLASHES.match(line)
    if match is None:
        return None
    dated = find_dates(match["where"]) or _names_agency(match["credit"], agencies)
    return (match["credit"].strip(), match.end()) if dated else None


def _names_agency(credit: str, agencies: PhraseList) -> bool:
    """Whether an agency is named, or initials stand there (``و.م.أ``, ``أ ف ب``)."""
    words = words_of(credit)
    if any(agencies.at(words, index) for index in range(len(words))):
        return True
    letters = [word.text.strip(".").replace(".", "") for word in words.items if word.lexical]
    return bool(letters) and _INITIALS.fullmatch(" ".join(letters)) is not None


def credit_start(line: str, agencies: PhraseList) -> int | None:
    """Return where the picture credit at the end of a caption begins, None when there is none."""
    match = _CREDIT.search(line)
    return match.start() if match and _names_agency(match["credit"], agencies) else None


def _is_dateline(line: _Line) -> bool:
    if len(line.key) > _LONGEST_DATELINE:
        return False
    dates = find_dates(line.text)
    covered = sum(len(words_of(line.text, d.span.start, d.span.end)) for d in dates)
    return bool(dates) and len(line.key) - covered <= _WORDS_BESIDE_DATE


class _Reader:
    """Names one line after another; remembers the headline and whether the body has begun."""

    def __init__(
        self, lines: tuple[_Line, ...], language: str, lists: WordLists, title: str
    ) -> None:
        self._lines = lines
        self._chrome = lists.get(language, "chrome")
        self._byline = lists.get(language, "byline")
        self._agencies = lists.get(language, "agency")
        self._outlets = lists.get(language, "outlet_name")
        self._title = _key(words_of(title))
        self._headline: tuple[str, ...] | None = None
        self._body = False

    def kind(self, index: int) -> PassageKind:
        """Return what the line at ``index`` is."""
        line = self._lines[index]
        found = self._furniture(line) or self._top(index, line) if line.words.items else None
        if found:
            return found
        first, self._body = not self._body, True
        return PassageKind.LEAD if first else PassageKind.BODY

    def _furniture(self, line: _Line) -> PassageKind | None:
        words = line.words
        if not _LETTER.search(line.text) or self._chrome.at(words, 0) == len(words):
            return PassageKind.CHROME
        if line.key and line.key == self._headline:
            return PassageKind.HEADLINE_DUPLICATE
        if len(line.key) <= _LONGEST_DATELINE and _is_dateline(line):
            return PassageKind.DATELINE
        if self._names_author(line):
            return PassageKind.BYLINE
        return PassageKind.BYLINE if self._stamp(line) else None

    def _names_author(self, line: _Line) -> bool:
        """Whether a line says who wrote it; ``تقرير: …`` with more than a name is a headline."""
        length = self._byline.at(line.words, 0)
        colon = length > 0 and line.words.text(length - 1) == ":"
        longest = _LONGEST_NAME if colon else _LONGEST_BYLINE
        return length > 0 and len(line.key) <= longest and not _ends(line)

    def _stamp(self, line: _Line) -> bool:
        """Whether a line is the outlet's name and perhaps a place: ``عنب بلدي - الرقة``."""
        words = line.words
        if len(line.key) > _LONGEST_STAMP or _ends(line):
            return False
        dash = next((i for i in range(len(words)) if words.text(i) in DASHES), len(words))
        if dash + 1 < len(words) and self._chrome.at(words, dash + 1) == len(words) - dash - 1:
            return True  # ``السويداء - خاص``
        named = self._outlets.at(words, 0) or self._agencies.at(words, 0)
        return named > 0 and (named == len(words) or words.text(named) in "-–—/|،:")

    def _top(self, index: int, line: _Line) -> PassageKind | None:
        if self._body or index + 1 >= len(self._lines):
            return None
        if self._headline is None and index < _TOP and self._reads_like_headline(line):
            self._headline = line.key
            return PassageKind.HEADLINE
        return PassageKind.CAPTION if credit_start(line.text, self._agencies) else None

    def _reads_like_headline(self, line: _Line) -> bool:
        if credit_start(line.text, self._agencies) or wire_agency(line.text, self._agencies):
            return False
        if self._title and any(other.key == self._title for other in self._lines[:_TOP]):
            return line.key == self._title
        return len(line.key) <= _LONGEST_HEADLINE and not _ends(line)


def _ends(line: _Line) -> bool:
    """Whether the line ends like a sentence."""
    return line.text.rstrip('"»”)')[-1:] in (".", "۔", "。")


def segment(text: str, language: str, lists: WordLists, title: str = "") -> tuple[Passage, ...]:
    """Return the lines of ``text`` by kind, in reading order; blank lines are left out.

    A wire dateline at the head of a paragraph is a segment of its own. A repeated headline, page
    furniture, datelines and bylines hold no claims. Works in any language; the word lists of
    ``language`` name furniture, bylines and agencies. Where one of the first lines is ``title``,
    it is the headline; else the first short line without a full stop is.
    """
    lines = tuple(_lines(text))
    reader = _Reader(lines, language, lists, title)
    agencies = lists.get(language, "agency")
    found: list[Passage] = []
    for index, line in enumerate(lines):
        kind, span = reader.kind(index), line.span
        wire = wire_agency(line.text, agencies) if kind.holds_claims else None
        if wire and span.start + wire[1] < span.end:
            cut = span.start + wire[1]
            found.append(Passage(kind=PassageKind.DATELINE, span=Span(span.start, cut)))
            span = Span(cut, span.end)
        found.append(Passage(kind=kind, span=span))
    return tuple(found)
