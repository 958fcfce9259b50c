"""UAX #9 rules L1, L2 and L4: one line of resolved levels in visual order."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tracker.rtl.bidi import REMOVED_LEVEL, levels
from tracker.rtl.bidi_types import type_codes
from tracker.rtl.mirrors import MIRROR

# What L1 resets before a separator or the line's end, and what does not interrupt it (X9).
_BLANK = " iIfPeEvVpz"
_SEPARATOR = re.compile("[BS]")


def line_levels(text: str, paragraph_levels: Sequence[int], base: int) -> list[int]:
    """Return the levels of one line after rule L1.

    Args:
        text: the characters of the line, in logical order.
        paragraph_levels: their levels as ``levels`` resolved them, -1 for removed ones.
        base: the level of their paragraph.
    """
    found = list(paragraph_levels)
    types = type_codes(text)
    for blanks in _blanks_to_reset(types):
        for place in range(*blanks):
            if found[place] != REMOVED_LEVEL:
                found[place] = base
    return found


def _blanks_to_reset(types: str) -> Iterator[tuple[int, int]]:
    """The ranges that L1 gives the paragraph's level."""
    end = 0
    for piece in _SEPARATOR.split(types):
        end += len(piece)
        yield end - len(piece) + len(piece.rstrip(_BLANK)), min(end + 1, len(types))
        end += 1


def visual_order(resolved: Sequence[int]) -> list[int]:
    """Return the indices of ``resolved`` in visual order, left to right (L2).

    Indices whose level is -1 are left out. Linear: runs are gathered into a tree of levels,
    whose nodes are read backwards where their level is odd, which is what reversing every
    stretch from the highest level down to 1 amounts to.
    """
    visible = [index for index, level in enumerate(resolved) if level != REMOVED_LEVEL]
    root = _Node(0)
    path = [root]
    for level, run in groupby(visible, key=resolved.__getitem__):
        _climb(path, level)
        if level > path[-1].level:
            node = _Node(level)
            path[-1].children.append(node)
            path.append(node)
        path[-1].children.extend(run)
    order: list[int] = []
    root.read(order)
    return order


class _Node:
    """A stretch of the line whose levels are all ``level`` or higher."""

    def __init__(self, level: int) -> None:
        self.level = level
        self.children: list[int | _Node] = []

    def read(self, into: list[int]) -> None:
        """Append the indices below this node in visual order; as deep as levels go (127)."""
        for child in reversed(self.children) if self.level & 1 else self.children:
            if isinstance(child, _Node):
                child.read(into)
            else:
                into.append(child)


def _climb(path: list[_Node], level: int) -> None:
    """Leave the nodes above ``level``; what lies deeper becomes the start of a node of it."""
    while path[-1].level > level:
        closed = path.pop()
        if path[-1].level < level:
            node = _Node(level)
            node.children.append(closed)
            path[-1].children[-1] = node
            path.append(node)


def reorder_line(text: str, base: int | None = None) -> str:
    """Return one line in visual order, left to right, with mirrored brackets and signs.

    Letters are not joined, and the characters that rule X9 removes are left out; isolate
    controls stay (they are invisible). All controls act: for text from outside, which must
    not reorder anything, use ``visual`` or ``layout``.

    Args:
        text: logical text, taken as a whole paragraph that fits on one line.
        base: as for ``levels``.

    Source: Unicode Standard Annex 9, rules L1, L2 and L4.
    """
    if base != 1 and text.isascii() and text.isprintable():
        return text
    base, resolved = levels(text, base)
    resolved_line = line_levels(text, resolved, base)
    return "".join(
        MIRROR.get(text[index], text[index]) if resolved_line[index] & 1 else text[index]
        for index in visual_order(resolved_line)
    )
