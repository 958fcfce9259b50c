"""Right-to-left text for character cells: logical text in, visual lines out (UAX #9).

Text is logical everywhere outside this package and offsets are the caller's own; visual forms
live only in ``Line.cells``. Nothing in the text can act on the screen. All of it is linear in the
length of the text, whatever the text is. Depends on the standard library and on Rich's table of
cell widths.

``layout`` gives all lines of a text at a width, ``Layout`` the same lazily, ``visual`` one label,
``fit`` one of an exact width, ``cut`` as much of one as has room, ``Paragraph`` what an editor
needs, ``levels`` and ``reorder_line`` the bare algorithm.
"""

from tracker.rtl.bidi import REMOVED_LEVEL, base_direction, levels
from tracker.rtl.direction import has_rtl
from tracker.rtl.display import HiddenCharacter, displayable, hidden_characters, hides
from tracker.rtl.isolating import Ranges
from tracker.rtl.layout import Layout, Text, cut, fit, layout, one_line, visual
from tracker.rtl.lines import Cell, Line
from tracker.rtl.ordering import reorder_line
from tracker.rtl.paragraphs import Paragraph

__all__ = [
    "REMOVED_LEVEL",
    "Cell",
    "HiddenCharacter",
    "Layout",
    "Line",
    "Paragraph",
    "Ranges",
    "Text",
    "base_direction",
    "cut",
    "displayable",
    "fit",
    "has_rtl",
    "hidden_characters",
    "hides",
    "layout",
    "levels",
    "one_line",
    "reorder_line",
    "visual",
]
