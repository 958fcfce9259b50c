"""``python -m tests.fuzz [--steps 20000] [--seed N]``: random hands on every screen.

Prints the seed first, at the end what was reached: steps by screen, runs by command, and what
never; on failure the last steps.
"""

import argparse
import asyncio
import os
import random
import tempfile
import time
from pathlib import Path

from tests.fuzz.hands import Hands


class _Ticker:
    """Prints how far it is, every thousand steps."""

    def __init__(self) -> None:
        self._next = 1_000

    def tell(self, done: int) -> None:
        if done >= self._next:
            print(f"{done:,} …", flush=True)
            self._next = done // 1_000 * 1_000 + 1_000


def main() -> None:
    """Run to the end or to the first failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    started = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["HOME"] = folder
        os.environ["BROWSER"] = "true"
        hands = Hands(seed=given.seed, folder=Path(folder), told=_Ticker().tell)
        try:
            asyncio.run(hands.run(given.steps))
        finally:
            os.chdir("/")
            print(f"{hands.done:,} steps, {time.process_time() - started:,.0f} s of CPU")
            print("\n".join(hands.coverage.lines()), flush=True)
    print("No exception, and the database is sound.")


if __name__ == "__main__":
    main()
