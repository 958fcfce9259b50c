"""Words of a text in the form in which they are compared, and the trigrams they are found by.

Arabic words lose the definite article and the conjunctions and prepositions written onto it, and a
conjunction before a long word; one-letter prepositions without the article stay, because they
cannot be told from first letters of roots. Latin words are stemmed by Snowball's English algorithm
(M. F. Porter, "Snowball: A language for stemming algorithms", 2001).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from attrs import frozen

from tracker.text.folding import Folded, fold, fold_character, fold_text
from tracker.text.similarity import word_likenesses

_ARTICLES = ("وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_SHORTEST_AFTER_ARTICLE = 3
_SHORTEST_WITH_CONJUNCTION = 5
_STEMS_KEPT = 1 << 18

#: Words less alike than this (Jaro-Winkler) are different words. Chosen on CheckThat and ANS train.
LEAST_LIKENESS = 0.85

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
#: Links, account names and the signature line of embedded posts: they name no event.
_FURNITURE = re.compile(
    r"https?://\S+|www\.\S+|pic\.twitter\.com/\S+|t\.co/\S+|@\w+"
    r"|—\s[^—\n]{1,80}?\(@?\w+\)\s+\w+ \d{1,2}, \d{4}\s*$"
)
#: No furniture is without one of these.
_FURNITURE_SIGN = re.compile("[/@—]|www")

_STOPWORDS = frozenset(
    fold_text(
        """
        في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ان أن إن كان كانت يكون تكون ما لا لم
        لن هو هي هم ثم أو و قد كما بعد قبل بين عند حتى كل بعض غير منذ خلال حول ضد أي حيث إذا لكن
        بل هل وقد وفي ومن وعلى أنه أنها فيها فيه به بها له لها لهم عليه عليها منه منها وهو وهي
        عنه ضمن لدى
        a an the of in on at to for from by with and or is are was were be been being it its this
        that these those as not no do does did has have had he she they we you i his her their our
        your my me him them us will would can could should may might must about into over after
        before than then so if but what who which when where how why all any some just also there
        here up out more most very
        """
    ).split()
)


@frozen
class Word:
    """A word of a text.

    Attributes:
        stem: the form in which it is compared.
        start: offset (code points) of its first character in the text.
        end: offset past its last character.
    """

    stem: str
    start: int
    end: int


def without_furniture(text: str) -> str:
    """Return ``text`` with links, account names and post signatures blanked; offsets stay."""
    if not _FURNITURE_SIGN.search(text):
        return text
    return _FURNITURE.sub(lambda found: " " * len(found.group()), text)


class _Stemmer(Protocol):
    """What is used of a Snowball stemmer."""

    def stemWord(self, word: str) -> str:  # noqa: N802  (Snowball's own name)
        """Return the stem of ``word``."""


@lru_cache(maxsize=1)
def _english() -> _Stemmer:
    import snowballstemmer  # type: ignore[import-untyped]  # loaded at the first Latin word

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer


def _without_proclitics(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST_AFTER_ARTICLE:
            return word[len(article) :]
    if word.startswith("و") and len(word) >= _SHORTEST_WITH_CONJUNCTION:
        return word[1:]
    return word


@lru_cache(maxsize=_STEMS_KEPT)
def stem(word: str) -> str:
    """Return the form in which a folded word is compared; a word of digits stays as it is."""
    if word[0].isdigit():
        return word
    if "\u0600" <= word[0] <= "\u06ff":
        return _without_proclitics(word.replace("ء", "") or word)
    return _english().stemWord(word) or word


def stems(text: str) -> list[str]:
    """Return the stems of all words of ``text``, in reading order."""
    return [stem(word) for word in _WORD.findall(fold_text(without_furniture(text)))]


def words(text: str, folded: Folded | None = None) -> tuple[Word, ...]:
    """Return the words of ``text`` with their places, marks after the last letter included.

    Args:
        text: the text as written.
        folded: ``text`` without furniture, folded, where the caller has it already.
    """
    folded = folded or fold(without_furniture(text))
    found = []
    for match in _WORD.finditer(folded.text):
        start, end = folded.original(*match.span())
        while end < len(text) and not fold_character(text[end]):
            end += 1
        found.append(Word(stem(match.group()), start, end))
    return tuple(found)


#: Stems of function words.
STOPPED = frozenset(map(stem, _STOPWORDS)) | _STOPWORDS


def telling(found: Iterable[str]) -> list[str]:
    """Return the stems that are no function words, each once, in order; all if none is left."""
    every = list(dict.fromkeys(found))
    return [word for word in every if word not in STOPPED] or every


def alike(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of different stems that are forms of one word, the likest taken first.

    No stem is taken twice; stems with digits are equal or different, never alike.
    """
    left = [word for word in ours if not word[0].isdigit()]
    right = [word for word in theirs if not word[0].isdigit()]
    if not left or not right:
        return []
    table = word_likenesses(left, right, LEAST_LIKENESS)
    rows, columns = table.nonzero()
    found = sorted(
        (-float(table[row, column]), row, column)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, row, column in found:
        if left[row] not in pairs and right[column] not in taken:
            pairs[left[row]] = right[column]
            taken.add(right[column])
    return list(pairs.items())


@lru_cache(maxsize=_STEMS_KEPT)
def trigrams(word: str) -> tuple[str, ...]:
    """Return the different letter trigrams of a stem, its ends marked by spaces."""
    padded = f" {word} "
    return tuple(dict.fromkeys(padded[i : i + 3] for i in range(max(1, len(padded) - 2))))
