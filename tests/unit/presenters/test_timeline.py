"""A source's time in bars: every period is there, and nothing that happened is invisible."""

from datetime import date

from attrs import evolve

from tests.unit.credibility.records import assertion, claim, known
from tracker.model import ArticleId, Source, SourceId, SourceKind, Verdict
from tracker.presenters.timeline import MOST_BARS, bars, timeline, timeline_lines
from tracker.services.recording import Account, Scope

ONE = Source(id=SourceId("s1"), kind=SourceKind.ORGANISATION, label="سانا")


def account(*days: date) -> Account:
    claims = tuple(claim(f"c{n}", article=f"art{n}") for n in range(len(days)))
    ledger = known(claims, [assertion("a", "c0", Verdict.VERIFIED)])
    published = {ArticleId(f"art{n}"): day for n, day in enumerate(days)}
    return Account(
        source=ONE,
        scope=Scope.SOURCE,
        members=(ONE,),
        claims=claims,
        known=evolve(ledger, published=published),
    )


def drawn(*days: date) -> list[str]:
    lines = timeline_lines(timeline(account(*days)))
    return ["".join(cell.text for cell in line) for line in lines]


def test_a_year_is_drawn_by_month_with_empty_months_between() -> None:
    lines = drawn(date(2020, 11, 8), date(2020, 11, 9), date(2021, 2, 1))
    assert lines[0].startswith("by month")
    assert lines[0].split()[2:] == ["2020"]
    assert "█··▄" in lines[1]
    assert lines[1].endswith("  3")
    assert "▄···" in lines[2]
    assert "····" in lines[3]


def test_longer_times_are_drawn_by_quarter_and_year() -> None:
    found = timeline(account(date(2014, 1, 1), date(2020, 1, 1)))
    assert found is not None
    assert found.step == "quarter"
    assert len(found.said) == 25
    ages = timeline(account(date(1990, 1, 1), date(2020, 1, 1)))
    assert ages is not None
    assert (ages.step, len(ages.said) <= MOST_BARS) == ("year", True)


def test_one_among_many_is_still_seen() -> None:
    assert bars((1, 0, 1000), 1000) == "▁·█"


def test_without_any_day_there_is_no_timeline() -> None:
    claims = (claim("c1"),)
    blank = Account(
        source=ONE, scope=Scope.SOURCE, members=(ONE,), claims=claims, known=known(claims)
    )
    assert timeline(blank) is None
    assert timeline_lines(None) == ()
