"""Draws the pictures of the guide from the running program: ``python -m tests.pictures``."""

import asyncio
import re
from pathlib import Path

from tests.pilot.desk_app import driven
from tracker.model import Reviewer
from tracker.services.sampling import sample_session

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (124, 34)
# Accept what the first claims propose, then rate the ninth: information 3, source C.
KEYS = ("enter", *["enter"] * 8, "3", "C")
_NAMES = re.compile(r"terminal-\d+-")


async def review_picture() -> str:
    """Return the review of the sample, some claims accepted and one rated, as SVG."""
    async with driven(sample_session(Reviewer("Rana")), size=SIZE) as driver:
        await driver.press(*KEYS)
        svg = driver.app.export_screenshot(title="tracker demo")
    return _NAMES.sub("terminal-", svg)  # numbered by content: they would change with every word


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "review.svg").write_text(asyncio.run(review_picture()), encoding="utf-8")


if __name__ == "__main__":
    main()
