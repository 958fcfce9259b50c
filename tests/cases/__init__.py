"""Labelled cases, read by tests and benchmarks."""

import tomllib
from collections.abc import Mapping
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


def _pairs(name: str) -> list[Mapping[str, str]]:
    path = Path(__file__).with_name(name)
    pairs: list[Mapping[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    return pairs


def matching_traps(name: str = "matching_traps.toml") -> tuple[Trap, ...]:
    """Return hand-written pairs: those of ``matching_traps.toml``, or ``further_traps.toml``."""
    return tuple(
        Trap(row["trap"], row["ours"], row["theirs"], Relation(row["suggestion"]))
        for row in _pairs(name)
    )


def reports_in_two_languages() -> tuple[tuple[str, str], ...]:
    """Return reports of one event, each in Arabic and in English."""
    return tuple((row["arabic"], row["english"]) for row in _pairs("reports_in_two_languages.toml"))
