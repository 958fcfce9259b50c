"""Which way a composed line reads, and what in it is ordered apart, by where its text comes from.

A line of several pieces reads left to right, as its columns do. Every piece in it is an isolate of
its own (UAX #9), and so is what stands between “ and ”: the program's sentences quote in this way
what comes from elsewhere. A line of one piece takes the direction of its own words.
"""

import re

from tracker.rtl import Ranges, base_direction, has_rtl

_QUOTED = re.compile("“([^“”]+)”")


def orders(text: str, pieces: Ranges = ()) -> tuple[int | None, Ranges]:
    """Return the base direction of a composed line and its isolates.

    Args:
        text: the whole line.
        pieces: where each of its pieces stands; none or one for a text of one origin.
    """
    if not has_rtl(text):
        return None, ()
    quoted = tuple(found.span(1) for found in _QUOTED.finditer(text))
    if len(pieces) > 1:
        return 0, tuple(_trimmed(text, start, end) for start, end in pieces) + quoted
    if quoted and base_direction(_QUOTED.sub("", text)) is not None:
        return base_direction(_QUOTED.sub("", text)), quoted
    return None, ()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the blanks around it: they part pieces and belong to neither."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(" ")), end - len(piece) + len(piece.rstrip(" "))
