"""Text from outside made safe to write: what would act on a terminal is shown instead."""

import re

#: Controls, line and paragraph separators, and the marks that overrule the order of letters.
#: LRM, RLM, ALM and the joiners stay: they belong to well-written Arabic and act on nothing else.
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_DELETE = 0x7F
_PICTURES = 0x2400
_PICTURE_OF_DELETE = "\N{SYMBOL FOR DELETE}"


def visible(text: str) -> str:
    """Return ``text`` on one line, each character that would act replaced by one that is seen.

    C0 controls become their pictures (U+2400 ...), others their code in angle brackets.
    """
    return _ACTING.sub(_seen, text)


def escaped(json_text: str) -> str:
    r"""Return JSON with the same characters written as ``\u…``; it stays the same document.

    A C0 control cannot stand in a JSON text unescaped, except the line ends between its parts.
    """
    return _ACTING.sub(_code, json_text)


def _seen(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < ord(" "):
        return chr(_PICTURES + code)
    return _PICTURE_OF_DELETE if code == _DELETE else f"⟨{code:04X}⟩"


def _code(found: re.Match[str]) -> str:
    return found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}"
