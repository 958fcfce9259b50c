"""Verdicts and track records as SVG; every figure stands in words beside or inside it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from tracker.export.report.words import Words
from tracker.model import TrackRecord, Verdict

_BAR_WIDTH, _BAR_HEIGHT = 720, 18
_CHART_WIDTH, _CHART_HEIGHT = 220, 34
_EDGE = 14


def verdict_bar(counts: Mapping[Verdict, int], label: str, *, right_to_left: bool) -> Markup:
    """Return one bar with a part for each verdict, as wide as its share.

    Args:
        counts: claims by verdict.
        label: what it shows, for those who cannot see it.
        right_to_left: whether the first part stands at the right.
    """
    total = sum(counts.values())
    parts, x = [], 0.0
    for verdict, number in counts.items():
        width = _BAR_WIDTH * number / total if total else 0
        left = _BAR_WIDTH - x - width if right_to_left else x
        if width:
            parts.append(
                f'<rect class="v-{verdict.value}" x="{left:.2f}" y="0" '
                f'width="{max(width - 1.5, 0.5):.2f}" height="{_BAR_HEIGHT}"/>'
            )
        x += width
    return Markup(  # noqa: S704  (numbers, and a text escaped here)
        f'<svg class="bar" role="img" aria-label="{escape(label)}" '
        f'viewBox="0 0 {_BAR_WIDTH} {_BAR_HEIGHT}" preserveAspectRatio="none">'
        f"{''.join(parts)}</svg>"
    )


def record_words(record: TrackRecord, words: Words) -> str:
    """Return the outcomes in words, never a share without its counts."""
    if not record.resolved:
        return words["no_outcome"]
    return f"{record.borne_out} {words['of']} {record.resolved} {words['borne_out']}"


def interval_words(record: TrackRecord) -> str:
    """Return the interval in figures, which read from left to right in every language."""
    interval = record.interval
    return f"{interval.low:.0%}–{interval.high:.0%} ({interval.level:.0%})"


def record_chart(record: TrackRecord, words: Words) -> Markup:
    """Return the interval of a record on a line from 0% to 100%, its mean as a dot."""
    span = _CHART_WIDTH - 2 * _EDGE

    def at(share: float) -> float:
        return _EDGE + span * share

    told = f"{record_words(record, words)} · {interval_words(record)}"
    low, high = at(record.interval.low), at(record.interval.high)
    ticks: Sequence[float] = (0, 0.5, 1)
    marks = "".join(
        f'<path class="tick" d="M{at(share):g} 8v8"/>'
        f'<text x="{at(share):g}" y="30">{share:.0%}</text>'
        for share in ticks
    )
    return Markup(  # noqa: S704  (numbers, and a text escaped here)
        f'<svg class="record" role="img" aria-label="{escape(told)}" '
        f'viewBox="0 0 {_CHART_WIDTH} {_CHART_HEIGHT}" width="{_CHART_WIDTH}" '
        f'height="{_CHART_HEIGHT}"><path class="axis" d="M{_EDGE} 12h{span}"/>{marks}'
        f'<rect class="interval" x="{low:.1f}" y="8" width="{high - low:.1f}" height="8" rx="4"/>'
        f'<circle class="mean" cx="{at(record.mean):.1f}" cy="12" r="5"/></svg>'
    )
