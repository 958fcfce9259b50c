"""Order, joining and mirroring equal those of the FriBidi program, where it is installed."""

import shutil
import subprocess

import pytest

from tests.unit.rtl.texts import REPOSITORY, SEED
from tracker.rtl import visual

MIXED = (
    'وقال مصدر لـ"العربي الجديد" (AFP) إن 15 شخصاً',
    "قُتل 1,500 (ألف وخمسمئة) في 10-11-2020، وفق SOHR.",
    "abc (عربي) def [لا] «يوم» 12%",
    "الساعة 10:30 — 11:45 (بتوقيت غرينتش +2) $20",
    "١٢٣ رجلاً و 45 امرأة/طفلاً",
)


def paragraphs() -> list[str]:
    gold = (REPOSITORY / "tests" / "gold").glob("*.txt")
    texts = [SEED, *(path.read_text(encoding="utf-8") for path in sorted(gold))]
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def seen_by_fribidi(program: str, text: str) -> str:
    done = subprocess.run(
        [program, "--nopad", "--nobreak", "--clean", "-c", "UTF-8"],
        input=text + "\n",
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.rstrip("\n")


@pytest.mark.parametrize("text", [*MIXED, *paragraphs()])
def test_a_line_is_seen_as_fribidi_shows_it(text: str) -> None:
    program = shutil.which("fribidi")
    if program is None:
        pytest.skip("the fribidi program is absent: install Debian's libfribidi-bin")
    # FriBidi leaves the lone hamza as it is written; its form looks the same.
    assert visual(text).replace("\ufe80", "\u0621") == seen_by_fribidi(program, text)
