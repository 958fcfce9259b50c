"""One setting written back, the rest of the file left as its owner wrote it."""

import os
from pathlib import Path

from tracker.config.document import read_document
from tracker.config.settings import RtlMode
from tracker.config.values import SCALARS, unknown_setting
from tracker.errors import SettingsError

_SELECTIONS = "selections"


def save_setting(path: Path, name: str, value: str) -> None:
    """Write ``name = value`` into the settings file, keeping comments, order and other values.

    The file and its folder are made where they are missing, readable by their owner alone. The
    file is replaced whole or not at all. A symbolic link stays one; the file it leads to changes.

    Raises:
        SettingsError: when there is no such setting, it cannot hold the value, or the file is
            not valid or cannot be written.
    """
    import tomlkit  # most commands only read settings

    if name not in SCALARS:
        raise unknown_setting(name, str(path))
    try:
        parsed = SCALARS[name](value)
    except SettingsError as error:
        msg = f"{name}: {error.message}"
        raise SettingsError(msg, error.hint) from None
    target = path.resolve()
    text = read_document(target)[0] if target.exists() else ""
    document = tomlkit.parse(text)
    document[name] = parsed.value if isinstance(parsed, RtlMode) else parsed
    replace_file(path, tomlkit.dumps(document))


def save_selection(path: Path, name: str, where: str | None) -> None:
    """Keep a filter under a name in the settings file, or forget the name where it is None.

    Everything else in the file stays as it is; see :func:`save_setting`.

    Raises:
        SettingsError: when the file is not valid or cannot be written.
    """
    import tomlkit  # most commands only read settings

    target = path.resolve()
    text = read_document(target)[0] if target.exists() else ""
    document = tomlkit.parse(text)
    if where is None:
        table = document.get(_SELECTIONS)
        if isinstance(table, dict):
            table.pop(name, None)
    else:
        document.setdefault(_SELECTIONS, tomlkit.table())[name] = where
    replace_file(path, tomlkit.dumps(document))


def replace_file(path: Path, text: str, *, durable: bool = True) -> None:
    """Write a file whole or not at all, readable by its owner alone; folders are made.

    Args:
        path: the file.
        text: all that it is to hold.
        durable: whether to wait until a loss of power cannot take it.

    Raises:
        SettingsError: when it cannot be written.
    """
    try:
        _replace(path.resolve(), text, durable=durable)
    except OSError as error:
        msg = f"{path} could not be written: {(error.strerror or 'no reason given').lower()}."
        raise SettingsError(msg, "Check the folder's rights and the room on the disk.") from None


def _replace(target: Path, text: str, *, durable: bool) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A temporary file beside the target is on the same disk and is made with mode 0600.
    import tempfile  # loading settings does without it

    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
