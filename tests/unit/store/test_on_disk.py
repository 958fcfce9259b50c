"""Created records stay in the journal until somebody asks for them."""

from pathlib import Path

import pytest
from attrs import evolve

from tests.unit.store.samples import claim, creation, replacement
from tracker.errors import DamagedError, StoreError
from tracker.model import Claim, Entity
from tracker.store.embedded import EmbeddedStore
from tracker.store.files import Files
from tracker.store.on_disk import OnDisk


def _row(store: EmbeddedStore, record_id: str) -> object:
    return store.database.storage.state.tables["claims"].rows[record_id]  # type: ignore[attr-defined]


def test_created_record_is_read_from_the_journal_when_asked_for(path: Path) -> None:
    store = EmbeddedStore(path)
    made = evolve(claim(), note="سطر\nوسطر \\ \udcff")
    store.apply(creation(claim("clm_a"), made))
    assert isinstance(_row(store, made.id), OnDisk)
    assert store.get(Claim, made.id) == made
    assert isinstance(_row(store, made.id), Entity)
    assert isinstance(_row(store, "clm_a"), OnDisk)
    store.close()


def test_look_ups_and_edits_do_without_reading_it_into_memory(path: Path) -> None:
    store = EmbeddedStore(path)
    store.apply(creation(claim("clm_a"), claim("clm_b", article="art_x")))
    assert store.holders(Claim, "article_id", "art_x") == ("clm_b",)
    store.apply(creation(claim("clm_c", article="art_x")))
    assert store.holders(Claim, "article_id", "art_x") == ("clm_b", "clm_c")
    store.apply(replacement(claim("clm_a"), article_id="art_x"))
    assert store.holders(Claim, "article_id", "art_one") == ()
    assert isinstance(_row(store, "clm_b"), OnDisk)
    assert isinstance(_row(store, "clm_c"), OnDisk)
    store.close()


def test_only_the_last_records_looked_up_stay_in_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.records.RECENT", 2)
    store = EmbeddedStore(path)
    store.apply(creation(*(claim(f"clm_{n}") for n in range(5))))
    edited = replacement(store.get(Claim, "clm_0"), note="kept")
    store.apply(edited)
    for n in range(5):
        assert store.get(Claim, f"clm_{n}").id == f"clm_{n}"
    held = [n for n in range(5) if isinstance(_row(store, f"clm_{n}"), Entity)]
    assert held == [0, 3, 4]
    assert store.get(Claim, "clm_0").note == "kept"
    assert len(list(store.scan(Claim))) == 5
    assert all(isinstance(_row(store, f"clm_{n}"), Entity) for n in range(5))
    store.close()


def test_snapshot_is_made_of_records_that_nobody_asked_for(path: Path) -> None:
    store = EmbeddedStore(path)
    store.apply(creation(*(claim(f"clm_{n}") for n in range(100))))
    store.compact()
    assert store.check() == ()
    store.close()
    assert [c.id for c in EmbeddedStore(path).scan(Claim)] == [f"clm_{n}" for n in range(100)]


def test_byte_changed_under_an_open_database_is_told_and_never_shown(path: Path) -> None:
    store = EmbeddedStore(path)
    store.apply(creation(evolve(claim(), note="fifteen")))
    journal = Files(path).journal
    data = journal.read_bytes()
    with journal.open("r+b") as file:
        file.seek(data.index(b"fifteen"))
        file.write(b"sixteen")
    with pytest.raises(DamagedError, match="is damaged at byte"):
        store.get(Claim, "clm_one")
    with pytest.raises(DamagedError, match="is damaged at byte"):
        store.compact()
    store.close()


def test_closed_database_says_so(path: Path) -> None:
    store = EmbeddedStore(path)
    store.apply(creation(claim()))
    store.close()
    with pytest.raises(StoreError, match="has been closed"):
        store.get(Claim, "clm_one")


def test_what_the_snapshot_lacks_is_left_in_the_journal_at_the_next_opening(path: Path) -> None:
    store = EmbeddedStore(path)
    made = evolve(claim("clm_b"), note="سطر\nوسطر \\ \udcff")
    store.apply(creation(claim("clm_a"), made, claim("clm_c")))
    edit = replacement(made, note="edited")
    store.apply(edit)
    store.close()
    for readonly in (True, False):
        again = EmbeddedStore(path, readonly=readonly)
        assert all(isinstance(_row(again, f"clm_{n}"), OnDisk) for n in "abc")
        assert again.get(Claim, "clm_b") == edit.changes[0].after
        assert again.get(Claim, "clm_c") == claim("clm_c")
        again.close()


def test_a_reader_leaves_what_the_writer_adds_in_the_journal(path: Path) -> None:
    store = EmbeddedStore(path)
    store.apply(creation(claim("clm_a")))
    reader = EmbeddedStore(path, readonly=True)
    store.apply(creation(claim("clm_b")))
    assert reader.refresh()
    assert isinstance(_row(reader, "clm_b"), OnDisk)
    assert reader.get(Claim, "clm_b") == claim("clm_b")
    store.close()
    reader.close()
