"""Draws the pictures of the guide from the running program: ``python -m tests.pictures``."""

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path

from tests.desk import make_session
from tests.pilot.desk_app import driven
from tracker.services.sampling import add_tour_articles

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (124, 34)
#: What is pressed on the desk of the tour, for each picture.
KEYS: Mapping[str, tuple[str, ...]] = {
    "desk": (),
    # Accept what the first claims propose, then rate the ninth: information 3, source C.
    "review": ("enter", *["enter"] * 8, "3", "C"),
    "claims": ("g", "c", "j", "space", "space"),
    "link": ("enter", "n", "l"),
    "corroborate": ("g", "m"),
    "sources": ("g", "s"),
    "source": ("g", "s", "enter"),
    "details": ("i",),
    "rate": ("enter", "enter", "R"),
    "assertion": ("g", "m", "y", "g", "a", "enter"),
    "help": ("enter", "?", "/", *"source"),
    "sheet": ("?", "?"),
}
_NAMES = re.compile(r"terminal-\d+-")


async def picture(name: str) -> str:
    """Return a screen of the sample after the keys of :data:`KEYS`, as SVG."""
    session = make_session(reviewer="Rana")
    add_tour_articles(session)
    async with driven(session, size=SIZE) as driver:
        await driver.press(*KEYS[name])
        await driver.settle()
        svg = driver.app.export_screenshot(title="tracker")
    return _NAMES.sub("terminal-", svg)  # numbered by content: they would change with every word


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name in KEYS:
        (FOLDER / f"{name}.svg").write_text(asyncio.run(picture(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
