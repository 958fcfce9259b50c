"""The settings file as a document, and the lines its settings stand on."""

import re
import tomllib
from pathlib import Path

from tracker.errors import SettingsError

#: A settings file beyond this many bytes is something else.
_LARGEST = 1_000_000

_HEADER = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]")
_ENTRY = re.compile(r"\s*([^=\s#][^=]*?)\s*=")


def read_document(file: Path) -> tuple[str, dict[str, object]]:
    """Return a settings file as text and as a document.

    Raises:
        SettingsError: when it cannot be read, is too large, not UTF-8 or not TOML.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            msg = f"{file} is too large for a settings file."
            raise SettingsError(msg, "Check --config and TRACKER_CONFIG.")
        text = data.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except OSError as error:
        msg = f"{file} could not be read: {(error.strerror or 'no reason given').lower()}."
        raise SettingsError(msg, "Check the path and its rights.") from None
    except UnicodeDecodeError:
        msg = f"{file} is not UTF-8."
        raise SettingsError(msg, "Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        msg = f"{file} is not valid TOML: {error}."
        raise SettingsError(
            msg, "Correct that line; tables and lines look like: a = 'b'."
        ) from None
    except RecursionError:
        msg = f"{file} is nested too deeply for a settings file."
        raise SettingsError(msg, "Check --config and TRACKER_CONFIG.") from None


def line_numbers(text: str) -> dict[str, int]:
    """Return the line (from 1) on which each setting is written, as far as its line tells."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _plain(header[1])
            found.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            found.setdefault(".".join(filter(None, (table, _plain(entry[1])))), number)
    return found


def _plain(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
