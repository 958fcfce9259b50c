"""What came in, and how much may come in."""

import unicodedata

from attrs import field, frozen
from attrs.validators import ge

_LONGEST_ORIGIN = 255
_SHOWN = "\N{REPLACEMENT CHARACTER}"


@frozen(kw_only=True)
class Limits:
    """What one import may cost.

    Attributes:
        size: the largest file, in bytes.
        depth: how many folders below the given one are walked.
    """

    size: int = field(default=5_000_000, validator=ge(1))
    depth: int = field(default=16, validator=ge(0))


DEFAULT_LIMITS = Limits()


@frozen(kw_only=True)
class Received:
    """One text as it came in.

    Attributes:
        text: exactly the characters that the bytes decode to: line ends, no-break spaces and
            direction marks stay; only a byte order mark at the start, which belongs to the
            encoding, is left out. Holds no NUL and no surrogate.
        origin: the file's name without its folder, or ``-``; safe to show.
        encoding: IANA name of the encoding the bytes were read in.
        raw_sha256: hexadecimal SHA-256 of the bytes, byte order mark included.
        guesses: names of the attributes above that the program guessed.
    """

    text: str = field(repr=False)
    origin: str
    encoding: str
    raw_sha256: str
    guesses: tuple[str, ...] = ()


def safe_name(name: str) -> str:
    """Return ``name`` with control, format and undecodable characters made visible, cut to 255."""
    shown = (_SHOWN if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in name)
    return "".join(shown)[:_LONGEST_ORIGIN]
