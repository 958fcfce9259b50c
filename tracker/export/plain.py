"""Text from outside made harmless for readable formats: nothing in it can act on a screen.

JSON formats need none of this: they hold every character, the dangerous ones escaped.
"""

import re
import unicodedata
from datetime import UTC, datetime

#: Control characters except tab and line feed, the characters that reorder what follows them
#: (UAX #9 embeddings, overrides, isolates), line separators, surrogates.
_ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
#: What a cell begins with that one spreadsheet or another runs as a formula; the full-width forms
#: are taken for the plain ones in East Asian settings (OWASP, CSV injection).
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_SYMBOLS = 0x2400
_DELETE = 0x7F
_DELETE_SYMBOL = "␡"

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
#: Letters of scripts that run from right to left, as far as news needs them (Hebrew to Arabic
#: Extended-A, presentation forms).
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"


def harmless(text: str) -> str:
    """Return ``text`` with acting characters replaced by visible ones, line ends by line feeds.

    Control characters become their symbols (``␛``), all others their code (``⟨U+202E⟩``).
    """
    # Nearly always; what acts is not printable, and a carriage return is among it.
    if text.isprintable() or _ACTING.search(text) is None:
        return text
    return _ACTING.sub(_visible, text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return ``text`` made harmless, each run of blanks and line ends a single space."""
    return re.sub(r"[ \t\n]+", " ", harmless(text)).strip()


def isolated(text: str) -> str:
    """Return ``text`` so that its direction does not move its left-to-right neighbours.

    Text with right-to-left letters stands between FIRST STRONG ISOLATE and POP DIRECTIONAL
    ISOLATE (UAX #9); other text is returned as it is.
    """
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def defused(text: str) -> str:
    """Return ``text`` as a cell that no spreadsheet runs: ``'`` stands before a formula's start."""
    if not text:
        return text
    acts = text.startswith(_FORMULA_STARTS) or text.lstrip().startswith(_FORMULA_STARTS)
    return f"'{harmless(text)}" if acts else harmless(text)


def stamp(time: datetime | None) -> str | None:
    """Return a time as exports write it: ISO 8601 in UTC; None for none."""
    return time.astimezone(UTC).isoformat() if time else None


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_SYMBOLS + code)
    return _DELETE_SYMBOL if code == _DELETE else f"⟨U+{code:04X}⟩"
