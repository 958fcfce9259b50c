"""SIGKILL at random moments, and the end of the process at every call to the system.

    python -m tests.faults.kills [--kills 1000] [--seed 1]

A child process makes edits and says so, first what it is about to do and then that it is done.
It is ended; the database is opened again and must hold exactly what was acknowledged, or that and
the one edit in hand. Snapshots are written every few edits, so that many ends fall into one.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import define

from tests.faults.calls import Step, counted, intercepted, write_half
from tests.faults.desk import Desk, after, desk_of, edit, folded_often
from tests.faults.outcome import Outcome, print_table
from tracker.store import open_store

_EDITS = 8
_WRITES = (
    "pwrite",
    "fsync",
    "fdatasync",
    "ftruncate",
    "replace",
    "link",
    "unlink",
    "mkdir",
    "open",
)


@define
class Tally:
    """What the trials came to.

    Attributes:
        trials: how many processes were ended.
        acknowledged: how many edits they had confirmed.
        in_hand: after how many of them the edit in hand was there as well.
        torn: after how many of them an unfinished line was dropped.
    """

    trials: int = 0
    acknowledged: int = 0
    in_hand: int = 0
    torn: int = 0

    def outcome(self, name: str) -> Outcome:
        """Return the tally under a name."""
        found = (
            f"{self.acknowledged:,} edits acknowledged, all there; "
            f"{self.in_hand} times the one in hand as well, {self.torn} times it was torn"
        )
        return Outcome(name, self.trials, found)


def _say(pipe: int, **message: object) -> None:
    os.write(pipe, json.dumps(message).encode() + b"\n")


def _work(path: Path, first: int, pipe: int, *, edits: int, compact: bool) -> None:
    store = open_store(str(path))
    desk = desk_of(store)
    for number in range(first, first + edits):
        made = edit(store, number)
        desk_after = after(desk, made)
        _say(pipe, number=number, desk=desk_after)
        store.apply(made)
        _say(pipe, number=number)
        desk = desk_after
    if compact:
        store.compact()
    store.close()


def _run(work: Callable[[int], None], end: Callable[[int], None]) -> list[dict[str, object]]:
    """Run ``work`` in a child, let ``end`` end it, and return what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(writing)
        except BaseException as error:  # noqa: BLE001  (told to the parent, which fails the trial)
            _say(writing, error=repr(error))
        os._exit(0)
    os.close(writing)
    end(child)
    with os.fdopen(reading, "rb") as file:
        said = [json.loads(line) for line in file if line.endswith(b"\n")]
    os.waitpid(child, 0)
    return said


def judge(path: Path, before: Desk, said: list[dict[str, object]], tally: Tally) -> Desk:
    """Open the database and return what it holds, once that is what it must be.

    Raises:
        AssertionError: when an acknowledged edit is lost or anything else is wrong.
    """
    errors = [message["error"] for message in said if "error" in message]
    assert not errors, errors
    acknowledged, in_hand = before, before
    for message in said:
        if "desk" in message:
            found = message["desk"]
            assert isinstance(found, dict)
            in_hand = {i: (version, note) for i, (version, note) in found.items()}
        else:
            acknowledged = in_hand
            tally.acknowledged += 1
    store = open_store(str(path))
    found = desk_of(store)
    assert found in (acknowledged, in_hand), "an acknowledged edit is lost"
    assert store.check() == ()
    tally.trials += 1
    tally.in_hand += found != acknowledged
    tally.torn += any("dropped" in notice for notice in store.notices)
    store.close()
    return found


def random_kills(folder: Path, kills: int, seed: int) -> Tally:
    """End ``kills`` writers of one database after a random time."""
    chance = random.Random(seed)  # noqa: S311  (repeatable trials)
    tally, desk, number = Tally(), dict[str, tuple[int, str]](), 0
    path = folder / "random.json"
    for trial in range(kills):

        def work(pipe: int, path: Path = path, first: int = number) -> None:
            _work(path, first, pipe, edits=10_000, compact=False)

        def end(child: int) -> None:
            time.sleep(chance.uniform(0.001, 0.05))
            os.kill(child, signal.SIGKILL)

        desk = judge(path, desk, _run(work, end), tally)
        number += 20_000
        if trial % 100 == 99:
            # Begin anew, so that checking the whole journal stays quick.
            path, desk = folder / f"random{trial}.json", {}
    return tally


def _ended_at(call: int, *, half: bool) -> Step:
    """End this process before its ``call``-th writing call to the system, or in its middle."""

    def end(name: str, real: Callable[..., object], args: tuple[object, ...]) -> None:
        if half:
            write_half(name, real, args)
        os._exit(9)

    return counted(call, end)


def every_call(folder: Path, *, half: bool) -> Tally:
    """End a writer at each of its writing calls: opening, edits, a compaction, closing."""
    tally = Tally()
    call, ended = 0, True
    while ended:
        call += 1
        path = folder / f"call{call}{'half' if half else ''}" / "claims.json"

        def work(pipe: int, path: Path = path, call: int = call) -> None:
            with intercepted(_ended_at(call, half=half)):
                _work(path, 0, pipe, edits=_EDITS, compact=True)
            _say(pipe, number=-1)

        said = _run(work, lambda _: None)
        ended = not (said and said[-1].get("number") == -1)
        judge(path, {}, [m for m in said if m.get("number") != -1], tally)
    return tally


def trials(folder: Path, *, kills: int, seed: int = 1) -> Iterator[Outcome]:
    """Run all trials and yield what each kind came to."""
    with folded_often():
        yield random_kills(folder, kills, seed).outcome("SIGKILL at a random moment")
        yield every_call(folder, half=False).outcome("ended before each writing call")
        yield every_call(folder, half=True).outcome("ended within each write")


def main() -> int:
    """Run the trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return print_table([lambda: trials(Path(folder), kills=given.kills, seed=given.seed)])


if __name__ == "__main__":
    sys.exit(main())
