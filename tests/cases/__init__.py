"""Labelled cases, read by tests and benchmarks."""

import tomllib
from pathlib import Path

from attrs import frozen

from tracker.model import Relation


@frozen
class Trap:
    """Two claims on which a bare similarity score goes wrong, and what should be suggested."""

    trap: str
    ours: str
    theirs: str
    suggestion: Relation


def matching_traps() -> tuple[Trap, ...]:
    """Return the hand-written pairs of ``matching_traps.toml``."""
    path = Path(__file__).with_name("matching_traps.toml")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return tuple(
        Trap(row["trap"], row["ours"], row["theirs"], Relation(row["suggestion"])) for row in rows
    )
