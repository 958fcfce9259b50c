"""Phrases of a table found in a text by the stems of their words."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from tracker.text.alef_and_ya import final_ya
from tracker.text.stems import StemmedWord, folded_words, stem

Value = TypeVar("Value", bound=Hashable)

_PROCLITICS = "وفبلك"
_SHORTEST = 3
_PRONOUNS = ("ه", "ها", "هم")
_SHORTEST_WITH_PRONOUN = 4
#: Phrases are kept apart by their first letters, as many as no stemmer changes in a name.
_DRAWER = 2


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


class StemmedPhrases(Generic[Value]):
    """Phrases of one or several words, found in a text longest first."""

    def __init__(self, rows: Iterable[tuple[str, Value]], *, inflected: bool = False) -> None:
        """Build the table.

        Args:
            rows: pairs of a phrase as written and its value; of two alike the first one holds.
            inflected: whether a pronoun may be written onto a word ("استقالته").
        """
        self._inflected = inflected
        self._values: dict[tuple[str, ...], Value] = {}
        self._longest: dict[str, int] = {}
        self._dotted: dict[tuple[str, ...], tuple[bool, ...]] = {}
        self._waiting: dict[str, list[tuple[list[str], str, Value]]] = {}
        for phrase, value in rows:
            if written := folded_words(phrase):
                self._waiting.setdefault(_drawer(written[0]), []).append((written, phrase, value))

    def _open(self, drawer: str) -> None:
        """Stem the phrases of a drawer; stemming all would take longer than most texts need."""
        for written, phrase, value in self._waiting.get(drawer, ()):
            key = tuple(map(stem, written))
            self._values.setdefault(key, value)
            dotted = final_ya(phrase)
            known = self._dotted.get(key, dotted)
            self._dotted[key] = tuple(a and b for a, b in zip(known, dotted, strict=False))
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
        # Last, so that another thread sees a drawer closed or whole.
        self._waiting.pop(drawer, None)

    def find(self, text: Sequence[StemmedWord]) -> Iterator[Phrase[Value]]:
        """Yield the phrases in ``text``, in reading order, none inside another."""
        at = 0
        while at < len(text):
            found = self._at(text, at)
            if found:
                yield found
            at = found.last if found else at + 1

    def _at(self, text: Sequence[StemmedWord], at: int) -> Phrase[Value] | None:
        for opening in _openings(text[at].stem, inflected=self._inflected):
            if opening[:_DRAWER] in self._waiting:
                self._open(opening[:_DRAWER])
            for length in range(min(self._longest.get(opening, 0), len(text) - at), 0, -1):
                key = (opening, *(word.stem for word in text[at + 1 : at + length]))
                value = self._values.get(key)
                if value is not None and not self._misspelt(text[at : at + length], key):
                    return Phrase(value, at, at + length)
        return None

    def _misspelt(self, found: Sequence[StemmedWord], key: tuple[str, ...]) -> bool:
        """Whether a word ends in ى where every spelling in the table has ي (``اليمنى``)."""
        alefs = (word.alef for word in found)
        return any(a and ya for a, ya in zip(alefs, self._dotted.get(key, ()), strict=False))


def _drawer(word: str) -> str:
    """Return the letters that ``word`` (folded) and its stem begin with."""
    return (word if word.isascii() else stem(word))[:_DRAWER]


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
