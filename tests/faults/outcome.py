"""What a kind of trial came to, as one line of a table."""

import traceback
from collections.abc import Callable, Iterable

from attrs import frozen

from tracker.errors import TrackerError


@frozen
class Outcome:
    """A kind of trial that went well: every trial asserts that nothing was lost or wrong.

    Attributes:
        name: what was done to the database.
        trials: how often.
        found: what it came to.
    """

    name: str
    trials: int
    found: str


def print_table(kinds: Iterable[Callable[[], Iterable[Outcome]]]) -> int:
    """Run every kind of trial, print what it came to, and return how many failed."""
    print(f"{'trial':<58} {'trials':>7}   acknowledged edits lost, states silently wrong: 0; found")
    failed = 0
    for kind in kinds:
        try:
            for outcome in kind():
                print(f"{outcome.name:<58} {outcome.trials:>7,}   {outcome.found}", flush=True)
        except (AssertionError, TrackerError, OSError):
            failed += 1
            print(f"FAILED\n{traceback.format_exc()}", flush=True)
    return failed
