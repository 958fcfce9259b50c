"""What each setting may hold, and a person's words made into that."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tracker.config.settings import RtlMode
from tracker.errors import RuleError, SettingsError
from tracker.model import Reviewer


def _shown(value: object) -> str:
    return repr(value)[:80]


def _line(value: object) -> str:
    """Return ``value`` when it is one line of text without control characters."""
    if not isinstance(value, str):
        msg = f"{_shown(value)} is not text."
        raise SettingsError(msg, "Put the value in quotation marks.")
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in value):
        msg = f"{_shown(value)} holds control characters."
        raise SettingsError(msg, "Write it on one line, without them.")
    return value


def _filled_line(value: object) -> str:
    text = _line(value).strip()
    if not text:
        msg = "It is empty."
        raise SettingsError(msg, "Give it a value or leave it out.")
    return text


def _reviewer(value: object) -> str:
    try:
        return Reviewer(_line(value)).name
    except RuleError as error:
        raise SettingsError(error.message, "Give a name such as reviewer = 'Rana'.") from None


def _rtl(value: object) -> RtlMode:
    try:
        return RtlMode(value)
    except ValueError:
        known = ", ".join(mode.value for mode in RtlMode)
        msg = f"{_shown(value)} is not a way to lay out right-to-left text."
        raise SettingsError(msg, f"Use one of: {known}.") from None


def _database(value: object) -> str:
    text = _filled_line(value)
    if "://" in text:
        return text
    return _path(text)


def _path(value: object) -> str:
    text = _filled_line(value)
    try:
        return str(Path(text).expanduser())
    except RuntimeError:
        msg = f"{_shown(text)} begins with a home folder that does not exist."
        raise SettingsError(msg, "Write the whole path.") from None


def _checks_url(value: object) -> str:
    text = _filled_line(value)
    if not text.startswith(("https://", "http://")) or any(c.isspace() for c in text):
        msg = f"{_shown(text)} is no web address."
        raise SettingsError(msg, "Write it whole, such as https://desk.example/checks/.")
    return text


def _report_language(value: object) -> str:
    text = _filled_line(value)
    if text not in REPORT_LANGUAGES:
        msg = f"{_shown(text)} is no language that reports are worded in."
        raise SettingsError(msg, f"Use one of: {', '.join(REPORT_LANGUAGES)}.")
    return text


#: Languages that reports can be worded in.
REPORT_LANGUAGES = ("ar", "en")

#: What makes a setting's value of what the file or the environment holds; each raises
#: SettingsError with a message that goes on after the setting's name.
SCALARS: Mapping[str, Callable[[object], str | RtlMode]] = {
    "database": _database,
    "reviewer": _reviewer,
    "theme": _line,
    "rtl": _rtl,
    "editor": _filled_line,
    "tables": _path,
    "desk": _filled_line,
    "checks_url": _checks_url,
    "report_language": _report_language,
}


def bindings(table: object) -> Iterator[tuple[str, tuple[str, ...] | SettingsError]]:
    """Yield each command of a ``[keys]`` table with its keys, or with what is wrong about them.

    Commands are written ``"review.accept"``, ``review.accept`` or in a table ``[keys.review]``.
    Keys are a list, or one text with commas between them.
    """
    if not isinstance(table, dict):
        yield "", SettingsError("It is not a table.", 'Write [keys], then lines like next = "j".')
        return
    for name, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", keys) for inner, keys in bindings(value))
            continue
        try:
            yield name, _keys(value)
        except SettingsError as error:
            yield name, error


def selections(table: object) -> Iterator[tuple[str, str | SettingsError]]:
    """Yield each name of a ``[selections]`` table with its filter, or with what is wrong."""
    if not isinstance(table, dict):
        msg = "It is not a table."
        yield (
            "",
            SettingsError(msg, 'Write [selections], then lines like sent = "verdict=verified".'),
        )
        return
    for name, value in table.items():
        try:
            yield _filled_line(name), _filled_line(value)
        except SettingsError as error:
            yield name, error


def _keys(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(key.strip() for key in _filled_line(value).split(",") if key.strip())
    if isinstance(value, list):
        return tuple(_filled_line(key) for key in value)
    msg = f"{_shown(value)} is no key."
    raise SettingsError(msg, 'Write one key, "j", or several, ["j", "down"].')


def unknown_setting(name: str, where: str) -> SettingsError:
    """Return the error for a setting that does not exist, with the nearest that does."""
    import difflib  # only after a mistake

    known = [*SCALARS, "keys", "selections"]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known settings: {', '.join(known)}."
    return SettingsError(f"{where}: there is no setting {name!r}.", hint)
