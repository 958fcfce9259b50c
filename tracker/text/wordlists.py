"""Closed lists of words that the rules consult, read from a table that people edit."""

from collections.abc import Iterable, Mapping
from typing import Generic, Self, TypeVar

from attrs import field, frozen

from tracker.text.tables import Row, RowPlace, read_table
from tracker.text.words import Words, phrase

COLUMNS = ("lang", "list", "words")


Value = TypeVar("Value")


@frozen
class PhraseTable(Generic[Value]):
    """Values under words and phrases, for look-up at a place of a text.

    An entry of several words may end in a one-letter preposition that is written with the next
    word (``تمهيدا ل``).

    Attributes:
        entries: phrases in plain form with their values, by first word, the longest first.
    """

    entries: Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Value]]) -> Self:
        """Return the table of phrases as written with their values; the first of equals stays."""
        unique: dict[tuple[str, ...], Value] = {}
        for written, value in pairs:
            unique.setdefault(phrase(written), value)
        return cls._sorted(unique)

    @classmethod
    def _sorted(cls, unique: Mapping[tuple[str, ...], Value]) -> Self:
        starts: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for entry, value in sorted(unique.items(), key=lambda pair: -len(pair[0])):
            starts.setdefault(entry[0] if entry else "", []).append((entry, value))
        return cls({first: tuple(found) for first, found in starts.items() if first})

    def merged(self, other: "PhraseTable[Value]") -> Self:
        """Return both tables in one; where both hold a phrase, ``other`` decides."""
        pairs: dict[tuple[str, ...], Value] = {}
        for table in (other, self):
            for found in table.entries.values():
                for entry, value in found:
                    pairs.setdefault(entry, value)
        return self._sorted(pairs)

    def find(self, words: Words, index: int) -> tuple[Value, int] | None:
        """Return the value of the longest entry that stands at ``index`` and its word count."""
        for entry, value in self.entries.get(words.form(index), ()):
            if words.matches(index, entry) or _opens(words, index, entry):
                return value, len(entry)
        return None

    def word(self, form: str) -> Value | None:
        """Return the value of the one-word entry ``form`` (plain)."""
        for entry, value in self.entries.get(form, ()):
            if len(entry) == 1:
                return value
        return None


def _opens(words: Words, index: int, entry: tuple[str, ...]) -> bool:
    last = index + len(entry) - 1
    return (
        len(entry) > 1
        and len(entry[-1]) == 1
        and words.matches(index, entry[:-1])
        and words.form(last).startswith(entry[-1])
    )


@frozen
class PhraseList(PhraseTable[RowPlace]):
    """Words and phrases of one list, each with the row that lists it."""

    def __contains__(self, form: object) -> bool:
        """Whether ``form`` (plain) is an entry of one word."""
        return self.word(str(form)) is not None

    def at(self, words: Words, index: int) -> int:
        """Return how many words the longest entry that stands at ``index`` has, 0 for none."""
        found = self.find(words, index)
        return found[1] if found else 0


_EMPTY = PhraseList({})


@frozen(kw_only=True, eq=False)
class WordLists:
    """All lists, by language and name.

    Compared by identity, so that what is worked out of them can be kept.
    """

    lists: Mapping[tuple[str, str], PhraseList] = field(repr=False)

    def get(self, language: str, name: str) -> PhraseList:
        """Return one list, empty when no table has it."""
        return self.lists.get((language, name), _EMPTY)

    def merged(self, other: "WordLists") -> "WordLists":
        """Return the lists of both; lists of one name add up."""
        lists = dict(self.lists)
        for key, added in other.lists.items():
            lists[key] = lists[key].merged(added) if key in lists else added
        return WordLists(lists=lists)


def read_word_lists(content: str, table: str) -> WordLists:
    """Return the lists of one table; rows of one language and list add up.

    Raises:
        InputError: naming file and line, when a row cannot be read.
    """
    return _collect(read_table(content, table, COLUMNS))


def _collect(rows: Iterable[Row]) -> WordLists:
    entries: dict[tuple[str, str], list[tuple[str, RowPlace]]] = {}
    for row in rows:
        words = row.variants("words")
        if not (row["lang"] and row["list"] and words):
            raise row.error("a cell is empty", "Give language, list and words separated by |.")
        place = row.place(row["list"], "note")
        entries.setdefault((row["lang"], row["list"]), []).extend((one, place) for one in words)
    return WordLists(lists={key: PhraseList.of(found) for key, found in entries.items()})
