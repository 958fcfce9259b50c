"""Files cut short at every length and bytes changed one at a time.

    python -m tests.faults.spoils [--step 1] [--bits 1]

Whatever the damage, opening must refuse or give exactly what was acknowledged, never anything
else; a change anywhere in the history must be found by a check; and what can be opened for writing
goes on from there. Tried on files as closing leaves them and as a killed process does, with room
for further lines at the end of the journal.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import define

from tests.faults.desk import Desk, after, changeset, claim, desk_of, edit
from tests.faults.outcome import Outcome, print_table
from tracker.errors import StoreError
from tracker.model import Change
from tracker.store import Store, journal, open_store

_EDITS = 6
#: Short, so that changing each of its bytes does not take half an hour.
_ROOM = 3000
#: After how many of the cuts that leave something right it is also written to.
_WRITE_EVERY = 13
_FILES = ("", ".journal", ".lock", ".previous")


@define
class Tally:
    """What the trials came to."""

    trials: int = 0
    refused: int = 0
    right: int = 0

    def outcome(self, name: str) -> Outcome:
        """Return the tally under a name."""
        return Outcome(name, self.trials, f"{self.refused:,} refused, {self.right:,} right")


def prepare(path: Path, left: Path) -> list[Desk]:
    """Make a small database with a snapshot in the middle; return what it held after each edit.

    Its files as a process that is killed leaves them are put into the folder ``left``.
    """
    usual, journal.ROOM = journal.ROOM, _ROOM
    store = open_store(str(path))
    desks: list[Desk] = [{}]
    for number in range(_EDITS):
        made = edit(store, number)
        desks.append(after(desks[-1], made))
        store.apply(made)
        if number in {1, _EDITS // 2}:
            store.compact()
    shutil.copytree(path.parent, left)
    store.close()
    journal.ROOM = usual
    return desks


def _write(files: dict[str, bytes], path: Path) -> None:
    for ending, content in files.items():
        path.with_name(path.name + ending).write_bytes(content)


def _read(path: Path) -> dict[str, bytes]:
    return {ending: path.with_name(path.name + ending).read_bytes() for ending in _FILES}


def _goes_on(path: Path, desk: Desk) -> None:
    """Open for writing, edit, and look whether that is sound."""
    store = open_store(str(path))
    assert desk_of(store) == desk, "opened for writing it is another"
    made = changeset(99, Change(after=claim("clm_on", "goes on")))
    store.apply(made)
    store.close()
    store = open_store(str(path))
    assert desk_of(store) == after(desk, made), "what was written after the damage is lost"
    assert store.check() == ()
    store.close()


def cuts(source: Path, desks: list[Desk], folder: Path, *, marked: bool, step: int) -> Tally:
    """Cut the journal at every length, with its head marker beside it or without.

    With the marker nothing acknowledged may be missing. Without it and without snapshots nothing
    tells how much there was, so that the edits before the cut are right.
    """
    files, path = _read(source), folder / source.name
    whole = files[".journal"]
    written = len(whole.rstrip(b"\0"))
    ends = [0, *(i + 1 for i, byte in enumerate(whole) if byte == ord("\n"))]
    tally = Tally()
    for length in range(0, len(whole) + 1, step):
        cut = {**files, ".journal": whole[:length]} if marked else {".journal": whole[:length]}
        shutil.rmtree(folder)
        folder.mkdir()
        _write(cut, path)
        tally.trials += 1
        try:
            found = desk_of(open_store(str(path), readonly=True))
        except StoreError:
            assert marked, f"refused at {length} bytes"
            assert length < written
            _refused_for_writing(path)
            tally.refused += 1
            continue
        kept = desks[-1] if marked else desks[sum(end <= length for end in ends) - 1]
        assert found == kept, f"silently wrong at {length} bytes"
        if length % _WRITE_EVERY == 0:
            _goes_on(path, kept)
        tally.right += 1
    return tally


def _refused_for_writing(path: Path) -> None:
    try:
        open_store(str(path)).close()
    except StoreError:
        return
    msg = "what is refused to a reader is given to a writer"
    raise AssertionError(msg)


def flips(
    source: Path, desks: list[Desk], folder: Path, ending: str, *, step: int, bits: int
) -> Tally:
    """Change every byte of the file with ``ending``, reading and checking each time."""
    files, path = _read(source), folder / source.name
    _write(files, path)
    whole, spoilt = files[ending], path.with_name(path.name + ending)
    # The head marker and room for later lines are no part of the history.
    counts = 0 if ending == ".lock" else len(whole.rstrip(b"\0"))
    tally = Tally()
    for place in range(0, len(whole), step):
        for bit in range(bits):
            changed = bytearray(whole)
            changed[place] ^= 1 << ((place + bit) % 8)
            spoilt.write_bytes(changed)
            tally.trials += 1
            if _is_refused(path, desks[-1], must_be_found=place < counts):
                tally.refused += 1
            else:
                tally.right += 1
    spoilt.write_bytes(whole)
    return tally


def _is_refused(path: Path, desk: Desk, *, must_be_found: bool) -> bool:
    """Return whether the database is refused; when it is not, it must be right and checked."""
    try:
        store: Store = open_store(str(path), readonly=True)
    except StoreError:
        return True
    assert desk_of(store) == desk, "silently wrong"
    assert bool(store.check()) == must_be_found, "the check does not tell"
    return False


def trials(folder: Path, *, step: int, bits: int) -> Iterator[Outcome]:
    """Run all trials and yield what each kind came to."""
    closed, left = folder / "closed" / "claims.json", folder / "left" / "claims.json"
    desks = prepare(closed, left.parent)
    for source, state in ((closed, "closed"), (left, "left open")):
        for marked in (True, False):
            place = folder / f"cuts {state} {marked}"
            place.mkdir()
            beside = "all else kept" if marked else "nothing else left"
            tally = cuts(source, desks, place, marked=marked, step=step)
            yield tally.outcome(f"journal {state}, cut at every length, {beside}")
        for ending in _FILES:
            place = folder / f"flips {state} {ending}"
            place.mkdir()
            tally = flips(source, desks, place, ending, step=step, bits=bits)
            yield tally.outcome(f"every byte changed, {state}: claims.json{ending}")


def main() -> int:
    """Run the trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=1, help="bytes between two trials")
    parser.add_argument("--bits", type=int, default=1, help="bits changed in each byte, in turn")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return print_table([lambda: trials(Path(folder), step=given.step, bits=given.bits)])


if __name__ == "__main__":
    sys.exit(main())
