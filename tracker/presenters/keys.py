"""How a key is written, which keys a terminal can send, and the same key on an Arabic keyboard."""

import unicodedata

#: Keys with a name, as settings files and help write them.
NAMED_KEYS = frozenset(
    {
        "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left",
        "pagedown", "pageup", "right", "space", "tab", "up",
        *(f"f{number}" for number in range(1, 25)),
    }
)  # fmt: skip

_MODIFIERS = ("ctrl", "alt", "shift")
_MOST_STROKES = 3

#: Chords that reach the program as another key, because terminals send the same byte for both.
SAME_BYTE = {"ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+[": "escape"}

# Arabic (101), the layout of Windows and of X's ``ara``: what the key prints there against what it
# prints on a US keyboard. Keys that print two letters at once (lam-alef) are those that X sends as
# one; where the letter is itself a sign of another key ([ ] { } / ~) the sign keeps its meaning.
_ARABIC_ROWS = (
    ("ضصثقفغعهخحجد", "qwertyuiop[]"),
    ("شسيبلاتنمكط", "asdfghjkl;'"),
    ("ئءؤرﻻىةوزظذ", "zxcvbnm,./`"),
    ("\u064e\u064b\u064f\u064cﻹإ÷×؛", "QWERTYIOP"),
    ("\u0650\u064dﻷأـ،", "ASGHJK"),
    ("\u0652ﻵآ؟", "XBN?"),
)
_DIGITS = {
    digit: str(value)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
    for value, digit in enumerate(digits)
}
#: What an Arabic keyboard prints -> the key it stands on.
SAME_PLACE = {
    **{arabic: us for row in _ARABIC_ROWS for arabic, us in zip(*row, strict=True)},
    **_DIGITS,
}

_ARABIC_PRINT = {us: arabic for arabic, us in SAME_PLACE.items() if arabic not in _DIGITS}


def arabic_key(key: str) -> str:
    """Return what a key, or each of a sequence, prints on an Arabic keyboard.

    Empty where it is no letter or sign by itself, or where the print is a vowel mark, which has no
    shape of its own to be shown.
    """
    prints = [_ARABIC_PRINT.get(stroke, "") for stroke in key.split()]
    seen = all(each and not unicodedata.combining(each) for each in prints)
    return "".join(prints) if seen else ""


def parse_key(written: str) -> str | None:
    """Return the one spelling of a key or of a sequence of keys, None when it is neither.

    ``Shift+a`` is ``A``, ``Ctrl+R`` is ``ctrl+r``, a blank is ``space``. A sequence is written
    with blanks between its strokes: ``g g``.
    """
    if written == " ":
        return "space"
    strokes = [_parse_stroke(stroke) for stroke in written.split()]
    if not strokes or len(strokes) > _MOST_STROKES or None in strokes:
        return None
    return " ".join(stroke for stroke in strokes if stroke)


def collide(key: str, other: str) -> bool:
    """Return whether two keys or sequences cannot stand on one screen: one begins the other."""
    return f"{other} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other} ")


def _parse_stroke(written: str) -> str | None:
    text = written.strip()
    if len(text) == 1:
        return text if text.isprintable() else None
    *modifiers, name = text.split("+") if not text.endswith("++") else [*text[:-2].split("+"), "+"]
    held = {modifier.strip().lower() for modifier in modifiers}
    if not held <= set(_MODIFIERS) or len(held) != len(modifiers):
        return None
    return _chord(held, name.strip())


def _chord(held: set[str], name: str) -> str | None:
    if len(name) == 1 and name.isprintable():
        if held == {"shift"}:
            return name.upper()
        name = name.lower() if held else name
    elif name.lower() in NAMED_KEYS:
        name = name.lower()
    else:
        return None
    return "+".join([m for m in _MODIFIERS if m in held] + [name])


def reachable(key: str) -> bool:
    """Return whether a plain terminal can tell ``key`` (as :func:`parse_key` spells it)."""
    return all(_stroke_reachable(stroke) for stroke in key.split())


def _stroke_reachable(key: str) -> bool:
    *modifiers, name = key.split("+") if key != "+" else ["+"]
    if key in SAME_BYTE or ("alt" in modifiers and name == "escape"):
        return False
    shifted_letter = "shift" in modifiers and len(name) == 1
    held_sign = "ctrl" in modifiers and len(name) == 1 and not ("a" <= name <= "z")
    return not shifted_letter and not held_sign
