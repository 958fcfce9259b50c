"""How long a key takes on a large desk: ``python -m tests.bench.bench_keys [--keys 200]``.

The program runs on a real pseudo-terminal of 120 by 40, on 100,000 claims of 5,000 articles. A
key's time runs from writing it to the terminal until the last byte of what it repainted has come:
nothing more came for 60 ms, a wait that is not counted. Two times
from the start of the process are printed: first paint, when the first frame of the desk is on the
terminal, and when the articles are in it. CPU is the program's own, user and system,
divided by the keys, for a machine that others use too.
"""

import argparse
import os
import select
import tempfile
import time
from pathlib import Path
from statistics import median

from attrs import frozen

from tests.bench.large_desk import fill
from tests.terminals.emulated import EmulatedTerminal

_QUIET = 0.06
#: Seconds after which something is taken to repaint by itself.
_LONGEST = 5.0
#: A program rests that took less than this many seconds of CPU a look, this many looks running.
_IDLE, _STILL = 0.03, 4
_TICKS = os.sysconf("SC_CLK_TCK")


@frozen
class Series:
    """Keys pressed in turn, and where.

    Attributes:
        name: what is printed.
        way: keys that lead there from where the series before ended.
        keys: the keys that are timed, again and again from the first.
    """

    name: str
    way: tuple[str, ...]
    keys: str


_SERIES = (
    Series("Desk: list movement", (), "jjjjkk"),
    Series("Desk: paging", (), "\x04\x04\x04\x02\x02"),
    Series("Desk: sort", (), "oO"),
    Series("Desk: filter", ("/",), "daily 12\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f"),
    Series("Review: next and previous claim", ("\x1b", "\r"), "jjjjkkk"),
    Series("Claims: list movement", ("q", "g", "c"), "jjjjkk"),
    Series("Claims: paging", (), "\x04\x04\x04\x02\x02"),
    Series("Claims: sort", (), "oO"),
    Series("Claims: filter", ("/",), "drone\x7f\x7f\x7f\x7f\x7fهجوم\x7f\x7f\x7f\x7f"),
    Series("Sources: list movement", ("\x1b", "\x1b", "s"), "jjjjkk"),
    Series("Sources: filter", ("/",), "witness\x7f\x7f\x7f\x7f\x7f\x7f\x7f"),
)


class Timed(EmulatedTerminal):
    """A terminal that knows when the last byte came."""

    last = 0.0

    def until_quiet(self, first: float = _QUIET, quiet: float = _QUIET) -> bool:
        """Read until nothing came for ``quiet`` seconds; return whether anything came at all."""
        came = False
        patience = first
        deadline = time.perf_counter() + _LONGEST
        while (
            time.perf_counter() < deadline
            and select.select([self._terminal], [], [], patience)[0]
            and self._read(0.0)
        ):
            self.last = time.perf_counter()
            came, patience = True, quiet
        return came

    def key(self, key: str) -> float:
        """Press a key and return the seconds until the last byte of its repaint; 0 without one."""
        self.written = b""
        start = time.perf_counter()
        self.send(key.encode())
        return self.last - start if self.until_quiet(first=2.0) else 0.0

    @property
    def cpu(self) -> float:
        """Seconds of CPU time that the program has taken."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def memory(self) -> tuple[float, float]:
        """Resident memory of the program in MB: now, and at its highest."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        values = dict(line.split(":", 1) for line in lines)
        return tuple(int(values[k].split()[0]) / 1024 for k in ("VmRSS", "VmHWM"))  # type: ignore[return-value]


def percentile(values: list[float], share: float) -> float:
    """Return the value that ``share`` of ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def opened(database: Path) -> Timed:
    """Start the program on ``database``, print when the desk came, and wait until it rests."""
    start = time.perf_counter()
    environment = {
        "TRACKER_DB": str(database),
        "TRACKER_REVIEWER": "Bench",
        "HOME": str(database.parent),
    }
    terminal = Timed("tracker", environment=environment, rows=40, columns=120)
    terminal.read_until(b"reviewer:")
    frame = time.perf_counter() - start
    terminal.read_until(b"5,000 articles")
    print(
        f"first paint {frame * 1000:6.0f} ms, with the articles "
        f"{(time.perf_counter() - start) * 1000:6.0f} ms; {terminal.cpu:.2f} s of CPU"
    )
    return terminal


def rested(terminal: Timed, patience: float) -> None:
    """Wait until the program stops working by itself, but not longer than ``patience`` seconds."""
    start, still = time.perf_counter(), 0
    while still < _STILL and time.perf_counter() - start < patience:
        before = terminal.cpu
        terminal.until_quiet(first=1.0)
        time.sleep(0.5)
        still = still + 1 if terminal.cpu - before < _IDLE else 0
    print(
        f"left alone for {time.perf_counter() - start:6.1f} s; {terminal.cpu:.2f} s of CPU; "
        "{:.0f} MB, at its highest {:.0f} MB".format(*terminal.memory)
    )


def measure(terminal: Timed, series: Series, keys: int) -> None:
    """Go where the keys belong, press them, and print how long they took."""
    for step in series.way:
        terminal.send(step.encode())
        terminal.until_quiet(first=2.0, quiet=1.0)
    before, times, idle = terminal.cpu, [], 0
    for number in range(keys):
        taken = terminal.key(series.keys[number % len(series.keys)])
        if taken:
            times.append(taken * 1000)
        else:
            idle += 1
    cpu = (terminal.cpu - before) / keys * 1000
    if not times:
        print(f"{series.name:<34} nothing was repainted")
        return
    print(
        f"{series.name:<34} median {median(times):6.1f}  p99 {percentile(times, 0.99):6.1f}  "
        f"highest {max(times):6.1f} ms   CPU {cpu:5.1f} ms a key"
        + (f"   {idle} without repaint" if idle else ""),
        flush=True,
    )


def main() -> None:
    """Print first paint, memory, and a line for each series of keys."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument(
        "--rest", type=float, default=600.0, help="seconds to wait for the search for matches"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "large.tracker"
        fill(database)
        for _ in range(3):
            terminal = opened(database)
            terminal.close()
        terminal = opened(database)
        try:
            rested(terminal, given.rest)
            for series in _SERIES:
                measure(terminal, series, given.keys)
            print("memory {:.0f} MB, at its highest {:.0f} MB".format(*terminal.memory))
        finally:
            terminal.close()


if __name__ == "__main__":
    main()
