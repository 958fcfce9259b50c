"""Which letters a text is written in, told from its stems."""

from collections.abc import Sequence
from enum import IntEnum


class Writing(IntEnum):
    """The letters of a text. Texts of different writing share no words to be found by."""

    NONE = 0
    ARABIC = 1
    LATIN = 2
    OTHER = 3


def writing_of(stems: Sequence[str]) -> Writing:
    """Return the letters that most of ``stems`` begin with; Arabic where there are as many."""
    arabic = latin = other = 0
    for stem in stems:
        first = stem[0]
        if "\u0600" <= first <= "\u06ff":
            arabic += 1
        elif "a" <= first <= "z":
            latin += 1
        elif not first.isdigit():
            other += 1
    most = max(arabic, latin, other)
    if not most:
        return Writing.NONE
    if arabic == most:
        return Writing.ARABIC
    return Writing.LATIN if latin == most else Writing.OTHER
