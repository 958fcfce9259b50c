"""What a number of a text counts: dead or injured, dollars or euros."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from tracker.matching.reading import Reading
from tracker.resources import data_folder
from tracker.text.number_words import SCALES
from tracker.text.numbers import Quantity
from tracker.text.stems import StemmedWord, folded_words, stem
from tracker.text.tables import read_table

_TABLE = "counted.tsv"
_CURRENCY = "¤"
#: How many words from a number the word that says what it counts may stand.
_REACH = 3
_ENDS = frozenset(',;:.،؛()[]«»"\n')
_AND = frozenset({"and", "و"})

Phrases = Mapping[tuple[str, ...], str]


@frozen
class Counted:
    """A number and what it counts.

    Attributes:
        number: the number.
        kind: what it counts by ``data/counted.tsv``; empty where the text does not say.
    """

    number: Quantity
    kind: str

    def comparable(self, other: "Counted") -> bool:
        """Return whether both may count the same thing; money is compared whatever the currency."""
        both_money = self.kind.startswith(_CURRENCY) and other.kind.startswith(_CURRENCY)
        return self.kind == other.kind or not (self.kind and other.kind) or both_money

    def agrees(self, other: "Counted") -> bool:
        """Return whether both can mean the same number of the same thing."""
        same = self.kind == other.kind or not (self.kind and other.kind)
        return same and self.number.agrees(other.number)


@lru_cache(maxsize=1)
def _tables() -> tuple[Phrases, Phrases, Mapping[str, str]]:
    """Return the phrases before a number, those after it, and the signs of currencies."""
    before: dict[tuple[str, ...], str] = {}
    after: dict[tuple[str, ...], str] = {}
    signs: dict[str, str] = {}
    content = (data_folder() / _TABLE).read_text("utf-8")
    for row in read_table(content, _TABLE, ("kind", "before", "after")):
        for column, phrases in (("before", before), ("after", after)):
            for written in row.variants(column):
                words = tuple(map(stem, folded_words(written)))
                if words:
                    phrases.setdefault(words, row["kind"])
                else:
                    signs[written] = row["kind"]
    return before, after, signs


def counted(reading: Reading) -> list[Counted]:
    """Return the numbers of a text with what each counts, in reading order."""
    return [Counted(number, _kind(reading, number)) for number in reading.numbers]


def _kind(reading: Reading, number: Quantity) -> str:
    before, after, signs = _tables()
    body, span = reading.source.body, number.span
    for sign in (body[span.start - 1 : span.start], body[span.end : span.end + 1]):
        if sign in signs:
            return signs[sign]
    inside = [word for word in reading.words if span.start <= word.start < span.end]
    if len(inside) == 1 and (inside[0].stem,) in after:
        return after[(inside[0].stem,)]
    following = [word for word in reading.words if word.start >= span.end][:_REACH]
    leading = [word for word in reading.words if word.end <= span.start][-_REACH:]
    return _ahead(body, span.end, following, after) or _back(body, span.start, leading, before)


def _ahead(body: str, at: int, words: Iterable[StemmedWord], phrases: Phrases) -> str:
    """Return what the words after a number say that it counts, within its clause."""
    passed: list[str] = []
    for word in words:
        between = body[at : word.start]
        joined = body[word.start] == "و" and not word.stem.startswith("و")
        if _ENDS & set(between) or word.stem in _AND or joined or _is_number(word):
            break
        passed.append(word.stem)
        if found := _ending(passed, phrases):
            return found
        at = word.end
    return ""


def _back(body: str, at: int, words: list[StemmedWord], phrases: Phrases) -> str:
    """Return what the words before a number say that it counts, within its clause."""
    passed: list[str] = []
    for word in reversed(words):
        if _ENDS & set(body[word.end : at]) or _is_number(word):
            break
        passed.insert(0, word.stem)
        found = next((phrases[key] for n in (1, 2) if (key := tuple(passed[:n])) in phrases), "")
        if found:
            return found
        if word.stem in _AND:
            break
        at = word.start
    return ""


def _ending(passed: list[str], phrases: Phrases) -> str:
    return next((phrases[key] for n in (2, 1) if (key := tuple(passed[-n:])) in phrases), "")


def _is_number(word: StemmedWord) -> bool:
    return word.stem[0].isdigit() and word.stem not in SCALES
