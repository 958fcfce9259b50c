"""JSON whose bytes are harmless on a screen and the same for the same values."""

import json
import re

#: Characters that JSON may hold as they are but that act on terminals or in scripts; written as
#: \uXXXX they read back the same. Outside strings JSON has none of them.
_ACTING = re.compile(
    r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", re.UNICODE
)


def to_json(value: object, *, indent: int | None = None) -> bytes:
    """Return ``value`` as JSON in UTF-8, fields in the order they have.

    Args:
        value: what JSON can hold.
        indent: spaces for each level; None for everything on one line.

    Raises:
        ValueError: when a number is not finite.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return _ACTING.sub(_escaped, text).encode("utf-8")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
