"""The dates that a text speaks of, in parts: weekday, month, day of the month, year."""

import re
from collections.abc import Iterator

from attrs import frozen

from tracker.model import Span
from tracker.text.dates import MONTHS
from tracker.text.folding import Folded, fold_text

#: Folded weekday name → its number, Monday 0.
WEEKDAYS = {
    fold_text(name): number
    for number, row in enumerate(
        (
            "الاثنين الإثنين monday",
            "الثلاثاء tuesday",
            "الأربعاء wednesday",
            "الخميس thursday",
            "الجمعة friday",
            "السبت saturday",
            "الأحد sunday",
        )
    )
    for name in row.split()
}
#: Month names that are everyday words too: they count only beside a number.
AMBIGUOUS_MONTHS = frozenset(
    fold_text("may mar mars mai juin sept sep ماي آب جوان أوت jan dec").split()
)


def _one_of(names: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))


_WEEKDAY = re.compile(rf"(?<!\w)[وبلف]?(?P<name>{_one_of(WEEKDAYS)})(?!\w)")
_MONTH = re.compile(
    r"(?:(?<![\d.,])(?P<before>\d{1,2})(?:st|nd|rd|th)?\s(?:من\s|of\s)?)?"
    rf"(?<!\w)[وبلف]?(?P<name>{_one_of(MONTHS)})(?!\w)(?P<after>\s\d{{1,2}}(?![\d.,]\d|\d|\w))?"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d)")
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:عام|سنه|العام|لعام|in|since|year|of|by|until)|(?:{_one_of(MONTHS)})[,،]?"
    r"(?:\s\d{1,2},?)?)\s$"
)
#: How far before a year the word that makes it one may stand.
_NEARBY = 40
_ENDS = re.compile(r"\s*(?:$|[^\w\s]|(?:م|ه)\b)")


@frozen(order=True)
class DatePart:
    """One part of a date that a text states.

    Attributes:
        part: ``weekday`` (0 is Monday), ``month``, ``day`` or ``year``.
        value: its number.
        span: the words that state it.
    """

    part: str
    value: int
    span: Span


def _parts(folded: Folded) -> Iterator[DatePart]:
    text = folded.text
    for match in _WEEKDAY.finditer(text):
        yield DatePart("weekday", WEEKDAYS[match["name"]], _span(folded, match, "name"))
    for match in _MONTH.finditer(text):
        if match["name"] in AMBIGUOUS_MONTHS and not (match["before"] or match["after"]):
            continue
        yield DatePart("month", MONTHS[match["name"]], _span(folded, match, "name"))
        for group in ("before", "after"):
            if match[group]:
                yield DatePart("day", int(match[group]), _span(folded, match, group))
                break
    for match in _YEAR.finditer(text):
        if _YEAR_BEFORE.search(text, max(0, match.start() - _NEARBY), match.start()) or _ENDS.match(
            text, match.end()
        ):
            yield DatePart("year", int(match.group()), _span(folded, match, 0))


def _span(folded: Folded, match: re.Match[str], group: str | int) -> Span:
    return Span(*folded.original(*match.span(group)))


def date_parts(folded: Folded) -> tuple[DatePart, ...]:
    """Return the parts of dates that a text states, by kind and then in reading order."""
    return tuple(sorted(_parts(folded)))
