"""Right-to-left text for character cells: logical text in, visual lines out (UAX #9).

Text is logical everywhere outside this package and offsets are the caller's own; visual forms
live only in ``Line.cells``. Nothing in the text can act on the screen. All of it is linear in the
length of the text, whatever the text is. Depends on the standard library and on Rich's table of
cell widths.

``layout`` gives all lines of a text at a width, ``Layout`` the same lazily, ``visual`` one label,
``fit`` one of an exact width, ``Paragraph`` what an editor needs,
``levels`` and ``reorder_line`` the bare algorithm.
"""

from tracker.rtl.bidi import REMOVED_LEVEL, levels
from tracker.rtl.direction import has_rtl
from tracker.rtl.display import HiddenCharacter, displayable, hidden_characters
from tracker.rtl.layout import Layout, Text, fit, layout, one_line, visual
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
    "Text",
    "displayable",
    "fit",
    "has_rtl",
    "hidden_characters",
    "layout",
    "levels",
    "one_line",
    "reorder_line",
    "visual",
]
