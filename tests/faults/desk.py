"""A made-up desk for the fault trials: edits that follow from a number, and what they leave."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from attrs import evolve

from tracker.model import (
    ArticleId,
    Attribution,
    Change,
    ChangeSet,
    ChangeSetId,
    Claim,
    ClaimId,
    SourceId,
    Span,
)
from tracker.store import Store, folding

_START = datetime(2020, 11, 10, tzinfo=UTC)
_FOLD_EVERY = 6000
_WORDS = ("قال", "مصدر", "إن", "قتلى", "في", "المدينة", "reports", "of", "15", "dead")

#: What a desk holds: identifier -> (version, note).
Desk = dict[str, tuple[int, str]]


def desk_of(store: Store) -> Desk:
    """Return what ``store`` holds."""
    return {claim.id: (claim.version, claim.note) for claim in store.scan(Claim)}


def claim(name: str, note: str = "") -> Claim:
    """Return a claim under the identifier ``name``."""
    return Claim(
        id=ClaimId(name),
        article_id=ArticleId("art_one"),
        spans=(Span(0, 4),),
        quote="قال ",
        attribution=Attribution(source_id=SourceId("src_one")),
        note=note,
    )


def edit(store: Store, number: int) -> ChangeSet:
    """Return the edit that ``number`` stands for, as the records of ``store`` allow it.

    One to three claims are created, reworded (to a longer or shorter note) or deleted.
    """
    chance = random.Random(number)  # noqa: S311  (repeatable trials)
    known = sorted(claim.id for claim in store.scan(Claim))
    changes: dict[str, Change] = {}
    for part in range(chance.randint(1, 3)):
        note = " ".join(chance.choices(_WORDS, k=chance.randint(0, 30)))
        if len(known) < 5 or chance.random() < 0.2:
            name = f"clm_{number}_{part}"
            changes[name] = Change(after=claim(name, note))
            continue
        before = store.get(Claim, chance.choice(known))
        if chance.random() < 0.2:
            changes[before.id] = Change(before=before)
        else:
            changes[before.id] = Change.replace(before, evolve(before, note=note))
    return changeset(number, *changes.values())


def changeset(number: int, *changes: Change) -> ChangeSet:
    """Return ``changes`` as the edit number ``number``; times run backwards, which is no matter."""
    return ChangeSet(
        id=ChangeSetId(f"chg_{number}"),
        reviewer="Huda",
        at=_START - timedelta(seconds=number),
        label=f"Edit {number}",
        changes=changes,
    )


def after(desk: Desk, made: ChangeSet) -> Desk:
    """Return what ``desk`` becomes by an edit."""
    new = dict(desk)
    for change in made.changes:
        if isinstance(change.after, Claim):
            new[change.after.id] = (change.after.version, change.after.note)
        else:
            del new[change.entity.id]
    return new


@contextmanager
def folded_often() -> Iterator[None]:
    """Let snapshots be written every few edits, so that many trials fall into one."""
    usual = folding.LEAST_TAIL
    folding.LEAST_TAIL = _FOLD_EVERY
    try:
        yield
    finally:
        folding.LEAST_TAIL = usual
