"""A date line is read in every tradition, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.dates import find_dates, parse_date

DAY = date(2020, 11, 10)


@pytest.mark.parametrize(
    "line",
    [
        "10 نوفمبر 2020",
        "١٠ نوفمبر ٢٠٢٠",
        "الثلاثاء، 10 تشرين الثاني 2020",
        "10 نوفمبر/ تشرين الثاني 2020",
        "10 تشرين الثاني (نوفمبر) 2020",
        "10 نونبر 2020",
        "10 من نوفمبر عام 2020",
        "نُشر في 10/11/2020",
        "١٠/١١/٢٠٢٠ م",
        "10 November 2020",
        "Nov. 10, 2020",
        "November 10th, 2020",
        "10th of November 2020",
        "Published 2020-11-10T08:30:00Z",
        "24 ربيع الأول 1442 هـ",
        "24 ربيع الأول 1442 - 10 نوفمبر 2020",
        "24/3/1442 هـ",
        "10 novembre 2020",
    ],
)
def test_a_date_line_is_read(line: str) -> None:
    assert parse_date(line) == DAY


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 جانفي 2021", date(2021, 1, 3)),
        ("04 تشرين2/نوفمبر 2021", date(2021, 11, 4)),
        ("12 كانون1 2021", date(2021, 12, 12)),
        ("14 جويلية 2019", date(2019, 7, 14)),
        ("20 غشت 2018", date(2018, 8, 20)),
        ("1 آب 2015", date(2015, 8, 1)),
        ("5 كانون الأول 2016", date(2016, 12, 5)),
        ("5 كانون الثاني 2016", date(2016, 1, 5)),
        ("25/11/2020", date(2020, 11, 25)),
    ],
)
def test_each_tradition_of_month_names(line: str, day: date) -> None:
    assert parse_date(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "",
        "هراري 15-7 (اف ب) -",
        "10/11/2020",
        "31 فبراير 2020",
        "10 نوفمبر",
        "نوفمبر 2020",
        "10 نوفمبر 2020 - 11 نوفمبر 2020",
        "10 نوفمبر/ تشرين الأول 2020",
        "١٠ ١١",
        "99999999999999999999-01-01",
        "30 صفر 9999 هـ",
    ],
)
def test_an_unsure_line_is_not_read(line: str) -> None:
    assert parse_date(line) is None


def test_a_stated_date_knows_its_place() -> None:
    text = "وقع في ١٠ نوفمبر ٢٠٢٠ ثم في 2021-01-02"
    places = [stated.span.slice(text) for stated in find_dates(text)]
    assert places == ["١٠ نوفمبر ٢٠٢٠", "2021-01-02"]


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    found = parse_date(text)
    assert found is None or isinstance(found, date)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_an_iso_day_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
