"""Others at the same files: readers while a writer works, several writers, a full disk.

python -m tests.faults.rivals [--opens 10000]
"""

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from tests.faults.desk import changeset, claim
from tracker.errors import DatabaseHeldError, NoRoomError, ReadOnlyError, TrackerError
from tracker.model import Change, Claim
from tracker.store import Store, folding, open_store

_PAIR = ("clm_left", "clm_right")
_NOBODY = 65534


def _child(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


def _ended_well(child: int) -> bool:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _notes(store: Store) -> list[str]:
    return [store.get(Claim, name).note for name in _PAIR]


def _write_pairs(path: Path) -> None:
    """Give both claims of the pair the same note, again and again, folding often."""
    store, number = open_store(str(path)), 0
    while True:
        number += 1
        befores = [store.get(Claim, name) for name in _PAIR]
        note = str(number) * (number % 50)
        changes = [Change.replace(before, evolve(before, note=note)) for before in befores]
        store.apply(changeset(number, *changes))


def readers(folder: Path, opens: int) -> str:
    """Open for reading ``opens`` times, and follow, while another process edits."""
    path = folder / "pairs.json"
    store = open_store(str(path))
    store.apply(changeset(0, *(Change(after=claim(name)) for name in _PAIR)))
    store.close()
    writer = _child(lambda: _write_pairs(path))
    try:
        follower, steps, last, moved = open_store(str(path), readonly=True), 0, 0, 0
        while steps < opens:
            steps += 1
            reader = open_store(str(path), readonly=True)
            assert len(set(_notes(reader))) == 1, "a reader saw half an edit"
            assert reader.sequence >= last, "a reader went back in time"
            last = reader.sequence
            moved += follower.refresh()
            assert len(set(_notes(follower))) == 1, "a follower saw half an edit"
    finally:
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
    follower.refresh()
    final = open_store(str(path))
    assert _notes(final) == _notes(follower)
    return f"{steps} opens for reading beside {final.sequence} edits, follower moved {moved} times"


def _count_up(path: Path, times: int) -> None:
    done = 0
    while done < times:
        try:
            store = open_store(str(path))
        except DatabaseHeldError:
            time.sleep(0.001)
            continue
        for _ in range(min(5, times - done)):
            before = store.get(Claim, "clm_count")
            after = evolve(before, note=str(int(before.note) + 1))
            store.apply(changeset(done, Change.replace(before, after)))
            done += 1
        store.close()


def writers(folder: Path, processes: int, times: int) -> str:
    """Let several processes count up one number, each waiting for the lock."""
    path = folder / "count.json"
    store = open_store(str(path))
    store.apply(changeset(0, Change(after=claim("clm_count", "0"))))
    store.close()
    children = [_child(lambda: _count_up(path, times)) for _ in range(processes)]
    ends = [_ended_well(child) for child in children]
    assert all(ends)
    store = open_store(str(path))
    assert store.get(Claim, "clm_count").note == str(processes * times), "an edit was lost"
    assert store.check() == ()
    return f"{processes} writers, {processes * times} edits, none lost"


def _fill(path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    store, number, refused = open_store(str(path)), 0, 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limit[1]))
    while refused < 5:
        number += 1
        try:
            store.apply(changeset(number, Change(after=claim(f"clm_{number}", "x" * 300))))
        except NoRoomError:
            refused += 1
            assert store.count(Claim) == store.sequence
    full = store.sequence
    resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    store.apply(changeset(number + 1, Change(after=claim("clm_after"))))
    assert store.sequence == full + 1
    store.compact()
    store.close()


def full_disk(folder: Path) -> str:
    """Let the journal reach the largest size allowed, then allow more."""
    path = folder / "full.json"
    assert _ended_well(_child(lambda: _fill(path)))
    store = open_store(str(path))
    assert store.notices == ()
    assert store.get(Claim, "clm_after").version == 1
    assert store.check() == ()
    return f"full disk after {store.sequence - 1} edits: 5 refused, none lost, went on"


def _read_as_nobody(path: Path) -> None:
    os.setgroups([])
    os.setgid(_NOBODY)
    os.setuid(_NOBODY)
    store = open_store(str(path))
    assert store.readonly
    assert "cannot be written" in store.notices[0]
    assert store.count(Claim) == 1
    assert store.check() == ()
    try:
        store.apply(changeset(1, Change(after=claim("clm_new"))))
    except ReadOnlyError:
        return
    msg = "a read-only folder was written"
    raise AssertionError(msg)


def foreign_folder(folder: Path) -> str:
    """Open a database in a folder that this user may only read. Needs root to play two users."""
    if os.geteuid() != 0:
        return "folder of another user: not tried, needs root"
    path = folder / "foreign" / "claims.json"
    store = open_store(str(path))
    store.apply(changeset(0, Change(after=claim("clm_one"))))
    store.close()
    for place in (path.parent, *path.parents):
        if place != Path("/") and not place.stat().st_mode & 0o001:
            place.chmod(0o755)
    for file in path.parent.iterdir():
        file.chmod(0o644)
    assert _ended_well(_child(lambda: _read_as_nobody(path)))
    return "folder of another user: opened for reading and said so"


def main() -> int:
    """Run the trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opens", type=int, default=10_000)
    given = parser.parse_args()
    folding.LEAST_TAIL = 20_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            print(writers(folder, 4, 50))
            print(full_disk(folder))
            print(foreign_folder(folder))
            print(readers(folder, given.opens))
        except TrackerError as error:
            print(error)
            raise
    return 0


if __name__ == "__main__":
    sys.exit(main())
