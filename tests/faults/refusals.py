"""The system refuses: a full disk, a failing flush, a folder of somebody else, a clock gone wrong.

python -m tests.faults.refusals
"""

import errno
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from tests.faults.calls import counted, intercepted, write_half
from tests.faults.children import ended_well
from tests.faults.desk import Desk, after, changeset, claim, desk_of, edit, folded_often
from tests.faults.outcome import Outcome, print_table
from tracker.errors import NoRoomError, ReadOnlyError, StoreError
from tracker.model import Change, Claim, Reviewer
from tracker.services.session import Session
from tracker.services.undoing import redo, undo
from tracker.store import Store, open_store

_EDITS = 8
_NOBODY = 65534


def every_call(folder: Path, code: int) -> Outcome:
    """Let each writing call fail once with ``code``, half done, and go on as far as allowed."""
    trials = refused = reopened = 0
    failing = True
    while failing:
        trials += 1
        path = folder / f"{errno.errorcode[code]} {trials}" / "claims.json"
        desk, refusals, failing = _worked(path, trials, code)
        refused += refusals > 0
        reopened += refusals > 1
        store = open_store(str(path))
        assert desk_of(store) in desk, f"call {trials}: an acknowledged edit is lost"
        assert store.check() == (), store.check()
        store.apply(changeset(999, Change(after=claim("clm_on"))))
        store.close()
    name = f"{errno.errorcode[code]} at each writing call of edits and snapshots"
    found = f"{refused} edits refused, {reopened} times all until reopened, none lost"
    return Outcome(name, trials, found)


def _worked(path: Path, call: int, code: int) -> tuple[list[Desk], int, bool]:
    """Return what may be there afterwards, refused edits, and whether there was such a call."""
    failed = False

    def fail(name: str, real: Callable[..., object], args: tuple[object, ...]) -> None:
        nonlocal failed
        failed = True
        write_half(name, real, args)
        raise OSError(code, os.strerror(code))

    refused, desk, allowed = 0, Desk(), [Desk()]
    with intercepted(counted(call, fail)):
        try:
            store = open_store(str(path))
        except StoreError:
            return [Desk()], 1, failed
        for number in range(_EDITS):
            made = edit(store, number)
            try:
                store.apply(made)
            except StoreError:
                refused += 1
                # After a failed flush nobody knows whether it is there.
                allowed.append(after(desk, made))
                assert desk_of(store) == desk, "a refused edit is seen"
            else:
                desk = after(desk, made)
                allowed = [desk]
        try:
            store.compact()
        except StoreError:
            assert desk_of(store) == desk
        store.close()
    return allowed, refused, failed


def _until_refused(store: Store, times: int) -> int:
    """Make edits until so many were refused for want of room; return the last one's number."""
    refused = 0
    for number in count(store.sequence):
        try:
            store.apply(changeset(number, Change(after=claim(f"clm_{number}", "x" * 300))))
        except NoRoomError:
            refused += 1
            assert store.count(Claim) == store.sequence, "a refused edit is seen"
            if refused == times:
                return number
    return 0


def largest_file(folder: Path) -> Outcome:
    """Let the journal reach the largest size allowed (``RLIMIT_FSIZE``), then allow more."""
    path = folder / "largest.json"

    def work() -> None:
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)
        store = open_store(str(path))
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limit[1]))
        last = _until_refused(store, 5)
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        store.apply(changeset(last + 1, Change(after=claim("clm_after"))))
        store.compact()
        store.close()

    assert ended_well(work)
    return _went_on(path, "disk full: largest size of a file (RLIMIT_FSIZE)")


def _went_on(path: Path, name: str) -> Outcome:
    store = open_store(str(path))
    assert store.notices == (), store.notices
    assert store.get(Claim, "clm_after").version == 1
    assert store.count(Claim) == store.sequence
    assert store.check() == ()
    found = f"{store.sequence - 1} edits, then 5 refused, none lost, went on with room"
    store.close()
    return Outcome(name, 1, found)


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """Mount a disk of 2 MB at ``place`` where this user may; tell whether it is there."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(place)], check=True)


def full_disk(folder: Path) -> Outcome:
    """Fill a small disk with a database and a file beside it, then take that file away."""
    name = "disk full: a disk of 2 MB"
    with small_disk(folder / "disk") as mounted:
        if not mounted:
            return Outcome(name, 0, "not tried: this user may not mount one")
        path, ballast = folder / "disk" / "claims.json", folder / "disk" / "ballast"
        ballast.write_bytes(bytes(1_600_000))
        store = open_store(str(path))
        last = _until_refused(store, 5)
        for _ in range(3):
            try:
                store.compact()
                msg = "a snapshot was written on a full disk"
                raise AssertionError(msg)
            except NoRoomError:
                assert not list(path.parent.glob("*.tmp")), "a snapshot keeps the disk full"
        ballast.unlink()
        store.apply(changeset(last + 1, Change(after=claim("clm_after"))))
        store.compact()
        store.close()
        return _went_on(path, name)


def foreign_folder(folder: Path) -> Outcome:
    """Open a database in a folder that this user may only read. Needs root to play two users."""
    name = "folder of another user"
    if os.geteuid() != 0:
        return Outcome(name, 0, "not tried: needs root")
    path = folder / "foreign" / "claims.json"
    store = open_store(str(path))
    store.apply(changeset(0, Change(after=claim("clm_one"))))
    store.close()
    for place in (path.parent, *path.parents):
        if place != Path("/") and not place.stat().st_mode & 0o001:
            place.chmod(0o755)
    for file in path.parent.iterdir():
        file.chmod(0o644)
    assert ended_well(lambda: _read_as_nobody(path))
    return Outcome(name, 1, "opened for reading, and said so")


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


def clock_backwards(folder: Path) -> Outcome:
    """Let every edit, undo and redo be a day before the last, through many openings."""
    path, told = folder / "clock.json", datetime(2020, 11, 10, tzinfo=UTC)
    numbers = count(1)

    def clock() -> datetime:
        return told - timedelta(days=next(numbers))

    kept: list[Desk] = [{}]
    for number in range(30):
        store = open_store(str(path))
        session = Session(store=store, reviewer=Reviewer("Huda"), clock=clock)
        assert desk_of(store) == kept[-1]
        session.commit(f"Edit {number}", Change(after=claim(f"clm_{number}")))
        undo(session)
        assert set(desk_of(store)) == set(kept[-1])
        redo(session)
        kept.append(desk_of(store))
        store.close()
    store = open_store(str(path))
    commits = list(store.history())
    assert [c.sequence for c in commits] == list(range(90, 0, -1))
    times = [c.changeset.at for c in commits]
    assert times == sorted(times), "a time is not as it was told"
    assert store.check() == ()
    store.close()
    return Outcome("clock going back a day at every edit", 90, "order kept, undo and redo right")


def trials(folder: Path) -> Iterator[Outcome]:
    """Run all trials and yield what each kind came to."""
    with folded_often():
        for code in (errno.ENOSPC, errno.EIO):
            yield every_call(folder, code)
        yield largest_file(folder)
        yield full_disk(folder)
        yield foreign_folder(folder)
        yield clock_backwards(folder)


def main() -> int:
    """Run the trials and print what they came to."""
    with tempfile.TemporaryDirectory() as folder:
        return print_table([lambda: trials(Path(folder))])


if __name__ == "__main__":
    sys.exit(main())
