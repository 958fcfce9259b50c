"""The glyphs of a PDF page put together into lines as they lie on the page.

A page may draw a line in any order and from several fonts (a quotation mark that the Arabic font
lacks comes after the whole line), and a blank may be a glyph or a mere distance. So what is drawn
in one go is kept together, sorted by where it stands, and what is far apart is parted.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tracker.intake.pdf_glyphs import Glyph, glyphs
from tracker.rtl import has_rtl

if TYPE_CHECKING:
    from pypdf import PageObject

#: Distances in heights of the letters: a blank between words, ...
_BLANK = 0.16
#: ... how far a glyph may reach back over the one before it, and a mark from its letter, ...
_OVERLAP = 0.25
_MARK = 1.0
#: ... how far baselines of one line may lie apart, ...
_BASELINE = 0.4
#: ... and the least width between two columns.
_GUTTER = 0.9
#: How much farther than usual lines stand apart where a paragraph ends.
_APART = 1.2
#: A page has columns where at most this share of its pieces runs across, and on either side of
#: the gap there are this share and this many of them, this many characters long on average.
_ACROSS = 0.15
_SIDE = 0.2
_FEWEST = 4
_LONG = 16
_DEEPEST = 3
#: How far the second drawing of bold letters stands beside the first, at most.
_BOLD = 0.1
#: Share of its width by which a glyph drawn over its like covers it.
_COVERED = 0.5


@frozen
class Run:
    """Glyphs drawn in one go, from the left edge to the right.

    Attributes:
        left: where they begin, in points from the left edge of the page.
        right: where they end.
        base: their baseline, in points, growing downwards.
        height: of their letters.
        text: what they say, in the order in which they stand.
    """

    left: float
    right: float
    base: float
    height: float
    text: str


def page_text(page: "PageObject") -> str:
    """Return the lines of a page as :func:`text_of` does."""
    return text_of([glyph for glyph in glyphs(page) if glyph.text])


def text_of(drawn: list[Glyph]) -> str:
    """Return glyphs, in the order in which they are drawn, as lines of text as they lie.

    A blank line stands between paragraphs. Columns come one after the other, the right one first
    where the text is Arabic.
    """
    runs = _runs(_without_stretching(drawn))
    letters = "".join(run.text for run in runs)
    leftwards = 2 * sum(has_rtl(c) for c in letters) > sum(map(str.isalpha, letters))
    blocks = _blocks(runs, leftwards=leftwards)
    return "\n".join(line for block in blocks for line in _written(_lines(block)))


def _without_stretching(drawn: list[Glyph]) -> Iterator[Glyph]:
    """Yield glyphs, those that stretch a word as saying nothing.

    Arabic is justified by bars between its letters. Fonts name them as they please, and a digit or
    a bracket that is drawn over its like between two letters is one.
    """
    bars = {
        glyph.text
        for before, glyph in pairwise(drawn)
        if _covers(before, glyph) and not glyph.text.isspace() and not _is_letter(glyph)
    }
    inside = [glyph.text in bars for glyph in drawn]
    for bar, group in groupby(enumerate(drawn), key=lambda one: inside[one[0]]):
        held = list(group)
        before, after = held[0][0] - 1, held[-1][0] + 1
        stretched = (
            bar
            and before >= 0
            and after < len(drawn)
            and (_is_letter(drawn[before]) and _is_letter(drawn[after]))
        )
        for _, glyph in held:
            yield evolve(glyph, text="") if stretched else glyph


def _is_letter(glyph: Glyph) -> bool:
    return has_rtl(glyph.text) and all(c.isalpha() and c != "\u0640" for c in glyph.text)


def _covers(one: Glyph, other: Glyph) -> bool:
    width = min(one.right - one.left, other.right - other.left)
    shared = min(one.right, other.right) - max(one.left, other.left)
    return one.text == other.text and one.base == other.base and shared > _COVERED * width > 0


def _runs(drawn: Iterable[Glyph]) -> list[Run]:
    runs: list[Run] = []
    held: list[Glyph] = []
    for glyph in drawn:
        if held and not _goes_on(held, glyph):
            runs.append(_run(held))
            held = []
        held.append(glyph)
    return [run for run in (*runs, *([_run(held)] if held else [])) if run.text.strip()]


def _is_mark(glyph: Glyph) -> bool:
    return bool(glyph.text) and all(map(unicodedata.combining, glyph.text))


def _goes_on(held: Sequence[Glyph], glyph: Glyph) -> bool:
    """Return whether a glyph continues what was drawn before it; marks stand over letters."""
    height, near = glyph.height or 1.0, held[-1]
    if _is_mark(near):
        return abs(glyph.base - near.base) + abs(glyph.left - near.left) < 2 * _MARK * height
    high, gap = abs(glyph.base - near.base) / height, (glyph.left - near.right) / height
    if _is_mark(glyph):
        return high < _MARK and abs(gap) < _MARK
    return high < _BASELINE and -_OVERLAP < gap < _BLANK


def _run(held: Sequence[Glyph]) -> Run:
    letters = [glyph for glyph in held if not _is_mark(glyph)] or held
    # What is drawn first stands first: a mark before its letter, which is read the other way round.
    # A ligature says its letters as they are read, amid others as they stand.
    text = "".join(g.text[::-1] if has_rtl(g.text) else g.text for g in held)
    return Run(
        left=min(glyph.left for glyph in letters),
        right=max(glyph.right for glyph in letters),
        base=letters[0].base,
        height=max(glyph.height for glyph in letters),
        text=text,
    )


def _lines(runs: list[Run]) -> list[list[Run]]:
    """Return runs gathered by their baselines, from the top down, each line from the left."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if lines and run.base - lines[-1][0].base < _BASELINE * max(run.height, 1):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [[*_once(sorted(line, key=lambda run: (run.left, run.right)))] for line in lines]


def _once(line: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs of a line; what is drawn again hardly beside it only looks bold."""
    last: Run | None = None
    for run in line:
        again = last is not None and last.text == run.text
        if last is None or not again or run.left - last.left > _BOLD * run.height:
            yield run
        last = run


def _blocks(runs: list[Run], *, leftwards: bool, depth: int = 0) -> Iterator[list[Run]]:
    """Yield what stands together, in the order in which it is read; nothing where that breaks."""
    pieces = [piece for line in _lines(runs) for piece in _pieces(line)]
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        yield runs
        return
    for across, zone in groupby(pieces, key=lambda piece: _crosses(piece, gutter)):
        held = [run for piece in zone for run in piece]
        if across:
            yield from ([], held, [])
            continue
        left = [run for run in held if run.left < gutter]
        right = [run for run in held if run.left >= gutter]
        for side in (right, left) if leftwards else (left, right):
            if side:
                yield from _blocks(side, leftwards=leftwards, depth=depth + 1)


def _pieces(line: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the parts of a line that a wide gap parts."""
    held: list[Run] = []
    for run in line:
        if held and run.left - max(one.right for one in held) > _GUTTER * run.height:
            yield held
            held = []
        held.append(run)
    yield held


def _crosses(piece: Sequence[Run], gutter: float) -> bool:
    return piece[0].left < gutter < max(run.right for run in piece)


def _gutter(pieces: list[list[Run]]) -> float | None:
    """Return where the gap between two columns lies, None where there are none."""
    edges = sorted({int(piece[0].left) for piece in pieces})
    places = [
        (sum(_crosses(piece, edge) for piece in pieces), -edge)
        for edge in edges
        if _is_side([p for p in pieces if p[0].left < edge and not _crosses(p, edge)], pieces)
        and _is_side([p for p in pieces if p[0].left >= edge], pieces)
    ]
    across, place = min(places, default=(len(pieces), 0.0))
    return -place if across <= _ACROSS * len(pieces) else None


def _is_side(side: list[list[Run]], pieces: list[list[Run]]) -> bool:
    characters = sum(len(run.text) for piece in side for run in piece)
    enough = len(side) >= max(_FEWEST, _SIDE * len(pieces))
    return enough and characters >= _LONG * len(side)


def _written(held: list[list[Run]]) -> Iterator[str]:
    if not held:
        yield ""
    steps = sorted(b[0].base - a[0].base for a, b in pairwise(held))
    usual = next((step for step in steps[len(steps) // 4 :] if step > 0), 0.0)
    for number, line in enumerate(held):
        step = line[0].base - held[number - 1][0].base if number else 0.0
        if step > _APART * usual:
            yield ""
        yield _joined(line)


def _joined(line: Sequence[Run]) -> str:
    pieces, reach = [line[0].text], line[0].right
    for run in line[1:]:
        if run.left - reach > _BLANK * run.height and not pieces[-1].endswith(" "):
            pieces.append(" ")
        pieces.append(run.text)
        reach = max(reach, run.right)
    return "".join(pieces)
