"""Spelling differences folded away, with a map back to the original characters.

What is folded follows ``matching_study``'s measurements: marks, tatweel, alef, ya and ta marbuta
variants, hamza carriers, digits of all scripts, Latin case and accents, invisible characters.
rapidfuzz's ``default_process`` is never used: it splits words at combining marks.
"""

import unicodedata
from functools import lru_cache

from attrs import frozen

_TATWEEL = "ـ"
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ڪ": "ك",
        "ھ": "ه",
        "ہ": "ه",
        "ß": "ss",
    }
)
_CHARACTERS_KEPT = 4096
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cs", "Co", "Cn"})


@frozen
class Folded:
    """A folded text and where each of its characters came from.

    Attributes:
        text: the folded characters.
        offsets: for each of them, the offset (code points) of the original character.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the original range (end exclusive) that ``text[start:end]`` was folded from.

        Raises:
            IndexError: when the range is empty or leaves the text.
        """
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=_CHARACTERS_KEPT)
def fold_character(character: str) -> str:
    """Return what one character folds to: none, one or several characters."""
    out = []
    for part in unicodedata.normalize("NFKD", character.translate(_LETTERS)):
        category = unicodedata.category(part)
        if category in _DROPPED or part == _TATWEEL:
            continue
        if category == "Cc" or category[0] == "Z":
            out.append(" ")
        elif category == "Nd":
            out.append(str(unicodedata.decimal(part)))
        else:
            out.append(part.translate(_LETTERS).casefold())
    return "".join(out)


def fold(text: str) -> Folded:
    """Return ``text`` with spelling differences folded away. Folding twice changes nothing."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        for part in fold_character(character):
            characters.append(part)
            offsets.append(offset)
    return Folded("".join(characters), tuple(offsets))


class _Table(dict[int, str]):
    """Folded characters by code point, filled as they are met, so that folding runs in C."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        if len(self) < _CHARACTERS_KEPT:
            self[code] = folded
        return folded


_TABLE = _Table()


def fold_text(text: str) -> str:
    """Return only the folded characters of ``text``."""
    return text.translate(_TABLE)
