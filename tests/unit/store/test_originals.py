"""The bytes that came in: kept once, private, checked, and given back as they were."""

import hashlib
from pathlib import Path

import pytest

from tests.unit.store.samples import NOON, article, creation
from tracker.errors import DamagedError, NotFoundError, ReadOnlyError, StoreError
from tracker.store import Store, open_store
from tracker.store.rehearsal import Rehearsal
from tracker.store.salvage import salvage

DATA = "صفحة محفوظة".encode("windows-1256") + b"\x00\xff"
DIGEST = hashlib.sha256(DATA).hexdigest()


def test_what_is_kept_comes_back_as_it_was(store: Store) -> None:
    assert store.keep_original(DATA) == DIGEST
    assert store.keep_original(DATA) == DIGEST
    assert store.original(DIGEST) == DATA


def test_what_is_kept_is_listed_and_goes_for_good(store: Store) -> None:
    store.keep_original(b"other")
    store.keep_original(DATA)
    kept = {one.sha256: one.size for one in store.originals()}
    assert kept == {DIGEST: len(DATA), hashlib.sha256(b"other").hexdigest(): 5}
    assert [one.sha256 for one in store.originals()] == sorted(kept)
    if store.location.startswith("postgresql"):
        with pytest.raises(StoreError, match="not deleted"):
            store.drop_original(DIGEST)
        return
    store.drop_original(DIGEST)
    store.drop_original("../../etc/passwd")
    assert [one.size for one in store.originals()] == [5]
    with pytest.raises(NotFoundError):
        store.original(DIGEST)
    assert store.keep_original(DATA) == DIGEST
    assert store.original(DIGEST) == DATA


@pytest.mark.parametrize("digest", ["", "0" * 64, "../../etc/passwd", "ab"])
def test_what_was_never_kept_is_not_found(store: Store, digest: str) -> None:
    with pytest.raises(NotFoundError, match="No original is kept"):
        store.original(digest)


def test_files_are_for_their_owner_alone_and_named_by_content(tmp_path: Path) -> None:
    with_files = open_store(str(tmp_path / "desk.tracker"))
    with_files.keep_original(DATA)
    (path,) = (p for p in (tmp_path / "desk.tracker.originals").rglob("*") if p.is_file())
    assert (path.name, path.parent.name) == (DIGEST, DIGEST[:2])
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with_files.close()


def test_a_changed_file_is_told_and_mended_by_the_same_bytes(tmp_path: Path) -> None:
    with_files = open_store(str(tmp_path / "desk.tracker"))
    with_files.keep_original(DATA)
    path = tmp_path / "desk.tracker.originals" / DIGEST[:2] / DIGEST
    path.write_bytes(b"something else")
    with pytest.raises(DamagedError, match="no longer what came in"):
        with_files.original(DIGEST)
    with_files.keep_original(DATA)
    assert with_files.original(DIGEST) == DATA
    with_files.close()


def test_a_reader_keeps_nothing_but_reads(tmp_path: Path) -> None:
    writer = open_store(str(tmp_path / "desk.tracker"))
    writer.keep_original(DATA)
    reader = open_store(str(tmp_path / "desk.tracker"), readonly=True)
    assert reader.original(DIGEST) == DATA
    with pytest.raises(ReadOnlyError):
        reader.keep_original(b"more")
    writer.close()


def test_what_is_sound_is_saved_from_a_damaged_database(tmp_path: Path) -> None:
    with_files = open_store(str(tmp_path / "desk.tracker"))
    with_files.keep_original(DATA)
    spoiled = with_files.keep_original(b"will be spoiled")
    with_files.apply(creation(article()))
    with_files.close()
    (tmp_path / "desk.tracker.originals" / spoiled[:2] / spoiled).write_bytes(b"spoiled")
    salvage(tmp_path / "desk.tracker", tmp_path / "new.tracker", reviewer="Huda", at=NOON)
    saved = open_store(str(tmp_path / "new.tracker"))
    assert saved.original(DIGEST) == DATA
    with pytest.raises(NotFoundError):
        saved.original(spoiled)
    saved.close()


def test_a_rehearsal_keeps_nothing_below(store: Store) -> None:
    rehearsal = Rehearsal(store)
    digest = rehearsal.keep_original(b"only here")
    assert rehearsal.original(digest) == b"only here"
    with pytest.raises(NotFoundError):
        store.original(digest)
