"""Writes ``docs/cli.md`` from the commands: ``python -m tests.write_cli``."""

from pathlib import Path

from tracker.cli.reference import reference

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"

if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
