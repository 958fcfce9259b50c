"""An export read back: every record as it was, in one change set, or nothing."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from tracker.errors import CancelledError, InputError, NotFoundError
from tracker.export import read_jsonl
from tracker.intake.received import safe_name
from tracker.model import KINDS, Article, Change, Entity, kind_of
from tracker.services.session import ProgressSink, Session, Silent
from tracker.store import Store
from tracker.store.opening import collector_at_rest

#: What the label of an import begins with in the history.
IMPORTED = "Import "

#: Lines between two looks at whether to go on.
_SLICE = 256


@frozen(kw_only=True)
class Imported:
    """What came of an import.

    Attributes:
        added: how many records are new, by the name of their table; tables without one left out.
        known: how many were here already, exactly so.
    """

    added: Mapping[str, int]
    known: int


def import_file(session: Session, path: Path, progress: ProgressSink | None = None) -> Imported:
    """Add every record of a ``jsonl`` export that is not here yet.

    Args:
        session: who imports, and where to.
        path: the export.
        progress: told how much of the file is read.

    Raises:
        CancelledError: when the person stopped; nothing was changed.
        InputError: when the file cannot be read, and as :func:`import_lines`.
    """
    watched = progress or Silent()
    try:
        # Nothing of what is read is waste; looking for waste would double the time.
        with path.open("rb") as stream, collector_at_rest():
            size = os.fstat(stream.fileno()).st_size
            lines = _watched(stream, size, watched)
            return import_lines(session, lines, path.name)
    except OSError as error:
        msg = f"{safe_name(str(path))} could not be read: {(error.strerror or '?').lower()}."
        raise InputError(msg, "Check the path and its rights.") from None


def _watched(lines: Iterable[bytes], size: int, progress: ProgressSink) -> Iterator[bytes]:
    """Yield ``lines``; their end is the last moment to stop."""
    done = 0
    for number, line in enumerate(lines):
        if number % _SLICE == 0:
            _go_on(progress, done, size)
        yield line
        done += len(line)
    _go_on(progress, size, size)


def _go_on(progress: ProgressSink, done: int, size: int) -> None:
    progress.report(done, size, "bytes read" if done < size else "Writing")
    if progress.cancelled:
        raise CancelledError("The import was stopped.", "Nothing was changed.")


def import_lines(session: Session, lines: Iterable[bytes], origin: str) -> Imported:
    """Add every record of a ``jsonl`` export that is not here yet, in one change set.

    Records keep their identifiers and versions, so that exporting again gives them back as they
    were. The history of the other database is not part of an export.

    Args:
        session: who imports, and where to.
        lines: the lines of the export.
        origin: what to call the export in messages and in the history.

    Raises:
        InputError: when it is no such export or damaged, or a record differs from the one of its
            name that is here; nothing was changed.
    """
    name = safe_name(origin)
    try:
        records = tuple(read_jsonl(lines).records)
    except InputError as error:
        msg = f"{name}: {error.message}"
        raise InputError(msg, error.hint) from None
    fresh = [entity for entity in records if not _known(session.store, entity, name)]
    if fresh:
        session.commit(f"{IMPORTED}{name}", *(Change(after=entity) for entity in fresh))
    kinds = [kind_of(entity) for entity in fresh]
    return Imported(
        added={kind: kinds.count(kind) for kind in KINDS if kind in kinds},
        known=len(records) - len(fresh),
    )


def _known(store: Store, entity: Entity, name: str) -> bool:
    """Return whether exactly this record is here."""
    if isinstance(entity, Article):
        same = store.find(Article, "sha256", entity.sha256)
        if same and same[0].id != entity.id:
            msg = f"{name}: its article {entity.id} is here already as {same[0].id}."
            raise InputError(msg, "Import it into another database with --db.")
    try:
        here = store.get(type(entity), entity.id)
    except NotFoundError:
        return False
    if here != entity:
        msg = f"{name}: its {entity.id} differs from the record of that name here."
        raise InputError(msg, "Import it into another database with --db.")
    return True
