"""Files cut short at every length and bytes changed one at a time.

    python -m tests.faults.spoils [--step 1]

Whatever the damage, opening must refuse or give exactly what was acknowledged, never anything
else; and a change anywhere in the history must be found by a check.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import define

from tests.faults.desk import Desk, after, desk_of, edit
from tracker.errors import StoreError
from tracker.store import open_store

_EDITS = 6


@define
class Tally:
    """What the trials came to."""

    trials: int = 0
    refused: int = 0
    right: int = 0

    def row(self, name: str) -> str:
        """Return the tally as one line of a table."""
        return (
            f"{name:<44} {self.trials:>6} trials {self.refused:>6} refused "
            f"{self.right:>6} right      0 silently wrong"
        )


def prepare(path: Path) -> list[Desk]:
    """Make a small database with a snapshot in the middle; return what it held after each edit."""
    store = open_store(str(path))
    desks: list[Desk] = [{}]
    for number in range(_EDITS):
        made = edit(store, number)
        desks.append(after(desks[-1], made))
        store.apply(made)
        if number in {1, _EDITS // 2}:
            store.compact()
    store.close()
    return desks


def _copies(source: Path, folder: Path) -> Path:
    for file in source.parent.iterdir():
        shutil.copyfile(file, folder / file.name)
    return folder / source.name


def cuts(source: Path, desks: list[Desk], folder: Path, *, marked: bool, step: int) -> Tally:
    """Cut the journal at every length, with its head marker beside it or without.

    With the marker nothing acknowledged may be missing. Without it and without snapshots nothing
    tells how much there was, so that the edits before the cut are right.
    """
    path = _copies(source, folder)
    journal = path.with_name(path.name + ".journal")
    whole = journal.read_bytes()
    ends = [0, *(i + 1 for i, byte in enumerate(whole) if byte == ord("\n"))]
    if not marked:
        for ending in ("", ".previous", ".lock"):
            path.with_name(path.name + ending).unlink()
    tally = Tally()
    for length in range(0, len(whole) + 1, step):
        journal.write_bytes(whole[:length])
        tally.trials += 1
        try:
            found = desk_of(open_store(str(path), readonly=True))
        except StoreError:
            assert marked, f"refused at {length} bytes"
            assert length < len(whole)
            tally.refused += 1
            continue
        kept = desks[-1] if marked else desks[sum(end <= length for end in ends) - 1]
        assert found == kept, f"silently wrong at {length} bytes"
        tally.right += 1
    return tally


def _spoilt(path: Path, step: int) -> Iterator[int]:
    """Change one bit of ``path`` at a time, and put it right again."""
    whole = path.read_bytes()
    for place in range(0, len(whole), step):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << (place % 8)
        path.write_bytes(spoilt)
        yield place
    path.write_bytes(whole)


def flips(source: Path, desks: list[Desk], folder: Path, ending: str, *, step: int) -> Tally:
    """Change every byte of the file with ``ending`` once, reading and checking each time."""
    path = _copies(source, folder)
    tally = Tally()
    for place in _spoilt(path.with_name(path.name + ending), step):
        tally.trials += 1
        try:
            store = open_store(str(path), readonly=True)
        except StoreError:
            tally.refused += 1
            continue
        assert desk_of(store) == desks[-1], f"silently wrong at byte {place} of {ending!r}"
        assert ending == ".lock" or store.check(), f"byte {place} of {ending!r} passes the check"
        tally.right += 1
    return tally


def trials(folder: Path, step: int) -> Iterator[str]:
    """Run all trials and yield what each came to."""
    source = folder / "source" / "claims.json"
    desks = prepare(source)
    for marked in (True, False):
        place = folder / f"cuts{marked}"
        place.mkdir()
        name = "journal cut, marker kept" if marked else "journal cut, nothing else left"
        yield cuts(source, desks, place, marked=marked, step=step).row(name)
    for ending in ("", ".journal", ".lock", ".previous"):
        place = folder / f"flips{ending}"
        place.mkdir()
        name = f"one bit changed in claims.json{ending}"
        yield flips(source, desks, place, ending, step=step).row(name)


def main() -> int:
    """Run the trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="bytes between two trials")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for row in trials(Path(folder), given.step):
            print(row)
    return 0


if __name__ == "__main__":
    sys.exit(main())
