"""Files and folders in, in an order that does not depend on the disk."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracker.errors import InputError
from tracker.intake.received import DEFAULT_LIMITS, Limits, Received, safe_name
from tracker.intake.text import read_stream

#: Endings of the files that are taken from a folder; a file that is named outright may have any.
SUFFIXES = frozenset({".txt", ".md"})


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None) -> Received:
    """Return the text of the file at ``path``; see :func:`tracker.intake.read_bytes`.

    Raises:
        InputError: when it is missing, unreadable or no ordinary file; when it is too large,
            which its size tells before it is read; and as :func:`tracker.intake.read_bytes`.
    """
    name = safe_name(str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            msg = f"{name} is a folder, not an article."
            raise InputError(msg, "Name a file in it.")
        if not stat.S_ISREG(found.st_mode):
            msg = f"{name} is not an ordinary file."
            raise InputError(msg, "Pipe what it gives into: tracker add -")
        if found.st_size > limits.size:
            msg = (
                f"{name} has {found.st_size:,} bytes; "
                f"an article may have {limits.size:,} at the most."
            )
            raise InputError(msg, "Cut it into its articles and add those.")
        with path.open("rb") as stream:
            return read_stream(stream, str(path), limits, encoding)
    except OSError as error:
        raise _unreadable(path, error) from None


def find_articles(paths: Sequence[Path], limits: Limits = DEFAULT_LIMITS) -> tuple[Path, ...]:
    """Return the files that ``paths`` stand for, each once, in the order given.

    A file stands for itself. A folder stands for the files below it that end in one of
    :data:`SUFFIXES`, sorted by name level by level; hidden ones and symbolic links are left out.

    Raises:
        InputError: when a path is missing, a folder holds no article, cannot be read, or goes
            deeper than the limit.
    """
    found: dict[Path, None] = {}
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            raise _unreadable(path, error) from None
        if not stat.S_ISDIR(mode):
            found[path] = None
            continue
        inside = tuple(_walk(path, limits.depth))
        if not inside:
            msg = f"The folder {safe_name(str(path))} holds no article."
            kinds = " and ".join(sorted(SUFFIXES))
            raise InputError(msg, f"Only {kinds} files are taken from a folder; name others.")
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            visible = sorted((e for e in entries if e.name[0] != "."), key=lambda e: e.name)
    except OSError as error:
        raise _unreadable(folder, error) from None
    for entry in visible:
        inner = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if depth == 0:
                msg = f"The folder {safe_name(str(inner))} lies too deep to be walked."
                raise InputError(msg, "Add that folder by itself.")
            yield from _walk(inner, depth - 1)
        elif entry.is_file(follow_symlinks=False) and inner.suffix.lower() in SUFFIXES:
            yield inner


def _unreadable(path: Path, error: OSError) -> InputError:
    name = safe_name(str(path))
    if isinstance(error, FileNotFoundError):
        return InputError(f"There is no file or folder {name}.", "Check the path.")
    reason = (error.strerror or "it cannot be read").lower()
    return InputError(f"{name} could not be read: {reason}.", "Check the path and its rights.")
