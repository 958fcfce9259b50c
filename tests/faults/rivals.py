"""Others at the same files: readers while a writer works, several writers, several threads.

python -m tests.faults.rivals [--opens 10000]
"""

import argparse
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from attrs import evolve

from tests.faults.children import child, end_of
from tests.faults.desk import changeset, claim, folded_often
from tests.faults.outcome import Outcome, print_table
from tracker.errors import ConflictError, DatabaseHeldError
from tracker.model import Change, Claim
from tracker.store import Store, open_store

_PAIR = ("clm_left", "clm_right")


def _whole(store: Store) -> bool:
    """Return whether ``store`` shows both claims of the pair alike, and one claim beside them."""
    notes = {store.get(Claim, name).note for name in _PAIR}
    return len(notes) == 1 and store.count(Claim) == len(_PAIR) + 1


def _write_pairs(path: Path) -> None:
    """Give both claims of the pair the same note and change the third for a new one, for ever."""
    store, number = open_store(str(path)), 0
    while True:
        third, number = f"clm_{number}", number + 1
        befores = [store.get(Claim, name) for name in _PAIR]
        note = str(number) * (number % 50)
        changes = [Change.replace(before, evolve(before, note=note)) for before in befores]
        changes.append(Change(before=store.get(Claim, third)))
        changes.append(Change(after=claim(f"clm_{number}")))
        store.apply(changeset(number, *changes))


def readers(folder: Path, opens: int) -> Outcome:
    """Open for reading ``opens`` times, and follow, while another process edits."""
    path = folder / "pairs.json"
    store = open_store(str(path))
    store.apply(changeset(0, *(Change(after=claim(name)) for name in (*_PAIR, "clm_0"))))
    store.close()
    writer = child(lambda: _write_pairs(path))
    try:
        follower, steps, last, moved = open_store(str(path), readonly=True), 0, 0, 0
        while steps < opens:
            steps += 1
            reader = open_store(str(path), readonly=True)
            assert _whole(reader), "a reader saw half an edit"
            assert reader.sequence >= last, "a reader went back in time"
            last = reader.sequence
            moved += follower.refresh()
            assert _whole(follower), "a follower saw half an edit"
    finally:
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
    follower.refresh()
    final = open_store(str(path))
    assert list(final.scan(Claim)) == list(follower.scan(Claim))
    edits = final.sequence
    final.close()
    found = f"every view whole, beside {edits:,} edits; a follower moved {moved:,} times"
    return Outcome("opened for reading while another process writes", steps, found)


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


def writers(folder: Path, processes: int, times: int) -> Outcome:
    """Let several processes count up one number, each waiting for the lock."""
    path = folder / "count.json"
    store = open_store(str(path))
    store.apply(changeset(0, Change(after=claim("clm_count", "0"))))
    store.close()
    children = [child(lambda: _count_up(path, times)) for _ in range(processes)]
    ends = [end_of(number) for number in children]
    assert all(ends)
    store = open_store(str(path))
    assert store.get(Claim, "clm_count").note == str(processes * times), "an edit was lost"
    assert store.check() == ()
    store.close()
    found = f"{processes * times} counted, none lost"
    return Outcome(f"{processes} processes taking turns to write", processes * times, found)


def threads(folder: Path, workers: int, times: int) -> Outcome:
    """Let several threads count up numbers, look, undo and fold, all in one store."""
    path = folder / "threads.json"
    store = open_store(str(path))
    names = [f"clm_{n}" for n in range(workers)]
    store.apply(changeset(0, *(Change(after=claim(name, "0")) for name in names)))
    retried, wrong = count(), list[BaseException]()

    def work() -> None:
        try:
            _count_in_thread(store, names, times, retried)
        except BaseException as error:  # noqa: BLE001  (told to the main thread)
            wrong.append(error)

    crew = [threading.Thread(target=work) for _ in range(workers)]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    assert not wrong, wrong
    total = workers * len(names) * times
    assert sum(int(store.get(Claim, name).note) for name in names) == total, "an edit was lost"
    assert store.check() == ()
    store.close()
    store = open_store(str(path))
    assert sum(int(store.get(Claim, name).note) for name in names) == total
    store.close()
    found = f"none lost, {next(retried)} conflicts told and repeated"
    return Outcome(f"{workers} threads editing the same claims", total, found)


def _count_in_thread(store: Store, names: list[str], times: int, retried: Iterator[int]) -> None:
    for number in range(times):
        for name in names:
            while True:
                before = store.get(Claim, name)
                after = evolve(before, note=str(int(before.note) + 1))
                try:
                    store.apply(changeset(number, Change.replace(before, after)))
                    break
                except ConflictError:
                    next(retried)
        sum(1 for _ in store.scan(Claim))
        next(store.history(names[0]))
        if number % 20 == 10:
            store.compact()


def trials(folder: Path, *, opens: int) -> Iterator[Outcome]:
    """Run all trials and yield what each kind came to."""
    with folded_often():
        yield writers(folder, 4, 50)
        yield threads(folder, 4, 60)
        yield readers(folder, opens)


def main() -> int:
    """Run the trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opens", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return print_table([lambda: trials(Path(folder), opens=given.opens)])


if __name__ == "__main__":
    sys.exit(main())
