"""Lists of like things, which stay whole."""

from tracker.text.arabic import ArabicShapes
from tracker.text.words import COMMAS, STOPS, Words

_SHORTEST = 2
_LIST_LENGTH = 3
_LIST_LEAD = 6


def enumerations(words: Words, shapes: ArabicShapes) -> frozenset[int]:
    """Return the indexes inside lists of three or more like things (``، وموقع ...، وموقع ...``)."""
    inside: set[int] = set()
    run: list[int] = []
    for index in range(1, len(words)):
        form = words.form(index)
        if words.text(index - 1) not in COMMAS:
            if words.text(index) in STOPS:
                run = []
            continue
        if form.startswith("و") and len(form) > _SHORTEST and not shapes.after_wa(form):
            run.append(index)
            if len(run) == _LIST_LENGTH:
                inside.update(range(max(0, run[0] - _LIST_LEAD), index + 1))
            elif len(run) > _LIST_LENGTH:
                inside.update(range(run[-2], index + 1))
        elif len(run) < _LIST_LENGTH:
            run = []
    return frozenset(inside)
