"""The tables of names, denials and opposites that people may edit, ready for look-up."""

import csv
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from attrs import frozen

from tracker.matching.words import Word, stem, words
from tracker.resources import data_folder

Value = TypeVar("Value", bound=Hashable)

_PROCLITICS = "وفبلك"
_SHORTEST = 3
_PRONOUNS = ("ه", "ها", "هم")
_SHORTEST_WITH_PRONOUN = 4


@frozen
class Phrase(Generic[Value]):
    """An entry of a table found in a text.

    Attributes:
        value: what the table says of it.
        first: position of its first word among the words of the text.
        last: position past its last word.
    """

    value: Value
    first: int
    last: int


class PhraseTable(Generic[Value]):
    """Phrases of one or several words, found in a text longest first."""

    def __init__(self, rows: Iterable[tuple[str, Value]], *, inflected: bool = False) -> None:
        """Build the table.

        Args:
            rows: pairs of a phrase as written and its value; of two alike the first one holds.
            inflected: whether a pronoun may be written onto a word ("استقالته").
        """
        self._inflected = inflected
        self._values: dict[tuple[str, ...], Value] = {}
        for phrase, value in rows:
            self._values.setdefault(tuple(word.stem for word in words(phrase)), value)
        self._first: dict[str, int] = {}
        for key in self._values:
            self._first[key[0]] = max(self._first.get(key[0], 0), len(key))

    def find(self, text: Sequence[Word]) -> Iterator[Phrase[Value]]:
        """Yield the phrases in ``text``, in reading order, none inside another."""
        at = 0
        while at < len(text):
            found = self._at(text, at)
            if found:
                yield found
            at = found.last if found else at + 1

    def _at(self, text: Sequence[Word], at: int) -> Phrase[Value] | None:
        for opening in _openings(text[at].stem, inflected=self._inflected):
            for length in range(min(self._first.get(opening, 0), len(text) - at), 0, -1):
                rest = (word.stem for word in text[at + 1 : at + length])
                value = self._values.get((opening, *rest))
                if value is not None:
                    return Phrase(value, at, at + length)
        return None


def _openings(word: str, *, inflected: bool) -> list[str]:
    """Return ``word``, and what is left of it without what is written onto it."""
    found = [word]
    if len(word) >= _SHORTEST and word[0] in _PROCLITICS:
        found += [word[1:], stem(word[1:])]
    if inflected:
        found += [
            word.removesuffix(pronoun)
            for pronoun in _PRONOUNS
            if word.endswith(pronoun) and len(word) - len(pronoun) >= _SHORTEST_WITH_PRONOUN
        ]
    return found


@frozen
class Name:
    """A country, place, actor or news agency.

    Attributes:
        key: one for all spellings and languages.
        kind: ``country``, ``place``, ``actor`` or ``agency``.
        within: the country a place lies in.
    """

    key: str
    kind: str
    within: str


@frozen
class Side:
    """One side of a pair of opposites."""

    row: int
    first: bool


def _rows(name: str) -> list[Mapping[str, str]]:
    with (data_folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@lru_cache(maxsize=1)
def names() -> PhraseTable[Name]:
    """Return the names by which countries, places, actors and agencies go, in both languages."""
    return PhraseTable(
        (spelling, Name(row["key"], row["kind"], row["within"]))
        for row in _rows("names.tsv")
        for spelling in row["names"].split("|")
    )


@lru_cache(maxsize=1)
def denials() -> PhraseTable[str]:
    """Return words that deny (``denial``), and phrases that hold one but do not (``neutral``)."""
    return PhraseTable(
        (form, row["role"]) for row in _rows("denials.tsv") for form in row["forms"].split("|")
    )


@lru_cache(maxsize=1)
def opposites() -> PhraseTable[tuple[Side, ...]]:
    """Return words that have an opposite, with the sides of the pairs they stand on."""
    sides: dict[str, list[Side]] = {}
    for number, row in enumerate(_rows("opposites.tsv")):
        for column in ("one", "other"):
            for form in row[column].split("|"):
                sides.setdefault(form, []).append(Side(number, column == "one"))
    return PhraseTable(((form, tuple(found)) for form, found in sides.items()), inflected=True)
