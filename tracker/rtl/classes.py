"""Cell classes: one letter for each character, so that wrapping is string operations.

=====  ==================================================================================
class  the character
=====  ==================================================================================
1, 2   a base, one or two cells wide
s      a blank after which a line may be broken, one cell wide
l, a   lam, and an alef that would share its cell, one cell wide each
o      a mark too many for its letter: shown on a dotted circle, one cell wide
m      a mark: shown with the base before it, no cell of its own
z      not shown
j      joiner or non-joiner: not shown, acts on the shape of the letters beside it
p      not shown, stands before the first base of the paragraph
=====  ==================================================================================

A *cluster* is what stands in one place on the screen: a base with all that is attached to it.
"""

import re
from itertools import accumulate

from rich.cells import get_character_cell_size

from tracker.rtl.display import NOTHING

MAX_ATTACHED = 16
"""How many marks and invisible characters one base carries; more stand on dotted circles."""

CLUSTER = re.compile("p*[^mzjp][mzj]*")
"""One cluster in a string of cell classes."""

_BLANKS = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
_FIXED = {
    "\u0644": "l",
    NOTHING: "z",
    "\u200c": "j",
    "\u200d": "j",
    **dict.fromkeys("\u0622\u0623\u0625\u0627", "a"),
    **dict.fromkeys(_BLANKS, "s"),
}
_WIDTHS = dict.fromkeys("12slaompzj", 0) | dict.fromkeys("1slao", 1) | {"2": 2}
_LAM_ALEF = re.compile(f"l([mz]{{0,{MAX_ATTACHED // 2}}})a")
_TOO_MANY = re.compile(f"(?<![mzj])([mzj]{{{MAX_ATTACHED}}})([mzj]+)")
_LEADING = re.compile(f"[zj]{{1,{MAX_ATTACHED}}}(?=[^mzj])")


class _Classes(dict[int, str]):
    """Class of every code point met so far; a table for ``str.translate``."""

    def __missing__(self, code_point: int) -> str:
        character = chr(code_point)
        found = _FIXED.get(character) or "m12"[get_character_cell_size(character)]
        self[code_point] = found
        return found


_CLASSES = _Classes()


def cell_classes(shown: str) -> str:
    """Return the class of each character of one displayable paragraph, as one string.

    The alef of a lam-alef is classed as a mark of its lam, so that exactly the letters
    ``1 2 s l a o`` begin a cluster and take cells.
    """
    classes = shown.translate(_CLASSES)
    if "l" in classes:
        classes = _LAM_ALEF.sub(r"l\1m", classes)
    if "m" in classes or "z" in classes or "j" in classes:
        classes = _TOO_MANY.sub(_stand_on_circles, classes)
        leading = _LEADING.match(classes)
        if leading:
            classes = "p" * leading.end() + classes[leading.end() :]
        elif classes[0] in "mzj":
            classes = "o" + classes[1:]
    return classes


def _stand_on_circles(found: re.Match[str]) -> str:
    """Give what one base cannot carry to bases of its own."""
    carried, rest = found.groups()
    step = MAX_ATTACHED + 1
    return carried + "".join("o" + rest[at + 1 : at + step] for at in range(0, len(rest), step))


def cells_before(classes: str) -> list[int]:
    """Return how many cells the characters up to and including each one take."""
    return list(accumulate(map(_WIDTHS.__getitem__, classes)))
