"""The articles of ``tests/gold/written`` in the shape of the annotated ones beside them.

They are written for these tests in the manner of Arabic desks, marked as the passages of
``tests/cases`` are (:mod:`tests.cases.marked`), the cues numbered anew in each line. Every event
and nearly every name in them is made up. The first line says in whose manner, and whether the
article is held out: read by nobody who writes rules, measured when they are finished.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cases.marked import Case, Place, read_case

FOLDER = Path(__file__).parents[1] / "gold" / "written"
_HELD_OUT = "Held out."


def written_articles(*, held_out: bool) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the annotation and the text of each article, of those held out or of the others."""
    for path in sorted(FOLDER.glob("*.txt")):
        remark, _, marked = path.read_text("utf-8").partition("\n")
        if remark.endswith(_HELD_OUT) is held_out:
            yield _article(marked)


def _article(marked: str) -> tuple[dict[str, Any], str]:
    gold: dict[str, Any] = {"segments": [], "attributions": [], "claims": []}
    text = ""
    for number, line in enumerate(marked.splitlines()):
        case = read_case(str(number), line)
        _add_line(gold, case, len(text), f"l{number}")
        text += case.text + "\n"
    return gold, text


def _add_line(gold: dict[str, Any], case: Case, base: int, name: str) -> None:
    opens = sorted(
        [start for start, _ in case.claims]
        + [start for start, _ in (*case.cues, *case.sources, *case.vias)]
    )
    if not opens:
        return
    segment = {"kind": "body", "start": base + opens[0], "end": base + len(case.text)}
    gold["segments"].append(segment)
    named = _named(case)
    for number, cue in enumerate(case.cues, start=1):
        gold["attributions"].append(
            {
                "id": f"{name}.{number}",
                "cue": _place(cue, base),
                "source": _place(named[cue], base) if cue in named else None,
            }
        )
    marks = sorted({*opens, *case.resumed, len(case.text)})
    for start, cue_number in case.claims:
        end = next(mark for mark in marks if mark > start)
        gold["claims"].append(
            {
                "spans": [_place((start, end), base)],
                "attribution": f"{name}.{cue_number}" if cue_number else None,
            }
        )


def _named(case: Case) -> dict[Place, Place]:
    """Return the name that stands nearest to each cue, the one after it of two as near."""
    found = {}
    for source in case.sources:
        cue = min(case.cues, key=lambda cue: (_apart(cue, source), cue > source))
        found[cue] = source
    return found


def _apart(one: Place, other: Place) -> int:
    return max(one[0] - other[1], other[0] - one[1])


def _place(place: Place, base: int) -> dict[str, int]:
    return {"start": base + place[0], "end": base + place[1]}
