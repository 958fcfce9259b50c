"""The power fails: only what was flushed is sure to be on the disk.

    python -m tests.faults.power [--states 4] [--seed 1]

A disk is imitated beside the real one. It knows for every file what was flushed and what was only
written since; before each call that changes a file the power may fail. Then each sector of what
was not flushed is there or not by chance, names that the folder did not make durable come back up
to some point, and the database that is left must hold every acknowledged edit.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import Factory, define

from tests.faults.calls import intercepted
from tests.faults.desk import Desk, after, changeset, claim, desk_of, edit
from tests.faults.outcome import Outcome, print_table
from tracker.model import Change
from tracker.store import open_store

_SECTOR = 512
_EDITS = 10


@define(eq=False)
class _File:
    """What the disk holds of one file, and what it was asked for since the last flush."""

    durable: bytearray = Factory(bytearray)
    asked: list[tuple[int, bytes | None]] = Factory(list)

    def flush(self) -> None:
        self.durable, self.asked = self.after_the_cut(lambda: True), []

    def after_the_cut(self, reached: Callable[[], bool]) -> bytearray:
        """Return the content with those sectors of what was asked that ``reached`` the disk."""
        content = bytearray(self.durable)
        for offset, data in self.asked:
            if data is None:
                if reached():
                    del content[offset:]
                    content.extend(bytes(offset - len(content)))
                continue
            place = offset
            while place < offset + len(data):
                end = min(offset + len(data), (place // _SECTOR + 1) * _SECTOR)
                if reached():
                    content.extend(bytes(max(0, end - len(content))))
                    content[place:end] = data[place - offset : end - offset]
                place = end
        return content


_Names = dict[str, _File]


@define
class Disk:
    """The files of one folder as the power would leave them.

    Attributes:
        names: what the running program sees.
        sure: the names that are durable.
        since: how the names changed since, one state after the other.
        files: the file behind each open descriptor; None for the folder.
    """

    names: _Names = Factory(dict)
    sure: _Names = Factory(dict)
    since: list[_Names] = Factory(list)
    files: dict[int, _File | None] = Factory(dict)

    def take(self, name: str, args: tuple[object, ...], answer: object) -> None:
        """Take note of a call that was made."""
        first, second = (str(a) for a in (*args, "", "")[:2])
        match name:
            case "open":
                self._open(first, int(second), answer)
            case "pwrite" | "ftruncate":
                file = self.files[int(first)]
                assert file is not None
                offset = args[-1]
                assert isinstance(offset, int)
                whole = bytes(args[1])[: int(str(answer))] if name == "pwrite" else None  # type: ignore[call-overload]  # a buffer
                file.asked.append((offset, whole))
            case "fsync" | "fdatasync":
                self._flush(int(first))
            case "replace":
                self._rename({**self.names, second: self.names[first]}, first)
            case "link":
                self._rename({**self.names, second: self.names[first]})
            case "unlink":
                self._rename(self.names, first)

    def _open(self, path: str, flags: int, descriptor: object) -> None:
        assert isinstance(descriptor, int)
        self.files[descriptor] = None
        if flags & os.O_DIRECTORY:
            return
        if path not in self.names:
            self._rename({**self.names, path: _File()})
        file = self.files[descriptor] = self.names[path]
        if flags & os.O_TRUNC:
            file.asked.append((0, None))

    def _rename(self, names: _Names, gone: str = "") -> None:
        self.names = {path: file for path, file in names.items() if path != gone}
        self.since.append(self.names)

    def _flush(self, descriptor: int) -> None:
        file = self.files[descriptor]
        if file is None:
            self.sure, self.since = self.names, []
        else:
            file.flush()

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Put what is left when the power fails now into ``folder``."""
        names = chance.choice([self.sure, *self.since])
        likely = chance.random()
        for path, file in names.items():
            content = file.after_the_cut(lambda: chance.random() < likely)
            (folder / Path(path).name).write_bytes(content)


@define
class Blackouts:
    """The trials: at every call the power fails in several ways, and all is looked at."""

    folder: Path
    chance: random.Random
    states: int
    disk: Disk = Factory(Disk)
    allowed: list[Desk] = Factory(lambda: [Desk()])
    trials: int = 0
    calls: int = 0
    in_hand: int = 0
    looking: bool = False

    def step(
        self,
        name: str,
        real: Callable[..., object],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> object:
        """Fail before the call in several ways, then make it."""
        if not self.looking:
            self.looking = True
            self.calls += 1
            for _ in range(self.states):
                self._fail()
            self.looking = False
        answer = real(*args, **kwargs)
        if not self.looking:
            self.disk.take(name, args, answer)
        return answer

    def _fail(self) -> None:
        self.trials += 1
        left = self.folder / f"cut{self.trials}"
        left.mkdir()
        self.disk.cut(left, self.chance)
        store = open_store(str(left / "claims.json"))
        found = desk_of(store)
        assert found in self.allowed, f"{left.name}: an acknowledged edit is lost"
        assert store.check() == (), store.check()
        store.apply(changeset(999, Change(after=claim("clm_on"))))
        store.close()
        self.in_hand += found != self.allowed[0]
        for file in left.iterdir():
            file.unlink()
        left.rmdir()


def blackouts(folder: Path, *, states: int, seed: int) -> Outcome:
    """Open, edit, fold, close and open again while the power may fail at every call."""
    trials = Blackouts(folder, random.Random(seed), states)  # noqa: S311  (repeatable trials)
    place = folder / "desk"
    place.mkdir()
    path, desk = place / "claims.json", Desk()
    with intercepted(trials.step):
        for opening in range(3):
            store = open_store(str(path))
            for number in range(opening * _EDITS, (opening + 1) * _EDITS):
                made = edit(store, number)
                trials.allowed = [desk, after(desk, made)]
                store.apply(made)
                desk = after(desk, made)
                trials.allowed = [desk]
            if opening:
                store.compact()
            store.close()
    found = f"at {trials.calls} calls, {trials.in_hand:,} times with the edit in hand"
    return Outcome("power cut, sectors and names lost by chance", trials.trials, found)


def trials(folder: Path, *, states: int, seed: int = 1) -> Iterator[Outcome]:
    """Run the trials and yield what they came to."""
    yield blackouts(folder, states=states, seed=seed)


def main() -> int:
    """Run the trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=4, help="ways to fail before each call")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return print_table([lambda: trials(Path(folder), states=given.states, seed=given.seed)])


if __name__ == "__main__":
    sys.exit(main())
