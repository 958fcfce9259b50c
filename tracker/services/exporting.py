"""Records go out: a dossier of what a filter asks for, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tracker import __version__
from tracker.errors import InputError
from tracker.export import EXPORTERS, Desk, Dossier, Exporter, Filter, Records, assemble
from tracker.model import KINDS, Entity
from tracker.scales import load_scales
from tracker.store import Store


def exporter_named(name: str) -> Exporter:
    """Return the format called ``name``.

    Raises:
        InputError: when there is none.
    """
    try:
        return EXPORTERS[name]
    except KeyError:
        msg = f"There is no export format {name}."
        raise InputError(msg, f"Choose one of: {', '.join(EXPORTERS)}.") from None


def dossier(
    store: Store,
    filter: Filter | None = None,  # noqa: A002  (the word of the command line and of the exports)
    *,
    include_confidential: bool = False,
    desk: Desk | None = None,
    language: str = "",
    reader: str = "",
) -> Dossier:
    """Return what a filter asks for, ready to be written in any format.

    Args:
        store: where the records live.
        filter: which claims to take; None for everything.
        include_confidential: as for :func:`~tracker.export.assemble`.
        desk: who hands it on; None for nobody in particular.
        language: what a report to read is worded in; empty for that of most claims.
        reader: the reviewer who makes it; empty for nobody in particular.
    """
    every: Iterable[Entity] = chain.from_iterable(store.scan(kind) for kind in KINDS.values())
    return assemble(
        Records.of(every),
        filter=filter or Filter(),
        tool=f"tracker {__version__}",
        scales=load_scales(),
        include_confidential=include_confidential,
        desk=desk,
        language=language,
        reader=reader,
    )


def withheld(found: Dossier) -> str:
    """Return what a person should know that an export leaves out; empty for nothing."""
    if not found.withheld:
        return ""
    noun = "rating" if found.withheld == 1 else "ratings"
    return (
        f"Left out until you have rated those claims yourself: {found.withheld} {noun} by others."
    )


def refuse_confidences(exporter: Exporter) -> None:
    """Refuse to put what was noted in confidence where a format has no place for it.

    Raises:
        InputError: when the format has none.
    """
    if not exporter.confidences:
        msg = f"{exporter.name} goes to others and never holds what was noted in confidence."
        raise InputError(msg, "Leave out --include-confidential, or take jsonl.")


def write_export(
    exporter: Exporter, found: Dossier, path: Path, *, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write an export to files that only their owner may read, all of them whole or none at all.

    Args:
        exporter: the format.
        found: what to write.
        path: the file; where a large export is split, the others stand beside it.
        overwrite: whether files that are there may be written over.

    Returns:
        The files written.

    Raises:
        InputError: when a file exists and ``overwrite`` is off, or one cannot be written.
    """
    if not overwrite:
        _refuse_existing(path.parent / name for name in exporter.names(found, path.name))
    return _write_whole(path, exporter.files(found, path.name))


def write_bytes(data: bytes, path: Path, *, overwrite: bool = False) -> None:
    """Write a file that only its owner may read, whole or not at all.

    Raises:
        InputError: when the file exists and ``overwrite`` is off, or it cannot be written.
    """
    if not overwrite:
        _refuse_existing([path])
    _write_whole(path, [(path.name, [data])])


def _refuse_existing(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.exists():
            msg = f"{path} exists already."
            raise InputError(msg, "Choose another name, or overwrite it with --yes.")


def _write_whole(path: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> tuple[Path, ...]:
    """Write files beside ``path`` and return them; none is there before all are on the disk."""
    written: list[tuple[str, Path]] = []
    try:
        for name, pieces in files:
            target = path.parent / name
            # mkstemp makes the file with mode 0600; beside the target it is on the same disk.
            handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
            written.append((temporary, target))
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(pieces)
                stream.flush()
                os.fsync(stream.fileno())
        for temporary, target in written:
            Path(temporary).replace(target)
    except OSError as error:
        msg = f"{path} could not be written: {(error.strerror or 'no reason given').lower()}."
        raise InputError(msg, "Check the folder, its rights and the room on the disk.") from None
    finally:
        for temporary, _ in written:
            Path(temporary).unlink(missing_ok=True)
    return tuple(target for _, target in written)
