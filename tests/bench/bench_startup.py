"""CPU time from the start of the process to its end: ``python -m tests.bench.bench_startup``.

Printed beside a bare interpreter and one that imports click alone, in the same run, best of ten.
Bytecode may be written, as on any user's machine, so that only the first run compiles.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tracker.resources import seeds_folder

_RUNS = 10


def cpu_milliseconds(arguments: list[str], environment: dict[str, str]) -> float:
    """Return the least CPU time, user and system, that a child process took."""
    taken = []
    for _ in range(_RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *arguments], env=environment, capture_output=True, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken) * 1000


def main() -> None:
    """Print a line for each command."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TRACKER_DB": str(Path(folder) / "desk.tracker")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        add = [sys.executable, "-m", "tracker", "add", str(seeds_folder())]
        subprocess.run(add, env=environment, capture_output=True, check=True)
        commands = {
            "python": ["-c", "pass"],
            "python and click": ["-c", "import click"],
            "tracker --help": ["-m", "tracker", "--help"],
            "tracker claims --help": ["-m", "tracker", "claims", "--help"],
            "tracker claims --json": ["-m", "tracker", "claims", "--json"],
            "tracker sources": ["-m", "tracker", "sources"],
        }
        for name, arguments in commands.items():
            print(f"{name:24} {cpu_milliseconds(arguments, environment):6.0f} ms CPU")


if __name__ == "__main__":
    main()
