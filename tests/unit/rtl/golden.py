"""What the seed looks like: visual lines, and the columns of every annotated span.

``python -m tests.unit.rtl.golden`` writes the files anew; look at the difference before keeping it.
"""

import json
from pathlib import Path

from tests.unit.rtl.texts import REPOSITORY, SEED
from tracker.rtl import Layout

WIDTHS = (40, 80, 120)
FOLDER = Path(__file__).with_name("golden_lines")


def golden_path(width: int) -> Path:
    return FOLDER / f"seed_{width}.txt"


def gold_spans() -> list[tuple[int, int]]:
    gold = json.loads((REPOSITORY / "tests" / "gold" / "seed.json").read_text(encoding="utf-8"))
    return [(span["start"], span["end"]) for claim in gold["claims"] for span in claim["spans"]]


def picture(width: int) -> str:
    """Right-aligned lines between bars, then the columns of every span, by line."""
    laid_out = Layout(SEED, width)
    drawn = [
        "|" + " " * line.indent(width) + line.text + " " * (width - line.width - line.indent(width))
        for line in laid_out.lines()
    ]
    columns = [
        f"{start}-{end}: "
        + " ".join(
            f"{number}:{left}-{right}"
            for number in range(laid_out.line_of(start), laid_out.line_of(end - 1) + 1)
            for left, right in laid_out.line(number).columns(start, end)
        )
        for start, end in gold_spans()
    ]
    return "\n".join([*(line + "|" for line in drawn), *columns]) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for width in WIDTHS:
        golden_path(width).write_text(picture(width), encoding="utf-8")
