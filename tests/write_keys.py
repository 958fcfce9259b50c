"""Writes ``docs/keys.md`` from the registry: ``python -m tests.write_keys``."""

from pathlib import Path

from tracker.presenters.key_table import key_table

PAGE = Path(__file__).parents[1] / "docs" / "keys.md"

if __name__ == "__main__":
    PAGE.write_text(key_table(), encoding="utf-8")
