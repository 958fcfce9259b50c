"""Lines as they lie on a printed page turned into text as it is read.

A PDF holds glyphs and places, not words. What comes out of it in Arabic is often visual: letters
in the shapes they are drawn in, from the left edge to the right. The bidirectional algorithm
(Unicode Standard Annex 9), run over such a line, turns it back.
"""

import re
import unicodedata
from collections.abc import Iterator

from tracker.rtl import has_rtl, reorder_line

#: Ligatures of Latin print, and letters in the shapes they have within words.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_BEFORE_STOP = re.compile("(?<=[\u0621-\u0652]) (?=[،؛؟])")
_WORD = re.compile("[\u0621-\u064a]{3,}")
_OPENING = "([{«"
_CLOSING = ")]}»"
_ENDS = '.!?؟…:"»'
#: Lines shorter than this share of the longest one end their paragraph where a sentence ends ...
_SHORT = 0.75
#: ... and lines this short end it in any case: headings, datelines.
_HEADING = 0.55
#: What is longer and ends no sentence at the foot of a page goes on overleaf.
_SENTENCE = 80
#: Words of the Arabic press have 4 to 5 letters; where many have this many, spaces are missing.
_LONG_WORD = 13
_CROWDED = 0.03


def read_lines(pages: list[str]) -> tuple[str, bool]:
    """Return the pages as paragraphs, and whether spaces between words seem to be missing."""
    visual = _is_visual("\n".join(pages))
    # Some programs write a bracket as it looks on the page, others as it is meant.
    readings = [_read(pages, visual, meant) for meant in ((False, True) if visual else (False,))]
    text = max(readings, key=_pairs)
    words = _WORD.findall(text)
    crowded = sum(len(word) >= _LONG_WORD for word in words) > _CROWDED * len(words)
    return text, crowded


def _read(pages: list[str], visual: bool, meant: bool) -> str:
    paragraphs: list[str] = []
    for page in pages:
        fresh = [*_paragraphs([logical(line, visual, meant) for line in page.splitlines()])]
        if paragraphs and fresh and _goes_on(paragraphs[-1]):
            paragraphs[-1] = f"{paragraphs[-1]} {fresh.pop(0)}"
        paragraphs += fresh
    return "\n".join(paragraphs)


def _goes_on(paragraph: str) -> bool:
    """Return whether the last paragraph of a page seems to go on overleaf."""
    return len(paragraph) > _SENTENCE and paragraph[-1] not in _ENDS


def logical(line: str, visual: bool, meant: bool = False) -> str:
    """Return one printed line in reading order, in plain letters, blanks joined.

    Args:
        line: what stands on the page.
        visual: whether its letters run from the left edge to the right.
        meant: whether brackets in it are already those that are meant.
    """
    if visual and has_rtl(line):
        line = _turned(line, meant)
    line = _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), line)
    return _BEFORE_STOP.sub("", _SPACES.sub(" ", line)).strip()


def _turned(line: str, meant: bool) -> str:
    """Return a visual line in logical order."""
    turned = reorder_line(line.strip(), 1)
    return turned.translate(_UNMIRRORED) if meant else turned


_UNMIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


def _pairs(line: str) -> int:
    """Return how many brackets close one that was opened, less those that do not."""
    opened: list[str] = []
    score = 0
    for character in line:
        if character in _OPENING:
            opened.append(character)
        elif character in _CLOSING:
            fits = bool(opened) and opened.pop() == _OPENING[_CLOSING.index(character)]
            score += 1 if fits else -1
    return score


def _is_visual(text: str) -> bool:
    """Return whether Arabic words stand back to front.

    The article ال begins words, ة and ى end them; neither happens the other way round.
    """
    words = _WORD.findall(_SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text))
    forth = sum(w.startswith("ال") + (w[-1] in "ةى") for w in words)
    back = sum(w.endswith("لا") + (w[0] in "ةى") for w in words)
    return bool(back > forth)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    longest = max(map(len, lines), default=0)
    held = ""
    for line in lines:
        if not line:
            if held:
                yield held
            held = ""
            continue
        held = f"{held} {line}" if held else line
        share = len(line) / longest
        if share < _HEADING or (line[-1] in _ENDS and share < _SHORT):
            yield held
            held = ""
    if held:
        yield held
