from pathlib import Path

import pytest

from tests.unit.store.samples import NOON, article, changeset, claim, creation, replacement
from tracker.errors import DamagedError, StoreError
from tracker.model import Change, Claim, Entity
from tracker.model.change import KINDS
from tracker.store.embedded import EmbeddedStore
from tracker.store.salvage import Salvage, salvage


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "saved" / "claims.json"


def contents(store: EmbeddedStore) -> list[Entity]:
    return [entity for kind in KINDS.values() for entity in store.scan(kind)]


def make(path: Path, *, compact_after: int = 0) -> list[Entity]:
    store = EmbeddedStore(path)
    edits = [
        creation(claim("clm_a"), article()),
        creation(claim("clm_b"), claim("clm_c")),
        replacement(claim("clm_a"), note="seen"),
        changeset(Change(before=claim("clm_b"))),
        creation(claim("clm_d")),
    ]
    for number, made in enumerate(edits, start=1):
        store.apply(made)
        if number == compact_after:
            store.compact()
    found = contents(store)
    store.close()
    return found


def spoil(path: Path, line: int) -> None:
    journal = path.with_name(path.name + ".journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"label":"Edit"', b'"label":"Fake"')
    journal.write_bytes(b"".join(lines))
    if line:
        path.unlink()


def run(path: Path, target: Path) -> tuple[Salvage, EmbeddedStore]:
    saved = salvage(path, target, reviewer="Huda", at=NOON)
    return saved, EmbeddedStore(target)


def test_what_follows_the_damage_is_brought_in_as_one_commit(path: Path, target: Path) -> None:
    make(path)
    spoil(path, 1)
    with pytest.raises(DamagedError):
        EmbeddedStore(path)
    saved, store = run(path, target)
    assert saved == Salvage(commits=1, restored=2, damaged=1, unusable=())
    assert {c.id: (c.note, c.version) for c in store.scan(Claim)} == {
        "clm_a": ("seen", 2),
        "clm_d": ("", 1),
    }
    assert next(c.changeset.label for c in store.history()) == (
        "Restore 2 records after damage in the history"
    )
    assert store.check() == ()
    store.close()


def test_snapshot_after_the_damage_saves_every_record(path: Path, target: Path) -> None:
    everything = make(path, compact_after=3)
    snapshot = path.read_bytes()
    spoil(path, 1)
    path.write_bytes(snapshot)
    saved, store = run(path, target)
    assert saved.commits == 1
    assert saved.damaged == 1
    assert {e.id: e for e in contents(store)} == {e.id: e for e in everything}
    assert store.check() == ()
    store.close()


def test_without_journal_the_snapshot_is_saved(path: Path, target: Path) -> None:
    everything = make(path, compact_after=5)
    path.with_name(path.name + ".journal").unlink()
    saved, store = run(path, target)
    assert saved.commits == 0
    assert {e.id: e for e in contents(store)} == {e.id: e for e in everything}
    store.close()


def test_sound_database_is_saved_as_it_is(path: Path, target: Path) -> None:
    everything = make(path)
    saved, store = run(path, target)
    assert saved == Salvage(commits=5, restored=0, damaged=0, unusable=())
    assert contents(store) == everything
    store.close()


def test_room_that_a_killed_process_left_is_no_damage(path: Path, target: Path) -> None:
    everything = make(path)
    journal = path.with_name(path.name + ".journal")
    journal.write_bytes(journal.read_bytes() + bytes(5000))
    saved, store = run(path, target)
    assert saved == Salvage(commits=5, restored=0, damaged=0, unusable=())
    assert contents(store) == everything
    store.close()


def test_damaged_files_are_left_alone(path: Path, target: Path) -> None:
    make(path)
    spoil(path, 2)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    run(path, target)[1].close()
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_nothing_is_overwritten(path: Path) -> None:
    make(path)
    with pytest.raises(StoreError, match="exists already"):
        salvage(path, path, reviewer="Huda", at=NOON)
