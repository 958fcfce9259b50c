"""A track record in words and in one line of drawing: counts and interval, never a bare share."""

from tracker.credibility.records import FEWEST_OUTCOMES
from tracker.model import Interval, TrackRecord
from tracker.presenters.tones import Cell, Line, Tone
from tracker.presenters.wording import RELIABILITY

FEW = "too few"


def interval_bar(mean: float, interval: Interval, width: int) -> str:
    """Return the interval on a line from 0 to 1, ``width`` cells wide: ``  ├───■──┤ ``.

    ``mean`` and the interval's ends are shares (0-1).
    """
    last = width - 1
    low, middle, high = (round(share * last) for share in (interval.low, mean, interval.high))
    cells = [" "] * width
    cells[low : high + 1] = "─" * (high + 1 - low)
    cells[low], cells[high] = "├", "┤"
    cells[middle] = "■"
    return "".join(cells)


def interval_words(record: TrackRecord) -> str:
    """Return mean and interval: ``0.75 (0.44–0.96)``; a dash where nothing is resolved."""
    if not record.resolved:
        return "–"
    return f"{record.mean:.2f} ({record.interval.low:.2f}–{record.interval.high:.2f})"


def letter_words(record: TrackRecord) -> str:
    """Return the letter that the record suggests, or F and that there are too few outcomes."""
    return f"F {FEW}" if record.resolved < FEWEST_OUTCOMES else record.letter.value


def outcome_line(record: TrackRecord) -> Line:
    """Return counts and letter: ``resolved 5 of 23 cited · borne out 4 · refuted 1 · open 18``."""
    counts = (
        f"resolved {record.resolved} of {record.cited} cited · borne out {record.borne_out} · "
        f"refuted {record.refuted} · open {record.open}"
        + (f", {record.contradicted} contradicted" if record.contradicted else "")
    )
    return Cell(counts, Tone.STRONG), Cell("    "), _letter(record)


def _letter(record: TrackRecord) -> Cell:
    if record.resolved < FEWEST_OUTCOMES:
        missing = f"F: {FEW} (letters from {FEWEST_OUTCOMES} outcomes; A takes 12 clean)"
        return Cell(missing, Tone.MUTED)
    grade = record.letter
    return Cell(f"{grade.value}: {RELIABILITY[grade]} (suggested)", Tone.ACCENT)


def interval_line(record: TrackRecord, width: int = 24) -> Line:
    """Return the interval drawn and in figures, and what to keep in mind about it."""
    if not record.resolved:
        return (Cell("reliability  nothing is resolved yet: there is no estimate", Tone.MUTED),)
    interval = record.interval
    figures = f"{interval.low:.2f}–{interval.high:.2f} ({interval.level:.0%}, Jeffreys)"
    return (
        Cell(f"reliability  {record.mean:.2f}  "),
        Cell(f"0{interval_bar(record.mean, interval, width)}1", Tone.ACCENT),
        Cell(f"  {figures}"),
    )


SAMPLE_NOTE: Line = (Cell("resolved claims are not a random sample", Tone.MUTED),)


def weighing_words(record: TrackRecord) -> str:
    """Return how outcomes were weighed; empty where each counts as one and nothing else does."""
    words = []
    if record.weighing.half_life_days is not None:
        days = record.weighing.half_life_days
        words.append(f"half-life {days} days: outcomes weigh {record.weight:.2f}")
    if record.drawn_to is not None:
        strength = f"{record.weighing.shrinkage:g}"
        words.append(f"drawn to {record.drawn_to:.2f}, the outlet's others, as {strength} outcomes")
    elif record.weighing.shrinkage:
        words.append("nothing to draw it to: no other voice of the outlet has an outcome")
    return "; ".join(words)
