"""Greedy wrapping of logical text at blanks, or between clusters where a word is too long."""

import re
from bisect import bisect_right

from tracker.rtl.classes import cells_before

_BASE = re.compile("[^mzj]")


def wrap(classes: str, width: int) -> list[int]:
    """Return where each line of a paragraph starts.

    Blanks belong to the line before them, however many; a line may be wider than asked only
    where it holds a single cluster of two cells, or by the blanks at its end.

    Args:
        classes: the paragraph's cell classes.
        width: cells to a line, at least 1.

    Returns:
        Places in the paragraph, the first of them 0; every one the start of a cluster.
    """
    starts = [0]
    total = cells_before(classes)
    if not total or total[-1] <= width:
        return starts
    start = 0
    while True:
        used = total[start - 1] if start else 0
        overflowing = bisect_right(total, used + width, lo=start)
        if overflowing == len(classes):
            return starts
        start = _break(classes, start, overflowing)
        if start == len(classes):
            return starts
        starts.append(start)


def _break(classes: str, start: int, overflowing: int) -> int:
    """Where the line after ``start`` begins, ``overflowing`` being the base that does not fit."""
    if classes[overflowing] == "s":
        return _after_blanks(classes, overflowing)
    blank = classes.rfind("s", start, overflowing)
    if blank >= 0:
        return _next_base(classes, blank + 1)
    return overflowing if overflowing > start else _next_base(classes, start + 1)


def _next_base(classes: str, place: int) -> int:
    found = _BASE.search(classes, place)
    return found.start() if found else len(classes)


_AFTER_BLANKS = re.compile("(?:s[mzj]*)*")


def _after_blanks(classes: str, place: int) -> int:
    found = _AFTER_BLANKS.match(classes, place)
    return found.end() if found else place
