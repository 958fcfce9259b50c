"""``python -m tests.fuzz [--steps 20000] [--seed N]``: random hands on every screen.

Prints the seed first, then how many steps each screen got; on failure the last steps.
"""

import argparse
import asyncio
import os
import random
import tempfile
from pathlib import Path

from tests.fuzz.hands import Hands


def main() -> None:
    """Run to the end or to the first failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ["HOME"] = folder
        os.environ["BROWSER"] = "true"
        hands = Hands(seed=given.seed, folder=Path(folder))
        asyncio.run(hands.run(given.steps))
        os.chdir("/")
    seen = ", ".join(f"{name} {number:,}" for name, number in hands.seen.most_common())
    print(f"{given.steps:,} steps, no exception, the database is sound: {seen}")


if __name__ == "__main__":
    main()
