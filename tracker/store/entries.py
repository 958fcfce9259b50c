"""Commits as the payloads of journal lines, and back."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from attrs import frozen

from tracker.codec import Document, from_document, to_document
from tracker.errors import DamagedError, InputError, RuleError
from tracker.model import Action, Change, ChangeSet, ChangeSetId, Commit, Entity
from tracker.model.change import KINDS
from tracker.store.migrations import FORMAT, migrate, readable
from tracker.store.notation import read_json, write_json

_SLICE = 256


@frozen
class Step:
    """What one commit does to one record, as documents of the present format.

    Attributes:
        kind: name of the table.
        record_id: the record.
        before: the record before, None when the commit creates it.
        after: the record after, None when the commit deletes it.
    """

    kind: str
    record_id: str
    before: Document | None
    after: Document | None


@frozen
class Entry:
    """The payload of one journal line, read but not decoded.

    Attributes:
        sequence: the commit's number.
        steps: what it does.
        fields: the whole payload.
    """

    sequence: int
    steps: tuple[Step, ...]
    fields: Document


#: A record before and after a change, as documents.
Sides = tuple[Document | None, Document | None]


def sides_of(change: Change) -> Sides:
    """Return both sides of a change as documents of the present format."""
    return (
        to_document(change.before) if change.before else None,
        to_document(change.after) if change.after else None,
    )


@frozen
class Payload:
    """The record of a journal line.

    Attributes:
        data: JSON in UTF-8.
        after: for each change where in ``data`` the document of the record after it stands;
            that of a deleted record is ``null``.
    """

    data: bytes
    after: tuple[slice, ...]


def payload_of(
    sequence: int, changeset: ChangeSet, sides: Iterable[Sides] | None = None
) -> Payload:
    """Return the record of a journal line for ``changeset`` as commit number ``sequence``.

    Args:
        sequence: the commit's number.
        changeset: what it does.
        sides: its changes as :func:`sides_of` gives them, where they are known already.

    Raises:
        RuleError: when it holds something that a file cannot.
    """
    fields = {
        "format": FORMAT,
        "sequence": sequence,
        "id": changeset.id,
        "reviewer": changeset.reviewer,
        "at": changeset.at.isoformat(),
        "label": changeset.label,
        "action": changeset.action.value,
        "reverts": changeset.reverts,
    }
    pieces = [write_json(fields)[:-1], b',"changes":[']
    length, places, comma = sum(map(len, pieces)), [], b""
    documents = sides or map(sides_of, changeset.changes)
    for change, (before, after) in zip(changeset.changes, documents, strict=True):
        kind, name = change.kind.encode(), write_json(change.entity.id)
        old = write_json(before) if before is not None else b"null"
        opening = b'%b{"kind":"%b","id":%b,"before":%b,"after":' % (comma, kind, name, old)
        document = write_json(after) if after is not None else b"null"
        pieces += (opening, document, b"}")
        start = length + len(opening)
        places.append(slice(start, start + len(document)))
        length, comma = start + len(document) + 1, b","
    pieces.append(b"]}")
    return Payload(b"".join(pieces), tuple(places))


def read_entries(payloads: Iterable[bytes], where: str) -> Iterator[Entry]:
    """Yield what payloads say, parsed in slices so that equal field names are kept once.

    Raises:
        DamagedError: when a payload is not the record of a commit.
        StoreError: when a newer program wrote it.
    """
    batch: list[bytes] = []
    for payload in payloads:
        batch.append(payload)
        if len(batch) == _SLICE:
            yield from _parse(batch, where)
            batch.clear()
    yield from _parse(batch, where)


def _parse(batch: list[bytes], where: str) -> Iterator[Entry]:
    try:
        found = read_json(b"[" + b",".join(batch) + b"]")
    except ValueError:
        found = None
    if not isinstance(found, list) or len(found) != len(batch):
        raise _unreadable(where)
    for fields in found:
        yield _entry(fields, where)


def _entry(fields: object, where: str) -> Entry:
    if not isinstance(fields, dict):
        raise _unreadable(where)
    version = readable(fields.get("format"), where)
    sequence, changes = fields.get("sequence"), fields.get("changes")
    if type(sequence) is not int or not isinstance(changes, list):
        raise _unreadable(where)
    steps = tuple(_step(change, version, where) for change in changes)
    return Entry(sequence, steps, fields)


def _step(change: object, version: int, where: str) -> Step:
    match change:
        case {"kind": str(kind), "id": str(record_id), "before": before, "after": after} if (
            kind in KINDS
        ):
            return Step(
                kind,
                record_id,
                _present(kind, before, version, where),
                _present(kind, after, version, where),
            )
    raise _unreadable(where)


def _present(kind: str, document: object, version: int, where: str) -> Document | None:
    if document is None:
        return None
    if not isinstance(document, dict):
        raise _unreadable(where)
    return document if version == FORMAT else migrate(kind, document, version)


def commit_of(entry: Entry, own_hash: str) -> Commit:
    """Return the commit that a journal entry records.

    Raises:
        DamagedError: when it does not decode; the message names the record and the field.
    """
    fields = entry.fields
    reverts = fields.get("reverts")
    try:
        changeset = ChangeSet(
            id=ChangeSetId(_text(fields, "id")),
            reviewer=_text(fields, "reviewer"),
            at=datetime.fromisoformat(_text(fields, "at")),
            label=_text(fields, "label"),
            action=Action(fields.get("action")),
            reverts=ChangeSetId(_text(fields, "reverts")) if reverts is not None else None,
            changes=tuple(
                Change(before=_decoded(s.kind, s.before), after=_decoded(s.kind, s.after))
                for s in entry.steps
            ),
        )
    except (InputError, RuleError) as error:
        msg = f"Commit {entry.sequence} is unusable: {error.message}"
        raise DamagedError(msg, "Run: tracker check") from None
    except ValueError as error:
        msg = f"Commit {entry.sequence} is unusable: {error}."
        raise DamagedError(msg, "Run: tracker check") from None
    return Commit(sequence=entry.sequence, changeset=changeset, hash=own_hash)


def _decoded(kind: str, document: Document | None) -> Entity | None:
    return from_document(kind, document) if document is not None else None


def _text(fields: Document, name: str) -> str:
    found = fields.get(name)
    if isinstance(found, str):
        return found
    msg = f"its {name} is not text"
    raise ValueError(msg)


def _unreadable(where: str) -> DamagedError:
    msg = f"{where} holds a line that is not the record of a commit."
    return DamagedError(msg, "Run: tracker check")
