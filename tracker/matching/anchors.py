"""What a text says that can be seen in another writing: names, numbers, dates, words of events.

An Arabic and an English report of one event share no words. They share whom and where they name,
how many, on which day, and what happened; the last by ``data/event_words.tsv``. Names in no table
are met by their consonants.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from tracker.matching.words import STOPPED
from tracker.resources import data_folder
from tracker.text.consonants import consonants
from tracker.text.date_parts import AMBIGUOUS_MONTHS, WEEKDAYS
from tracker.text.dates import MONTHS
from tracker.text.names import shipped_rows
from tracker.text.number_words import UNITS
from tracker.text.stems import folded_words, stem
from tracker.text.tables import read_table

_TABLE = "event_words.tsv"
_KEPT = 1 << 17
_PROCLITICS = "وفبلك"
_ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ها", "هم", "وا", "ه", "ي", "ت", "ا")
_SHORTEST = 3
_SOUND = "~"
_NAME = "@"

Keys = frozenset[str]


@frozen
class Anchor:
    """A word or phrase of a text that can be recognised in another writing.

    Attributes:
        keys: what it may stand for; one shared with the other text is enough.
        first: position of its first word among the words of the text.
        last: position past its last word.
    """

    keys: Keys
    first: int
    last: int


def anchors(stems: Sequence[str]) -> list[Anchor]:
    """Return the anchors of a text with their places, given its stems in reading order."""
    return [Anchor(*found) for found in _anchored(stems)]


def anchor_keys(stems: Sequence[str]) -> list[Keys]:
    """Return what each anchor of a text may stand for, every anchor once."""
    if _phrases().keys().isdisjoint(pairwise(stems)):
        return list(dict.fromkeys(filter(None, map(keys_of, stems))))
    return list(dict.fromkeys(keys for keys, _, _ in _anchored(stems)))


def _anchored(stems: Sequence[str]) -> Iterator[tuple[Keys, int, int]]:
    at, phrases = 0, _phrases()
    while at < len(stems):
        keys, length = keys_of(stems[at]), 1
        for phrase, meant in phrases.get(tuple(stems[at : at + 2]), ()):
            if tuple(stems[at : at + len(phrase)]) == phrase:
                keys, length = meant, len(phrase)
                break
        if keys:
            yield keys, at, at + length
        at += length


def phrase_starts() -> Collection[tuple[str, ...]]:
    """Return the first two stems of every phrase that stands for something."""
    return _phrases().keys()


def is_sound(keys: Keys) -> bool:
    """Return whether an anchor is a word of no table, known by its consonants alone."""
    return all(key.startswith(_SOUND) for key in keys)


@lru_cache(maxsize=_KEPT)
def keys_of(word: str) -> Keys:
    """Return what one stem may stand for, nothing where that cannot be told."""
    if word[0].isdigit():
        return frozenset({f"#{word.replace(',', '').removesuffix('.0')}"})
    table = _single_words()
    meant: Keys = next((table[form] for form in _forms(word) if form in table), frozenset())
    if word in STOPPED or (meant and not any(key.startswith(_NAME) for key in meant)):
        return meant
    sound = consonants(word)
    return meant | {_SOUND + sound} if sound else meant


def _forms(word: str) -> Iterator[str]:
    """Yield ``word``, and what is left of an Arabic one without what is written onto it."""
    bare = [word]
    if len(word) > _SHORTEST and word[0] in _PROCLITICS:
        bare += [word[1:], stem(word[1:])]
    yield from bare
    if word.isascii():
        return
    for form in bare:
        for ending in _ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
                yield form.removesuffix(ending)


def _entries() -> Iterator[tuple[str, str]]:
    """Yield words and phrases as written, each with what it stands for."""
    for named in shipped_rows():
        for written in named.spellings:
            yield written, _NAME + named.name.key
    content = (data_folder() / _TABLE).read_text("utf-8")
    for number, row in enumerate(read_table(content, _TABLE, ("arabic", "english"))):
        for column in ("arabic", "english"):
            for written in row.variants(column):
                yield written, f"={number}"
    for written, month in MONTHS.items():
        if written not in AMBIGUOUS_MONTHS:
            yield written, f"m{month}"
    for written, weekday in WEEKDAYS.items():
        yield written, f"w{weekday}"
    for written, value in UNITS.items():
        yield written, f"#{value:g}"


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, ...], Keys]:
    found: dict[tuple[str, ...], set[str]] = {}
    for written, key in _entries():
        found.setdefault(tuple(map(stem, folded_words(written))), set()).add(key)
    return {phrase: frozenset(keys) for phrase, keys in found.items() if phrase}


@lru_cache(maxsize=1)
def _single_words() -> dict[str, Keys]:
    return {phrase[0]: keys for phrase, keys in _table().items() if len(phrase) == 1}


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], Keys]]]:
    """Return the phrases of several words by their first two, the longest first."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], Keys]]] = {}
    for phrase, keys in sorted(_table().items(), key=lambda entry: -len(entry[0])):
        if len(phrase) > 1:
            found.setdefault(phrase[:2], []).append((phrase, keys))
    return found
