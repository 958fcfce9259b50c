"""Bidirectional character types, one letter each, so that the rules can run as string operations.

====  ====================  ====  ====================  ====  ====================
code  type                  code  type                  code  type
====  ====================  ====  ====================  ====  ====================
L     L                     ``,``  CS                    e     LRE
R     R                     m     NSM                   E     RLE
A     AL                    z     BN                    v     LRO
1     EN                    B     B                     V     RLO
9     AN                    S     S                     p     PDF
``+``  ES                    blank  WS                   i I f  LRI RLI FSI
``$``  ET                    o     ON                    P     PDI
====  ====================  ====  ====================  ====  ====================
"""

from bisect import bisect_right
from unicodedata import bidirectional

_CODES = {
    "L": "L", "R": "R", "AL": "A", "EN": "1", "AN": "9", "ES": "+", "ET": "$", "CS": ",",
    "NSM": "m", "BN": "z", "B": "B", "S": "S", "WS": " ", "ON": "o",
    "LRE": "e", "RLE": "E", "LRO": "v", "RLO": "V", "PDF": "p",
    "LRI": "i", "RLI": "I", "FSI": "f", "PDI": "P",
}  # fmt: skip

# Types of code points that this Python does not know, from the head of DerivedBidiClass.txt 15.0:
# first code point of each range, with its code.
_UNASSIGNED = (
    (0x0000, "L"), (0x0590, "R"), (0x0600, "A"), (0x07C0, "R"), (0x0860, "A"), (0x0900, "L"),
    (0x20A0, "$"), (0x20D0, "L"), (0xFB1D, "R"), (0xFB50, "A"), (0xFDD0, "z"), (0xFDF0, "A"),
    (0xFE00, "L"), (0xFE70, "A"), (0xFF00, "L"), (0xFFF0, "z"), (0xFFF9, "L"), (0xFFFE, "z"),
    (0x10000, "L"), (0x10800, "R"), (0x10D00, "A"), (0x10D40, "R"), (0x10EC0, "A"),
    (0x10F00, "R"), (0x10F30, "A"), (0x10F70, "R"), (0x11000, "L"), (0x1E800, "R"),
    (0x1EC70, "A"), (0x1ECC0, "R"), (0x1ED00, "A"), (0x1ED50, "R"), (0x1EE00, "A"),
    (0x1EF00, "R"), (0x1F000, "L"), (0xE0000, "z"), (0xE1000, "L"),
)  # fmt: skip
_STARTS = [start for start, _ in _UNASSIGNED]


class _Types(dict[int, str]):
    """Code of every code point met so far; the table that ``str.translate`` reads."""

    def __missing__(self, code_point: int) -> str:
        known = bidirectional(chr(code_point))
        code = _CODES[known] if known else _default(code_point)
        self[code_point] = code
        return code


def _default(code_point: int) -> str:
    if code_point & 0xFFFE == 0xFFFE:
        return "z"
    return _UNASSIGNED[bisect_right(_STARTS, code_point) - 1][1]


_TYPES = _Types()


def type_codes(text: str) -> str:
    """Return the code of each character's bidirectional type, as a string of the same length."""
    return text.translate(_TYPES)
