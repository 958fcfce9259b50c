"""What an edit did, told from the change sets it made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tracker.cli.invocation import Invocation
from tracker.cli.judgement_shapes import JsonObject
from tracker.cli.listing import (
    ARTICLES,
    ASSERTIONS,
    ASSESSMENTS,
    ASSIGNMENTS,
    CLAIMS,
    CORROBORATIONS,
    FACT_CHECK_LINKS,
    FACT_CHECKS,
    SETTLEMENTS,
    SOURCE_LINKS,
    SOURCES,
)
from tracker.cli.messages import tell
from tracker.cli.printing import print_json, print_rows
from tracker.cli.shapes import Shapes, commit_shape, deed
from tracker.model import (
    Article,
    Assertion,
    Assessment,
    Assignment,
    Claim,
    Commit,
    Corroboration,
    Entity,
    FactCheck,
    FactCheckLink,
    Settlement,
    Source,
    SourceLink,
)
from tracker.services.session import Session
from tracker.store import Store


@contextmanager
def editing(invocation: Invocation) -> Iterator[Session]:
    """Open the database for one command's edits, and report them when all went well."""
    with invocation.editing() as session:
        before = session.store.sequence
        yield session
        report(invocation, session.store, before)


def report(invocation: Invocation, store: Store, since: int) -> None:
    """Write the commits after number ``since``, oldest first, with the records as they now are."""
    commits: list[Commit] = []
    for commit in store.history():
        if commit.sequence <= since:
            break
        commits.insert(0, commit)
    if invocation.as_json:
        shapes = [_with_records(store, commit) for commit in commits]
        print_json({"dry_run": invocation.dry_run, "commits": shapes})
    elif commits:
        print_rows(invocation, ("edit", "what", "record", "now"), _rows(store, commits))
    else:
        tell("Nothing to change: it is so already.")
    note_rehearsal(invocation)


def note_rehearsal(invocation: Invocation) -> None:
    """Say that nothing was written, where that is so."""
    if invocation.dry_run:
        tell("This was a dry run: nothing was written.")


def _with_records(store: Store, commit: Commit) -> JsonObject:
    shapes = Shapes(store)
    after = [c.after for c in commit.changeset.changes if c.after is not None]
    return {**commit_shape(commit), "records": [shapes.any_record(entity) for entity in after]}


def _rows(store: Store, commits: Sequence[Commit]) -> Iterator[tuple[str, ...]]:
    for commit in commits:
        for change in commit.changeset.changes:
            cells = row_of(store, change.after) if change.after else ()
            now = " · ".join(cell for cell in cells[1:] if cell)
            yield commit.changeset.label, deed(change), change.entity.id, now


def row_of(store: Store, entity: Entity) -> tuple[str, ...]:
    """Return the cells of a record of whatever kind.

    Raises:
        TypeError: when it is no record.
    """
    match entity:
        case Article():
            return ARTICLES.row(store, entity)
        case Claim():
            return CLAIMS.row(store, entity)
        case Source():
            return SOURCES.row(store, entity)
        case Assertion():
            return ASSERTIONS.row(store, entity)
        case Assessment():
            return ASSESSMENTS.row(store, entity)
        case Corroboration():
            return CORROBORATIONS.row(store, entity)
        case SourceLink():
            return SOURCE_LINKS.row(store, entity)
        case Assignment():
            return ASSIGNMENTS.row(store, entity)
        case Settlement():
            return SETTLEMENTS.row(store, entity)
        case FactCheck():
            return FACT_CHECKS.row(store, entity)
        case FactCheckLink():
            return FACT_CHECK_LINKS.row(store, entity)
        case _:
            raise TypeError(type(entity))
