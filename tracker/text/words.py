"""Words and marks of a stretch of text, with their places and a plain form for look-up."""

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from tracker.model import Span

# A word keeps its marks, tatweel, apostrophes and inner hyphens; "U.S." is one word.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,٫٬:]\d+)*"
    r"|[\w\u064B-\u0652\u0670]+(?:['’‑-](?=[^\W\d_])[\w\u064B-\u0652\u0670]+)*"
    r"|''|``|[^\w\s]"
)
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_PLAIN = str.maketrans("أإآٱى’‑", "ااااي'-")
_CLOSERS = {
    '"': '"',
    "''": "''",
    "``": "''",
    "«": "»",
    "“": "”",
    "„": "“",
    "(": ")",
    "[": "]",
    "‹": "›",
}
#: Typewriters' doubled apostrophes count as quotation marks.
QUOTE_MARKS = frozenset('"«»“”„‹›') | {"''", "``"}
OPENING_QUOTES = frozenset('"«“„‹') | {"''", "``"}
COMMAS = frozenset("،,")
STOPS = frozenset(".؛;!?؟")
DASHES = frozenset("-–—")


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Return ``text`` for look-up: marks and tatweel gone, one alef, one ya, lower case.

    Ta marbuta stays apart from ha: the shape of a word tells a noun from a verb with a pronoun.
    """
    return _MARKS.sub("", text).translate(_PLAIN).lower()


def has_marks(text: str) -> bool:
    """Return whether ``text`` is written with short vowels or tatweel."""
    return _MARKS.search(text) is not None


@frozen
class Word:
    """One word or mark.

    Attributes:
        start: offset of its first character in the article.
        end: offset after its last character.
        text: the characters as written.
        form: the same, plain.
    """

    start: int
    end: int
    text: str
    form: str

    @property
    def lexical(self) -> bool:
        """Whether it holds letters or digits, rather than being a mark."""
        return self.text[0].isalnum() or (len(self.text) > 1 and self.text not in QUOTE_MARKS)


@frozen
class Words:
    """The words of one stretch of text.

    Attributes:
        items: words and marks in reading order.
        forms: their plain forms.
        closers: for each opening quotation mark or bracket that is closed, index to index.
    """

    items: tuple[Word, ...]
    forms: tuple[str, ...]
    closers: dict[int, int]

    def __len__(self) -> int:
        return len(self.items)

    def form(self, index: int) -> str:
        """Return the plain form at ``index``, empty outside the stretch."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def text(self, index: int) -> str:
        """Return the word at ``index`` as written, empty outside the stretch."""
        return self.items[index].text if 0 <= index < len(self.items) else ""

    def lexical(self, index: int) -> bool:
        """Return whether a word (not a mark) stands at ``index``."""
        return 0 <= index < len(self.items) and self.items[index].lexical

    def span(self, start: int, end: int) -> Span:
        """Return the place of words ``start`` to ``end`` (exclusive, not empty)."""
        return Span(self.items[start].start, self.items[end - 1].end)

    def ends_quotation(self, index: int) -> bool:
        """Return whether a quotation mark at ``index`` follows a word or mark without a gap.

        It closes a quotation even where the one that opens it stands before this stretch.
        """
        if not 0 < index < len(self.items) or self.items[index].text not in QUOTE_MARKS:
            return False
        mark = self.items[index]
        follows = self.items[index + 1].start if index + 1 < len(self.items) else mark.end + 1
        return self.items[index - 1].end == mark.start and follows > mark.end

    def matches(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Return whether the plain forms from ``index`` on are those of ``phrase``."""
        return self.forms[index : index + len(phrase)] == phrase


def _pairs(items: Iterable[Word]) -> dict[int, int]:
    """Pair marks; a straight quotation mark closes the one before it."""
    closers: dict[int, int] = {}
    open_at: dict[str, list[int]] = {}
    for index, word in enumerate(items):
        mark = word.text
        if open_at.get(mark):
            closers[open_at[mark].pop()] = index
        elif mark in _CLOSERS:
            open_at.setdefault(_CLOSERS[mark], []).append(index)
    return closers


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words and marks of ``text[start:end]``; offsets count from the text's start."""
    stop = len(text) if end is None else end
    items = tuple(
        Word(match.start(), match.end(), match.group(), plain(match.group()))
        for match in _TOKEN.finditer(text, start, stop)
    )
    return Words(items, tuple(word.form for word in items), _pairs(items))


def phrase(text: str) -> tuple[str, ...]:
    """Return the plain forms of the words of a table's entry."""
    return tuple(plain(match.group()) for match in _TOKEN.finditer(text))
