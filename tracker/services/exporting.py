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
) -> Dossier:
    """Return what a filter asks for, ready to be written in any format.

    Args:
        store: where the records live.
        filter: which claims to take; None for everything.
        include_confidential: whether notes taken in confidence leave with it.
        desk: who hands it on; None for nobody in particular.
        language: what a report to read is worded in; empty for that of most claims.
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
    )


def write_export(pieces: Iterable[bytes], path: Path, *, overwrite: bool = False) -> None:
    """Write an export to a file that only its owner may read, whole or not at all.

    Raises:
        InputError: when the file exists and ``overwrite`` is off, or it cannot be written.
    """
    if path.exists() and not overwrite:
        msg = f"{path} exists already."
        raise InputError(msg, "Choose another name, or overwrite it with --yes.")
    # mkstemp makes the file with mode 0600; beside the target it is on the same disk.
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        msg = f"{path} could not be written: {(error.strerror or 'no reason given').lower()}."
        raise InputError(msg, "Check the folder, its rights and the room on the disk.") from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
