"""Files and folders in, in an order that does not depend on the disk."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracker.errors import InputError
from tracker.intake.kinds import SNIFFED, SUFFIXES, Kind, kind_of
from tracker.intake.reading import Outcome, is_archive, read_archive, read_stream, too_large
from tracker.intake.received import DEFAULT_LIMITS, Limits, safe_name

_ARCHIVED = frozenset({Kind.WARC, Kind.ZIP})


def read_file(
    path: Path, limits: Limits = DEFAULT_LIMITS, encoding: str | None = None
) -> Iterator[Outcome]:
    """Yield the articles in the file at ``path``; see :func:`tracker.intake.read_articles`.

    Raises:
        InputError: when it is missing, unreadable or no ordinary file; when it is too large,
            which its size tells before it is read; and as :func:`tracker.intake.read_articles`.
    """
    try:
        size = _ordinary_size(path)
        large = size > limits.size
        if size > limits.archive or (large and not is_archive(path.name)):
            raise too_large(safe_name(str(path)), size, limits.size)
        with path.open("rb") as stream:
            start = stream.read(SNIFFED)
            stream.seek(0)
            if large and kind_of(start, path.name) not in _ARCHIVED:
                raise too_large(safe_name(str(path)), size, limits.size)
            if large:
                yield from read_archive(stream, str(path), limits, encoding)
            else:
                yield from read_stream(stream, str(path), limits, encoding)
    except OSError as error:
        raise _unreadable(path, error) from None


def _ordinary_size(path: Path) -> int:
    name = safe_name(str(path))
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise InputError(f"{name} is a folder, not an article.", "Name a file in it.")
    if not stat.S_ISREG(found.st_mode):
        msg = f"{name} is not an ordinary file."
        raise InputError(msg, "Pipe what it gives into: tracker add -")
    return found.st_size


def find_articles(
    paths: Sequence[Path],
    limits: Limits = DEFAULT_LIMITS,
    unusable: list[InputError] | None = None,
) -> tuple[Path, ...]:
    """Return the files that ``paths`` stand for, each once, in the order given.

    A file stands for itself. A folder stands for the files below it that end in one of
    :data:`SUFFIXES`, sorted by name level by level; hidden ones and symbolic links are left out.

    Raises:
        InputError: when a path is missing, a folder holds no article, cannot be read, or goes
            deeper than the limit. With ``unusable`` what lies inside a folder raises nothing:
            its errors are put there.
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
        inside = tuple(_walk(path, limits.depth, unusable))
        if not inside:
            msg = f"The folder {safe_name(str(path))} holds no article."
            kinds = " ".join(sorted(SUFFIXES))
            raise InputError(msg, f"Taken from a folder are {kinds}; name others outright.")
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _walk(folder: Path, depth: int, unusable: list[InputError] | None) -> Iterator[Path]:
    for entry in _visible(folder, unusable):
        inner = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _walk(inner, depth - 1, unusable)
            else:
                msg = f"The folder {safe_name(str(inner))} lies too deep to be walked."
                _refuse(InputError(msg, "Add that folder by itself."), unusable)
        elif entry.is_file(follow_symlinks=False) and inner.suffix.lower() in SUFFIXES:
            yield inner


def _visible(folder: Path, unusable: list[InputError] | None) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if e.name[0] != "."), key=lambda e: e.name)
    except OSError as error:
        _refuse(_unreadable(folder, error), unusable)
        return []


def _refuse(error: InputError, unusable: list[InputError] | None) -> None:
    if unusable is None:
        raise error
    unusable.append(error)


def _unreadable(path: Path, error: OSError) -> InputError:
    name = safe_name(str(path))
    if isinstance(error, FileNotFoundError):
        return InputError(f"There is no file or folder {name}.", "Check the path.")
    reason = (error.strerror or "it cannot be read").lower()
    return InputError(f"{name} could not be read: {reason}.", "Check the path and its rights.")
