"""What a claim speaks of: its places, actors, numbers, dates and hedges, each with its words."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from math import inf

from attrs import frozen

from tracker.model import Span
from tracker.text.date_parts import DatePart, date_parts
from tracker.text.dates import find_dates
from tracker.text.folding import Folded, fold
from tracker.text.hedges import NO_HEDGES, Hedges
from tracker.text.names import NameTable
from tracker.text.numbers import Quantity, numbers_in
from tracker.text.stems import without_furniture, words

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Marks and one short word that may part the parts of one date ("الثلاثاء 10 من نوفمبر").
_GAP = 5


class DetailKind(Enum):
    """What a detail is; countries are places and news agencies actors."""

    PLACE = "place"
    ACTOR = "actor"
    NUMBER = "number"
    DATE = "date"
    HEDGE = "hedge"


_KINDS = {
    "country": DetailKind.PLACE,
    "place": DetailKind.PLACE,
    "actor": DetailKind.ACTOR,
    "agency": DetailKind.ACTOR,
}


@frozen(kw_only=True)
class Detail:
    """One place, actor, number, date or hedge in a text.

    Attributes:
        span: the words that name it.
        kind: what it is.
        value: the same for all ways to write it. A name's key in the table; a number (``15``,
            ``~15`` for "about", ``15..20``, ``15..`` for "at least", ``..20``, with ``%``); a
            date by ISO 8601, parts that are not stated left out (``2020-11-10``, ``2020-11``,
            ``--11-10``, ``---10``), a weekday in English before it; a hedge in plain form.
    """

    span: Span
    kind: DetailKind
    value: str


def find_details(
    text: str, spans: Iterable[Span], names: NameTable, hedges: Hedges = NO_HEDGES
) -> tuple[Detail, ...]:
    """Return what the words at ``spans`` of ``text`` name, in reading order.

    Args:
        text: the article.
        spans: the words of one claim; what one span names does not reach into the next.
        names: the known places and actors.
        hedges: the known hedges.

    Returns:
        Details with spans in ``text`` (code points, end exclusive).
    """
    found = (
        Detail(
            span=Span(one.span.start + span.start, one.span.end + span.start),
            kind=one.kind,
            value=one.value,
        )
        for span in spans
        for one in _details(span.slice(text), text, names, hedges)
    )
    return tuple(sorted(found, key=lambda one: one.span))


def _details(text: str, article: str, names: NameTable, hedges: Hedges) -> Iterator[Detail]:
    for hedge in hedges.find(text):
        yield Detail(span=hedge.span, kind=DetailKind.HEDGE, value=hedge.words)
    folded = fold(without_furniture(text))
    yield from _named(text, article, folded, names)
    dates = tuple(_dates(text, folded))
    yield from dates
    for number in numbers_in(folded):
        if not any(number.span.overlaps(one.span) for one in dates):
            yield Detail(span=number.span, kind=DetailKind.NUMBER, value=_amount(number))


def _named(text: str, article: str, folded: Folded, names: NameTable) -> Iterator[Detail]:
    every = words(text, folded, article)
    for found in names.find(every):
        span = Span(every[found.first].start, every[found.last - 1].end)
        yield Detail(span=span, kind=_KINDS[found.value.kind], value=found.value.key)


def _amount(number: Quantity) -> str:
    unit = "%" if number.unit == "%" else ""
    if number.exact:
        return f"{number.low:g}{unit}"
    if number.low < number.stated < number.high < inf:
        return f"~{number.stated:g}{unit}"
    low = f"{number.low:g}" if number.low > 0 else ""
    high = f"{number.high:g}" if number.high < inf else ""
    return f"{low}..{high}{unit}"


def _dates(text: str, folded: Folded) -> Iterator[Detail]:
    whole = find_dates(text)
    for stated in whole:
        yield Detail(span=stated.span, kind=DetailKind.DATE, value=stated.day.isoformat())
    parts = [
        part
        for part in sorted(date_parts(folded), key=lambda part: part.span)
        if not any(part.span.overlaps(stated.span) for stated in whole)
    ]
    for run in _runs(parts):
        span = Span(run[0].span.start, run[-1].span.end)
        yield Detail(span=span, kind=DetailKind.DATE, value=_calendar(run))


def _runs(parts: Sequence[DatePart]) -> Iterator[list[DatePart]]:
    """Yield the parts that belong to one date: near each other, no kind of part twice."""
    run: list[DatePart] = []
    for part in parts:
        near = bool(run) and part.span.start - run[-1].span.end <= _GAP
        if run and not (near and part.part not in {one.part for one in run}):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _calendar(run: Sequence[DatePart]) -> str:
    parts = {one.part: one.value for one in run}
    weekday = _WEEKDAYS[parts["weekday"]] if "weekday" in parts else ""
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    written = f"{year:04}" if year else "-" if month or day else ""
    written += f"-{month:02}" if month else "-" if day else ""
    written += f"-{day:02}" if day else ""
    return f"{weekday} {written}".strip()
