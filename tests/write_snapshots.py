"""Writes the screens as text into ``tests/snapshots``: ``python -m tests.write_snapshots``."""

import asyncio
import os

from tests.snapshots.drawing import DIRECTIONS, SIZES, path_of, screens


def main() -> None:
    """Write every file."""
    os.chdir("/")  # the Export screen names the folder one is in
    for direction in DIRECTIONS:
        for size in SIZES:
            drawn = asyncio.run(screens(direction, size))
            path_of(direction, size).write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
