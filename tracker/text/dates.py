"""The calendar date that a line of text states.

Month names: English, French, and Arabic in three traditions (Egypt and the Gulf; the Levant and
Iraq; the Maghreb), beside the Hijri months. Hijri days are converted by the Umm al-Qura calendar
(package ``hijridate``, years 1343-1500); a country that sights its own moon may differ by a day.
"""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen
from hijridate import Hijri

from tracker.model import Span
from tracker.text.folding import fold, fold_text

_GREGORIAN = (
    "january jan janvier يناير كانون_الثاني كانون2 جانفي",
    "february feb fevrier فبراير شباط فيفري",
    "march mar mars مارس آذار",
    "april apr avril أبريل نيسان أفريل",
    "may mai مايو أيار ماي",
    "june jun juin يونيو يونية حزيران جوان",
    "july jul juillet يوليو يولية تموز جويلية يوليوز",
    "august aug aout أغسطس آب أوت غشت",
    "september sept sep septembre سبتمبر أيلول شتنبر",
    "october oct octobre أكتوبر تشرين_الأول تشرين1 أكتوبر",
    "november nov novembre نوفمبر تشرين_الثاني تشرين2 نونبر",
    "december dec decembre ديسمبر كانون_الأول كانون1 دجنبر",
)
_HIJRI = (
    "محرم المحرم muharram",
    "صفر safar",
    "ربيع_الأول ربيع_أول",
    "ربيع_الثاني ربيع_الآخر ربيع_ثاني",
    "جمادى_الأولى جمادى_الأول",
    "جمادى_الثانية جمادى_الآخرة",
    "رجب rajab",
    "شعبان shaban",
    "رمضان ramadan",
    "شوال shawwal",
    "ذو_القعدة ذي_القعدة",
    "ذو_الحجة ذي_الحجة",
)


def _numbered(rows: tuple[str, ...]) -> dict[str, int]:
    return {
        fold_text(name).replace("_", " "): number
        for number, row in enumerate(rows, start=1)
        for name in row.split()
    }


def _alternatives(names: dict[str, int]) -> str:
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(name.replace(" ", r"\s") for name in ordered)


#: Folded name of a Gregorian month → its number (1-12).
MONTHS = _numbered(_GREGORIAN)
_HIJRI_MONTHS = _numbered(_HIJRI)
_NAME = rf"(?:{_alternatives(MONTHS)})\b\.?"
_HIJRI_NAME = rf"(?:{_alternatives(_HIJRI_MONTHS)})\b"
# A digit right after a letter is no day: تشرين2 is the name of a month.
_DAY = r"(?<![\w.,/-])(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_TO_MONTH = r"\s?(?:of|de|من|شهر|[-./,،])?\s?"
_TO_YEAR = r"\s?(?:عام|سنه|لعام|[-./,،])?\s?"
_DAY_MONTH_YEAR = re.compile(
    rf"{_DAY}{_TO_MONTH}\b(?P<month>{_NAME})(?:\s?[/(-]\s?(?P<other>{_NAME})\)?)?{_TO_YEAR}{_YEAR}"
)
_MONTH_DAY_YEAR = re.compile(
    rf"\b(?P<month>{_NAME})\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?[,،]?\s{_YEAR}"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d.,/-])(?P<year>\d{4})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})(?!\d)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d.,/-])(?P<day>\d{1,2})\s?(?P<by>[-/.])\s?(?P<month>\d{1,2})\s?(?P=by)\s?"
    r"(?P<year>\d{4})(?!\d)(?P<era>\s?ه\b)?"
)
_HIJRI_DATE = re.compile(rf"{_DAY}{_TO_MONTH}\b(?P<month>{_HIJRI_NAME}){_TO_YEAR}{_YEAR}")
_ARABIC_LETTER = re.compile("[ء-ي]")
_YEARS = range(1800, 2200)
_MONTHS_IN_YEAR = 12


@frozen(kw_only=True)
class StatedDate:
    """A full date that a text states, and where.

    Attributes:
        day: the day meant, in the Gregorian calendar.
        span: the words that state it.
    """

    day: date
    span: Span


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _hijri(year: int, month: int, day: int) -> date | None:
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)


def _named(match: re.Match[str]) -> date | None:
    month = MONTHS[match["month"].rstrip(".")]
    other = match.groupdict().get("other")
    if other and MONTHS[other.rstrip(".")] != month:
        return None
    return _gregorian(int(match["year"]), month, int(match["day"]))


def _named_hijri(match: re.Match[str]) -> date | None:
    return _hijri(int(match["year"]), _HIJRI_MONTHS[match["month"]], int(match["day"]))


def _year_first(match: re.Match[str]) -> date | None:
    return _gregorian(int(match["year"]), int(match["month"]), int(match["day"]))


def _day_first(match: re.Match[str]) -> date | None:
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if match["era"]:
        return _hijri(year, month, day)
    # 3/4/2020 is April to most of the world and March to some: only Arabic text settles it.
    if day <= _MONTHS_IN_YEAR and day != month and not _ARABIC_LETTER.search(match.string):
        return None
    return _gregorian(year, month, day)


_FORMS = (
    (_DAY_MONTH_YEAR, _named),
    (_MONTH_DAY_YEAR, _named),
    (_YEAR_FIRST, _year_first),
    (_DAY_FIRST, _day_first),
    (_HIJRI_DATE, _named_hijri),
)


def _stated(text: str) -> Iterator[StatedDate]:
    folded = fold(text)
    for pattern, read in _FORMS:
        for match in pattern.finditer(folded.text):
            day = read(match)
            if day is not None:
                yield StatedDate(day=day, span=Span(*folded.original(*match.span())))


def find_dates(text: str) -> tuple[StatedDate, ...]:
    """Return every full date (day, month, year) that ``text`` states, in reading order."""
    return tuple(sorted(_stated(text), key=lambda stated: stated.span))


def parse_date(text: str) -> date | None:
    """Return the one Gregorian day that ``text`` (a date line) states, None when unsure.

    Unsure means: no full date, an impossible one, two different ones, or a numeric form whose day
    and month could be exchanged in a line without Arabic letters. A line that gives the same day
    in both calendars is read by the Gregorian one.
    """
    stated = find_dates(text)
    days = {one.day for one in stated}
    if len(days) > 1:
        hijri = re.compile(_HIJRI_NAME)
        days = {one.day for one in stated if not hijri.search(fold_text(one.span.slice(text)))}
    return days.pop() if len(days) == 1 else None
