"""JSON as the files of the database hold it: UTF-8, no spaces, one line."""

import json
from typing import cast

from tracker.errors import RuleError

_PLAIN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_ESCAPED = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode
_READ = json.JSONDecoder().decode


def write_json(value: object) -> bytes:
    """Return ``value`` as JSON on one line.

    Half characters (lone surrogates, as undecodable file names carry them) have no UTF-8; a value
    with one is written with escapes throughout.

    Raises:
        RuleError: when a number is not finite, or two halves side by side would be read back as
            one character.
    """
    try:
        return _PLAIN(value).encode()
    except UnicodeEncodeError:
        text = _ESCAPED(value)
    except ValueError:
        msg = "A number that is not finite cannot be stored."
        raise RuleError(msg, "Give a finite number.") from None
    if read_json(text.encode()) != value:
        msg = "A text holds two half characters (surrogates) side by side and cannot be stored."
        raise RuleError(msg, "Decode the text from its file again.")
    return text.encode()


def read_json(data: bytes) -> object:
    """Return the value that ``data`` holds.

    Raises:
        ValueError: when it is not JSON, or nested beyond reason.
    """
    try:
        return cast("object", _READ(data.decode()))
    except RecursionError:
        msg = "nested too deeply"
        raise ValueError(msg) from None
