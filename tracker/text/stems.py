"""Words of a text in the form in which texts are compared.

Arabic words lose the definite article and the conjunctions and prepositions written onto it, and a
conjunction before a long word; one-letter prepositions without the article stay, because they
cannot be told from first letters of roots. Latin words are stemmed by Snowball's English algorithm
(M. F. Porter, "Snowball: A language for stemming algorithms", 2001).
"""

import re
from functools import lru_cache
from typing import Protocol

from attrs import frozen

from tracker.text.alef_and_ya import ALEF_MAQSURA, writes_alef_for_ya
from tracker.text.folding import Folded, fold, fold_character, fold_text

_ARTICLES = ("وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_SHORTEST_AFTER_ARTICLE = 3
_SHORTEST_WITH_CONJUNCTION = 5
_STEMS_KEPT = 1 << 18

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
#: Links, account names and the signature line of embedded posts: they name no event.
_FURNITURE = re.compile(
    r"https?://\S+|www\.\S+|pic\.twitter\.com/\S+|t\.co/\S+|@\w+"
    r"|—\s[^—\n]{1,80}?\(@?\w+\)\s+\w+ \d{1,2}, \d{4}\s*$"
)
#: No furniture is without one of these.
_FURNITURE_SIGN = re.compile("[/@—]|www")


@frozen
class StemmedWord:
    """A word of a text.

    Attributes:
        stem: the form in which it is compared.
        start: offset (code points) of its first character in the text.
        end: offset past its last character.
        alef: whether it ends in ى in a text that tells ى from ي.
    """

    stem: str
    start: int
    end: int
    alef: bool = False


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
    return [stem(word) for word in folded_words(without_furniture(text))]


def folded_words(text: str) -> list[str]:
    """Return all words of ``text``, folded, in reading order."""
    return _WORD.findall(fold_text(text))


def words(
    text: str, folded: Folded | None = None, whole: str | None = None
) -> tuple[StemmedWord, ...]:
    """Return the words of ``text`` with their places, marks after the last letter included.

    Args:
        text: the text as written.
        folded: ``text`` without furniture, folded, where the caller has it already.
        whole: the article that ``text`` is part of, by which its spelling is told; ``text``
            itself when None.
    """
    folded = folded or fold(without_furniture(text))
    found = []
    for match in _WORD.finditer(folded.text):
        start, end = folded.original(*match.span())
        alef = text[end - 1] == ALEF_MAQSURA
        while end < len(text) and not fold_character(text[end]):
            end += 1
        alef = alef and not writes_alef_for_ya(text if whole is None else whole)
        found.append(StemmedWord(stem(match.group()), start, end, alef))
    return tuple(found)
