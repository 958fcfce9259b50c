"""JSON as the files of the database hold it: UTF-8, no spaces, one line."""

import json
from typing import cast

import orjson

from tracker.errors import RuleError

_ESCAPED = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode
_READ = json.JSONDecoder().decode


def write_json(value: object) -> bytes:
    """Return ``value``, whose numbers are finite, as JSON on one line.

    Half characters (lone surrogates, as undecodable file names carry them) have no UTF-8; a value
    with one is written with escapes throughout.

    Raises:
        RuleError: when it would not be read back as it is: a whole number beyond 64 bits, or two
            halves side by side, which JSON takes for one character.
    """
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        text = _ESCAPED(value)
    found = read_json(text.encode())
    if found != value or _ESCAPED(found) != text:
        msg = "It holds a number beyond 64 bits, or two half characters (surrogates) side by side."
        raise RuleError(msg, "Decode the text from its file again.")
    return text.encode()


def read_json(data: bytes) -> object:
    """Return the value that ``data`` holds.

    Raises:
        ValueError: when it is not JSON, or nested beyond reason.
    """
    try:
        return cast("object", orjson.loads(data))
    except orjson.JSONDecodeError:
        # Half characters are refused there, and rightly: they come in escapes only.
        pass
    try:
        return cast("object", _READ(data.decode()))
    except RecursionError:
        msg = "nested too deeply"
        raise ValueError(msg) from None
