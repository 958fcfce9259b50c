"""Every fault trial against the real storage, and a table of what they came to.

    python -m tests.faults [--long]

The short form takes a minute or two on an idle machine; the long one twenty times as many trials
of what is left to chance, and every bit of every byte.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults import kills, power, refusals, rivals, spoils
from tests.faults.outcome import print_table


def main() -> int:
    """Run all trials and print what they came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="many more trials")
    long = parser.parse_args().long
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folders = {kind: Path(name) / kind for kind in ("kills", "power", "spoils", "rest")}
        for folder in folders.values():
            folder.mkdir()
        failed = print_table(
            [
                lambda: kills.trials(folders["kills"], kills=10_000 if long else 1_000),
                lambda: power.trials(folders["power"], states=80 if long else 4),
                lambda: spoils.trials(folders["spoils"], step=1, bits=8 if long else 1),
                lambda: refusals.trials(folders["rest"]),
                lambda: rivals.trials(folders["rest"], opens=100_000 if long else 10_000),
            ]
        )
    print(f"{failed} kinds failed; {time.perf_counter() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
