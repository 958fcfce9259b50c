"""What is put on the screen for each character: hostile and invisible ones never act.

Every character of the text is replaced by exactly one other, so offsets stay the caller's own:
control characters and escapes by their pictures, lone surrogates by the replacement character,
bidi controls and other invisible characters by a zero width space (which orders nothing and is
left out of the cells) or, where asked, by a visible symbol.
"""

import re
from typing import NamedTuple

_REPLACEMENT = "\ufffd"
NOTHING = "\u200b"
"""What stands for a character that is not shown."""


_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_CONTROL_CHARACTERS = "\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029"
_SURROGATES = "\ud800-\udfff"
_HARMLESS = re.compile("[\ufe0e\ufe0f]")
_HIDDEN = re.compile(f"[{_BIDI_CONTROLS}{_INVISIBLE}{_CONTROL_CHARACTERS}{_SURROGATES}]")
_KINDS = tuple(
    (kind, re.compile(f"[{ranges}]"))
    for kind, ranges in (
        ("bidi control", _BIDI_CONTROLS),
        ("invisible character", _INVISIBLE),
        ("control character", _CONTROL_CHARACTERS),
        ("lone surrogate", _SURROGATES),
    )
)
_SYMBOLS = {"bidi control": "\u21c4", "invisible character": "\u25cc"}


class HiddenCharacter(NamedTuple):
    """A character that would act on the screen, or not be seen there, if it were let through.

    Attributes:
        offset: where it stands, in code points of the text.
        kind: ``bidi control``, ``invisible character``, ``control character`` or
            ``lone surrogate``.
    """

    offset: int
    kind: str


def hidden_characters(text: str) -> tuple[HiddenCharacter, ...]:
    """Return what a reader should be warned of, in order.

    Tabs and line ends are writing, and so are the joiner and non-joiner and the two selectors
    of text and picture style; none of them is reported.
    """
    return tuple(
        HiddenCharacter(found.start(), _kind(found[0]))
        for found in _HIDDEN.finditer(text)
        if found[0] not in "\n\r\x85\u2028\u2029" and not _HARMLESS.match(found[0])
    )


def _kind(character: str) -> str:
    return next(kind for kind, pattern in _KINDS if pattern.match(character))


def _picture(code_point: int) -> str:
    """The visible symbol of a control character: its Control Picture where there is one."""
    if code_point < 0x20:
        return chr(0x2400 + code_point)
    return {0x7F: "\u2421", 0x85: "\u2424", 0x2028: "\u2424", 0x2029: "\u2424"}.get(
        code_point, _REPLACEMENT
    )


class _Shown(dict[int, str]):
    """What to show for every code point met so far; a table for ``str.translate``."""

    def __init__(self, *, show_hidden: bool) -> None:
        super().__init__({0x09: " "})
        self._show_hidden = show_hidden

    def __missing__(self, code_point: int) -> str:
        character = chr(code_point)
        shown = character
        if _HIDDEN.match(character):
            kind = _kind(character)
            if kind == "control character":
                shown = _picture(code_point)
            elif kind == "lone surrogate":
                shown = _REPLACEMENT
            elif self._show_hidden and not _HARMLESS.match(character):
                shown = _SYMBOLS[kind]
            else:
                shown = NOTHING
        self[code_point] = shown
        return shown


_SHOWN = {wanted: _Shown(show_hidden=wanted) for wanted in (False, True)}


def displayable(text: str, *, show_hidden: bool = False) -> str:
    """Return the text with every character that could act replaced by one that cannot.

    Args:
        text: any text at all.
        show_hidden: give invisible characters and bidi controls a visible symbol.

    Returns:
        A string of the same length.
    """
    return text.translate(_SHOWN[show_hidden])


def hides(text: str) -> bool:
    """Whether ``text`` holds a character that would be reported, or a line end."""
    return not (text.isascii() and text.isprintable()) and any(
        not _HARMLESS.match(found[0]) for found in _HIDDEN.finditer(text)
    )
