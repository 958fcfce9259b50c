"""Make the database that stands for the current format in ``formats/N``, by commands alone.

Run ``python -m tests.unit.store.keep_format`` once, when :data:`~tracker.store.migrations.FORMAT`
is raised, and never again for that format: what an earlier version wrote is kept as it was.
"""

import contextlib
import io
import json
import shlex
import sys
import tempfile
from pathlib import Path
from typing import Any

from tracker.cli.running import run
from tracker.store.migrations import FORMAT

_FOLDER = Path(__file__).with_name("formats")
_ARABIC = """قصف على أطراف البلدة

قال مصدر ميداني إن القصف أصاب أربعة مدنيين. وأضاف المصدر أن الشرطة أوقفت رجلين بتهمة التجسس وتسهيل حصولهم على السلاح.
"""  # noqa: E501  (an article's line)
_ENGLISH = """Shelling hits town

A local source said the shelling wounded four civilians. The source added that the school was damaged.
"""  # noqa: E501  (an article's line)
_REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The shelling wounded forty civilians",
    "url": "https://checks.example/shelling",
    "author": {"@type": "Organization", "name": "Checks"},
    "datePublished": "2026-11-20",
    "inLanguage": "en",
    "reviewRating": {"@type": "Rating", "alternateName": "Exaggerated"},
}


class Desk:
    """Runs commands on one new database."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def __call__(self, line: str, reviewer: str = "Huda") -> Any:
        """Run ``line`` and return the JSON it printed, None where it printed none."""
        words = ["--db", str(self._database), "--reviewer", reviewer, "--yes", *shlex.split(line)]
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = run(words)
        if code:
            sys.exit(f"{line}: {code!r}")
        return json.loads(out.getvalue()) if "--json" in words else None


def fill(desk: Desk, folder: Path) -> None:
    """Do on ``desk`` something of every kind that is stored."""
    for name, text in (("badia.txt", _ARABIC), ("herald.txt", _ENGLISH)):
        (folder / name).write_text(text, "utf-8")
    (folder / "checks.json").write_text(json.dumps(_REVIEW), "utf-8")
    desk(f"add {folder / 'badia.txt'} --outlet البادية")
    desk(f"add {folder / 'herald.txt'} --outlet Herald")
    claims = desk("claims --json")["claims"]
    ours = next(c for c in claims if c["quote"].startswith("القصف أصاب"))["id"]
    theirs = next(c for c in claims if "wounded" in c["quote"])["id"]
    rest = [c["id"] for c in claims if c["id"] not in {ours, theirs}]
    desk(f"claim accept {ours}")
    desk(f"claim accept {theirs}")
    desk(f"claim reject {rest[0]}")
    desk(
        f"corroborate {ours} {theirs} --as corroborates --dependence independent --note 'two towns'"
    )
    desk(f"rate {ours} --reliability C --credibility 2 --confidence moderate --likelihood likely")
    desk(f"rate {ours} --reliability D --credibility 3", reviewer="Sami")
    desk(f"verdict {ours} likely --rationale 'two voices' --evidence https://example.org/video")
    sources = desk("sources --json")["sources"]
    voices = [s["id"] for s in sources if s["kind"] != "outlet"]
    desk(f"source edit {voices[0]} --role correspondent --place Raqqa")
    desk(f"source merge {voices[0]} {voices[-1]} --as likely_same --reason 'the same beat'")
    desk(f"assign {theirs} --to Sami")
    desk(f"settle {ours} --reliability C --credibility 3 --rationale 'between the two'")
    desk(f"fact-checks add {folder / 'checks.json'}")
    check = desk("fact-checks --json")["fact_checks"][0]["id"]
    desk(f"fact-check {theirs} {check} --as related --note 'another number'")
    desk("undo")
    desk("redo")
    desk("compact")
    desk(f"claim accept {rest[-1]}")


def main() -> None:
    """Write the folder of the current format."""
    folder = _FOLDER / str(FORMAT)
    if folder.exists():
        sys.exit(f"{folder} is kept already.")
    folder.mkdir()
    desk = Desk(folder / "claims.json")
    with tempfile.TemporaryDirectory() as texts:
        fill(desk, Path(texts))
    desk(f"export --format jsonl --include-confidential -o {folder / 'exported.jsonl'}")


if __name__ == "__main__":
    main()
