"""The files of the embedded store: opening, holding, reading beside a writer, and damage."""

import errno
import fcntl
import gc
import json
import os
import socket
import stat
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.store.samples import article, claim, creation, replacement
from tracker.errors import (
    DamagedError,
    DatabaseHeldError,
    NoRoomError,
    ReadOnlyError,
    StoreError,
)
from tracker.model import Claim
from tracker.store import Store, open_store
from tracker.store.embedded import EmbeddedStore
from tracker.store.journal import ROOM
from tracker.store.migrations import FORMAT


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def filled(path: Path, edits: int = 3) -> EmbeddedStore:
    store = EmbeddedStore(path)
    for number in range(edits):
        store.apply(creation(claim(f"clm_{number}")))
    return store


def ids(store: Store) -> list[str]:
    return [found.id for found in store.scan(Claim)]


def test_everything_is_there_after_reopening(path: Path) -> None:
    store = filled(path)
    store.apply(replacement(claim("clm_1"), note="seen", reviewer="رنا"))
    history = list(store.history())
    store.close()
    again = EmbeddedStore(path)
    assert ids(again) == ["clm_0", "clm_1", "clm_2"]
    assert again.get(Claim, "clm_1").note == "seen"
    assert list(again.history()) == history
    assert again.sequence == 4
    assert again.notices == ()
    assert again.check() == ()
    again.close()


def test_scan_of_what_was_read_is_as_it_was_when_asked_for(path: Path) -> None:
    store = filled(path)
    store.compact()
    store.close()
    again = EmbeddedStore(path)
    asked = again.scan(Claim)
    again.apply(replacement(again.get(Claim, "clm_1"), note="later"))
    assert [found.note for found in asked] == ["", "", ""]
    assert again.get(Claim, "clm_1").note == "later"
    again.close()


def test_commits_are_chained_by_hash(path: Path) -> None:
    store = filled(path)
    hashes = [commit.hash for commit in store.history()]
    store.close()
    lines = [json.loads(line) for line in beside(path, ".journal").read_bytes().splitlines()]
    assert [line["hash"] for line in lines] == hashes[::-1]
    assert [line["record"]["sequence"] for line in lines] == [1, 2, 3]


def test_room_for_later_lines_is_made_beforehand_and_given_back(path: Path) -> None:
    store = filled(path)
    journal = beside(path, ".journal")
    lines, room = journal.read_bytes().rsplit(b"\n", 1)
    assert lines.count(b"\n") == 2
    assert room == bytes(ROOM - len(lines.split(b"\n", 1)[1]) - 1)
    assert ids(open_store(str(path), readonly=True)) == ids(store)
    store.close()
    assert journal.read_bytes() == lines + b"\n"


def test_room_that_a_killed_process_leaves_is_no_unfinished_line(path: Path) -> None:
    store = filled(path)
    left = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    store.close()
    for name, content in left.items():
        (path.parent / name).write_bytes(content)
    again = EmbeddedStore(path)
    assert len(again.notices) == 1
    assert f"process {os.getpid()} on {socket.gethostname()}, since 20" in again.notices[0]
    assert "was taken over" in again.notices[0]
    assert beside(path, ".journal").stat().st_size > ROOM
    again.apply(creation(claim("clm_more")))
    assert beside(path, ".journal").stat().st_size == len(left[beside(path, ".journal").name])
    again.close()
    assert EmbeddedStore(path).check() == ()


def test_line_is_written_without_room_where_the_disk_has_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.pwrite

    def refuse(descriptor: int, data: bytes, offset: int) -> int:
        if len(data) >= ROOM:
            real(descriptor, bytes(data[:5000]), offset)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, data, offset)

    monkeypatch.setattr(os, "pwrite", refuse)
    store = filled(path)
    assert beside(path, ".journal").read_bytes().count(b"\0") == 0
    assert store.check() == ()
    store.close()


def test_files_are_private(path: Path) -> None:
    store = filled(path)
    store.compact()
    store.apply(creation(article()))
    store.compact()
    store.close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == dict.fromkeys(
        (path.name, *(path.name + e for e in (".journal", ".lock", ".previous"))), 0o600
    )


def test_compaction_never_touches_the_journal(path: Path) -> None:
    store = filled(path)
    before = beside(path, ".journal").read_bytes()
    store.compact()
    assert beside(path, ".journal").read_bytes() == before
    store.apply(creation(claim("clm_later")))
    store.close()
    again = EmbeddedStore(path)
    assert ids(again) == ["clm_0", "clm_1", "clm_2", "clm_later"]
    assert len(list(again.history())) == 4
    assert again.check() == ()
    again.close()


def test_second_writer_is_told_who_holds_the_database(path: Path) -> None:
    store = filled(path)
    with pytest.raises(DatabaseHeldError) as caught:
        open_store(str(path))
    assert f"process {os.getpid()} on {socket.gethostname()}, since 20" in caught.value.message
    assert str(path) in caught.value.message
    assert "exports work" in caught.value.hint
    store.close()
    open_store(str(path)).close()


def test_reader_beside_the_writer_follows_when_it_asks(path: Path) -> None:
    store = filled(path, 1)
    reader = open_store(str(path), readonly=True)
    assert reader.readonly
    store.apply(creation(claim("clm_new")))
    assert ids(reader) == ["clm_0"]
    assert reader.refresh()
    assert not reader.refresh()
    assert ids(reader) == ["clm_0", "clm_new"]
    assert reader.find(Claim, "article_id", "art_one") == tuple(reader.scan(Claim))
    store.compact()
    store.apply(replacement(claim("clm_new"), note="x"))
    assert reader.refresh()
    assert reader.get(Claim, "clm_new").note == "x"
    assert [c.sequence for c in reader.history("clm_new")] == [3, 2]
    assert reader.check() == ()
    reader.close()
    store.close()


def test_reader_cannot_write(path: Path) -> None:
    filled(path).close()
    reader = open_store(str(path), readonly=True)
    with pytest.raises(ReadOnlyError, match="open for reading only"):
        reader.apply(creation(claim("clm_new")))
    with pytest.raises(ReadOnlyError):
        reader.compact()


def test_reading_creates_nothing(path: Path) -> None:
    with pytest.raises(StoreError, match=f"no database at {path}"):
        open_store(str(path), readonly=True)
    assert not path.parent.exists()


def test_folder_that_cannot_be_written_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path).close()
    real = os.open

    def refuse(name: str, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), name)
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    store = open_store(str(path))
    assert store.readonly
    assert "open for reading only" in store.notices[0]
    assert ids(store) == ["clm_0", "clm_1", "clm_2"]


def test_file_system_without_locks_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(StoreError, match="cannot lock files"):
        open_store(str(path))


def test_unfinished_line_is_dropped_and_said(path: Path) -> None:
    filled(path).close()
    journal = beside(path, ".journal")
    whole = journal.read_bytes()
    with journal.open("ab") as file:
        file.write(b'{"hash":"abc')
    reader = open_store(str(path), readonly=True)
    assert ids(reader) == ["clm_0", "clm_1", "clm_2"]
    store = EmbeddedStore(path)
    assert "12 bytes" in store.notices[0]
    assert journal.read_bytes() == whole
    store.apply(creation(claim("clm_new")))
    store.close()
    again = EmbeddedStore(path)
    assert again.notices == ()
    assert len(ids(again)) == 4
    again.close()


def test_lost_acknowledged_commits_are_not_passed_over(path: Path) -> None:
    filled(path).close()
    journal = beside(path, ".journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-2]) + lines[-2][:50])
    for readonly in (False, True):
        with pytest.raises(DamagedError, match="lacks its last 2 acknowledged commits"):
            open_store(str(path), readonly=readonly)


def test_damaged_middle_is_refused(path: Path) -> None:
    filled(path).close()
    journal = beside(path, ".journal")
    raw = bytearray(journal.read_bytes())
    raw[200] ^= 1
    journal.write_bytes(raw)
    with pytest.raises(DamagedError, match="damaged at byte 0"):
        open_store(str(path))


def test_line_taken_out_of_the_history_is_noticed(path: Path) -> None:
    filled(path).close()
    journal = beside(path, ".journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + lines[2])
    with pytest.raises(DamagedError):
        open_store(str(path))


@pytest.mark.parametrize("spoil", [lambda raw: b"", lambda raw: raw[:-9], lambda raw: b"{}"])
def test_damaged_snapshot_is_rebuilt_and_said(path: Path, spoil: Callable[[bytes], bytes]) -> None:
    store = filled(path)
    store.compact()
    store.close()
    path.write_bytes(spoil(path.read_bytes()))
    store = EmbeddedStore(path)
    assert "damaged" in store.notices[0]
    assert "rebuilt from the journal" in store.notices[0]
    assert ids(store) == ["clm_0", "clm_1", "clm_2"]
    assert store.check() == ()
    store.close()
    assert beside(path, ".damaged").exists()
    again = EmbeddedStore(path)
    assert again.notices == ()
    again.close()


def test_all_is_rebuilt_from_the_journal_alone(path: Path) -> None:
    store = filled(path)
    store.compact()
    store.close()
    for ending in ("", ".previous", ".lock"):
        beside(path, ending).unlink()
    store = EmbeddedStore(path)
    assert "was missing and was rebuilt from the journal" in store.notices[0]
    assert ids(store) == ["clm_0", "clm_1", "clm_2"]
    store.close()


def test_missing_journal_is_damage(path: Path) -> None:
    filled(path).close()
    beside(path, ".journal").unlink()
    with pytest.raises(DamagedError, match=r"journal, the history of .* is missing"):
        open_store(str(path))


def test_emptied_journal_is_damage(path: Path) -> None:
    store = filled(path)
    store.compact()
    store.close()
    beside(path, ".journal").write_bytes(b"")
    beside(path, ".lock").unlink()
    with pytest.raises(DamagedError, match="does not hold the history"):
        open_store(str(path))


@pytest.mark.parametrize("content", [b"", b"{}", b'{"_default": {"1": {}}}', b"\xff\xfe", b"text"])
def test_file_of_something_else_is_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is not a database of tracker"):
        open_store(str(path))
    assert path.read_bytes() == content


def test_folder_given_as_database_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError):
        open_store(str(path))


def test_newer_format_is_refused(path: Path) -> None:
    filled(path).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracker.store.migrations.FORMAT", 0)
        with pytest.raises(StoreError, match=f"format {FORMAT}; this program reads 1 to 0"):
            open_store(str(path))


def test_full_disk_keeps_what_was_there_and_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(path, 1)
    real = os.pwrite
    taken = 0

    def refuse(descriptor: int, data: bytes, offset: int) -> int:
        nonlocal taken
        if taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = real(descriptor, bytes(data)[:40], offset)
        return taken

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", refuse)
        with pytest.raises(NoRoomError, match="no room"):
            store.apply(creation(claim("clm_lost")))
    assert ids(store) == ["clm_0"]
    store.apply(creation(claim("clm_kept")))
    store.close()
    again = EmbeddedStore(path)
    assert ids(again) == ["clm_0", "clm_kept"]
    assert again.notices == ()
    again.close()


def test_failed_flush_stops_writing_until_reopened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(path, 1)

    def refuse(descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", refuse)
        with pytest.raises(StoreError, match=r"Flushing .* failed"):
            store.apply(creation(claim("clm_lost")))
    with pytest.raises(StoreError, match=r"Flushing .* failed"):
        store.apply(creation(claim("clm_refused")))
    assert ids(store) == ["clm_0"]
    store.close()
    again = EmbeddedStore(path)
    assert ids(again) == ["clm_0"]
    again.apply(creation(claim("clm_again")))
    again.close()


def test_failed_compaction_loses_nothing_and_leaves_no_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(path)
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(
            "tracker.store.snapshot.write_at",
            lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")),
        )
        with pytest.raises(NoRoomError):
            store.compact()
    assert path.read_bytes() == before
    assert not beside(path, ".tmp").exists()
    store.compact()
    store.close()


def test_large_journal_is_folded_in_the_background(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.folding.LEAST_TAIL", 2000)
    store = filled(path, 50)
    store.close()
    assert json.loads(path.read_bytes())["_meta"]["1"]["sequence"] > 0
    assert b"clm_0" in path.read_bytes()
    again = EmbeddedStore(path)
    assert len(ids(again)) == 50
    assert again.check() == ()
    again.close()


def test_a_large_database_says_what_its_size_costs(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.embedded.COMFORTABLE", 3)
    store = filled(path)
    assert "This database holds 3 claims; from 3 on" in store.notices[0]
    assert f"tracker copy {path} postgresql://" in store.notices[0]
    store.close()


def test_closed_store_refuses_edits(path: Path) -> None:
    store = filled(path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="has been closed"):
        store.apply(creation(claim("clm_new")))


def test_closed_store_gives_its_memory_back(path: Path) -> None:
    gc.disable()
    try:
        store = filled(path)
        store.compact()
        storage = weakref.ref(store.database.storage)
        store.close()
        del store
        assert storage() is None
    finally:
        gc.enable()


def test_address_forms(path: Path) -> None:
    filled(path).close()
    assert open_store(f"file://{path}", readonly=True).location == str(path)
    assert open_store(f"file:{path}", readonly=True).sequence == 3
    assert open_store("memory:").location == "memory:"


def test_nothing_is_loaded_before_a_database_is_opened() -> None:
    code = (
        "import sys, tracker.store; tracker.store.open_store('memory:');"
        "sys.exit(any(m in sys.modules for m in ('tinydb', 'cattrs')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
