"""A source's time in the terminal: what it said and what became of it, a bar a month or quarter."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from attrs import frozen

from tracker.model import ClaimState
from tracker.presenters.tones import Cell, Line, Tone
from tracker.services.recording import Account

_BARS = " ▁▂▃▄▅▆▇█"
#: Bars that a timeline may have; with more it goes to the next longer step.
MOST_BARS = 48
Step = Literal["month", "quarter", "year"]
_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}
_LABEL = 12


@frozen(kw_only=True)
class Timeline:
    """Counts by period, the earliest first; periods in which nothing was said are there, too.

    Attributes:
        step: how long a period is.
        first: the year and month (1-12) in which the first period begins.
        said: accepted claims.
        borne_out: events that proved right, where they were first said.
        refuted: events that proved wrong.
    """

    step: Step
    first: tuple[int, int]
    said: tuple[int, ...]
    borne_out: tuple[int, ...]
    refuted: tuple[int, ...]


def timeline(account: Account) -> Timeline | None:
    """Return what was said and settled over time, None where no day is known."""
    accepted = (c for c in account.claims if c.state is ClaimState.ACCEPTED)
    said = [day for c in accepted if (day := account.known.day(c))]
    outcomes = account.outcomes
    right = [one.day for one in outcomes if one.borne_out and one.day]
    wrong = [one.day for one in outcomes if not one.borne_out and one.day]
    days = [*said, *right, *wrong]
    if not days:
        return None
    low, high = _month(min(days)), _month(max(days))
    fits = (s for s, n in _MONTHS.items() if high // n - low // n < MOST_BARS)
    step: Step = next(fits, "year")
    length = _MONTHS[step]
    first = low // length
    number = high // length - first + 1
    return Timeline(
        step=step,
        first=(first * length // 12, first * length % 12 + 1),
        said=_counts(said, length, first, number),
        borne_out=_counts(right, length, first, number),
        refuted=_counts(wrong, length, first, number),
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _counts(days: Iterable[date], length: int, first: int, number: int) -> tuple[int, ...]:
    found = Counter(_month(day) // length - first for day in days)
    return tuple(found[place] for place in range(number))


def timeline_lines(found: Timeline | None) -> tuple[Line, ...]:
    """Return the timeline as bars under its years, each row with its total."""
    if found is None:
        return ()
    most = max(found.said + found.borne_out + found.refuted + (1,))
    rows = (
        ("said", found.said, Tone.PLAIN),
        ("borne out", found.borne_out, Tone.GOOD),
        ("refuted", found.refuted, Tone.BAD),
    )
    return (
        (Cell(f"{'by ' + found.step:<{_LABEL}}", Tone.MUTED), Cell(_years(found), Tone.MUTED)),
        *(
            (
                Cell(f"{label:<{_LABEL}}", Tone.MUTED),
                Cell(bars(counts, most), tone),
                Cell(f"  {sum(counts):,}", Tone.MUTED),
            )
            for label, counts, tone in rows
        ),
    )


def bars(counts: Sequence[int], most: int) -> str:
    """Return a bar for each count, ``most`` being the highest; anything above nothing is seen."""
    steps = len(_BARS) - 1
    return "".join(
        _BARS[max(1, round(number * steps / most))] if number else "·" for number in counts
    )


def _years(found: Timeline) -> str:
    length = _MONTHS[found.step]
    start = found.first[0] * 12 + found.first[1] - 1
    line = ""
    for place in range(len(found.said)):
        month = start + place * length
        begins = place == 0 or month % 12 < length
        if begins and len(line) <= place:
            line = line.ljust(place) + f"{month // 12} "
    return line.rstrip()
