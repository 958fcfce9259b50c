"""JSON whose bytes are harmless on a screen and the same for the same values."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

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
    text = _encoder(indent).encode(value)
    # What acts is not printable (nor is the end of a line), and most text is, which is soon told.
    if not text.isprintable():
        text = _ACTING.sub(_escaped, text)
    return text.encode("utf-8")


def listed(
    head: Mapping[str, object],
    name: str,
    items: Iterable[Mapping[str, object]],
    *,
    within: str = "",
) -> Iterator[bytes]:
    """Yield one JSON object in UTF-8 that ends with a list, an item a line.

    Args:
        head: the fields before the list, at least one.
        name: the list's name.
        items: the list's items, written as they come.
        within: the field of ``head``, its last one, whose object the list is a part of; empty
            for ``head`` itself.
    """
    closing = b"\n }\n}" if within else b"\n}"
    opening = to_json(dict(head), indent=1).removesuffix(closing)
    pad = b"\n  " if within else b"\n "
    yield opening + b"," + pad + to_json(name) + b": ["
    separator = b"\n"
    for item in items:
        yield separator + to_json(item)
        separator = b",\n"
    yield pad + b"]" + closing + b"\n"


def indented(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of a JSON export with each item on lines of its own, for people to read."""
    for piece in pieces:
        try:
            item = json.loads(piece.lstrip(b"[,\n "))
        except ValueError:  # the head and the end of the list
            yield piece
        else:
            yield b"\n" + to_json(item, indent=1)


@cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    separators = (",", ":") if indent is None else (",", ": ")
    return json.JSONEncoder(
        ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
