"""An export read back: every record as it was, in one change set, or nothing."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen

from tracker.errors import InputError, NotFoundError
from tracker.export import read_jsonl
from tracker.intake.received import safe_name
from tracker.model import KINDS, Article, Change, Entity, kind_of
from tracker.services.session import Session
from tracker.store import Store
from tracker.store.opening import collector_at_rest

#: What the label of an import begins with in the history.
IMPORTED = "Import "


@frozen(kw_only=True)
class Imported:
    """What came of an import.

    Attributes:
        added: how many records are new, by the name of their table; tables without one left out.
        known: how many were here already, exactly so.
    """

    added: Mapping[str, int]
    known: int


def import_file(session: Session, path: Path) -> Imported:
    """Add every record of a ``jsonl`` export that is not here yet.

    Raises:
        InputError: when the file cannot be read, and as :func:`import_lines`.
    """
    try:
        # Nothing of what is read is waste; looking for waste would double the time.
        with path.open("rb") as stream, collector_at_rest():
            return import_lines(session, stream, path.name)
    except OSError as error:
        msg = f"{safe_name(str(path))} could not be read: {(error.strerror or '?').lower()}."
        raise InputError(msg, "Check the path and its rights.") from None


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
