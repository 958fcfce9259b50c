"""The report in one file or several: what stands where, and that nothing from outside is markup."""

import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given

from tests.unit.export import sample
from tests.unit.export.databases import databases
from tracker.export import Desk, Dossier, Records, parse_filter
from tracker.export.report import PER_PAGE, page_names, preview_html, write_html, write_pages
from tracker.export.report import pages as pages_module
from tracker.model import ClaimId

VOID = {"meta", "link", "br"}


def page(dossier: Dossier) -> str:
    return b"".join(write_html(dossier)).decode("utf-8")


class Balanced(HTMLParser):
    """Refuses elements that close out of order, and identifiers given twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check(text: str) -> None:
    """Check that ``text`` is one whole document whose elements nest."""
    reader = Balanced()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))
    assert text.startswith("<!DOCTYPE html>\n")


def test_a_report_says_what_it_holds_and_where_it_comes_from() -> None:
    text = page(sample.dossier(filter=parse_filter("outlet=The Wire")))
    check(text)
    assert '<html lang="en" dir="ltr">' in text
    assert "<bdi>tracker 0.1.0</bdi>, layout 1" in text
    assert '<bdi class="filter">outlet=The Wire</bdi>' in text
    assert "2026-01-12 08:30 UTC" in text
    assert sample.records().articles[0].sha256 in text
    assert "Reliability cannot be judged" in text


def test_a_report_of_arabic_claims_is_arabic_and_marks_other_languages() -> None:
    text = page(sample.dossier())
    check(text)
    assert '<html lang="ar" dir="rtl">' in text
    assert '<span lang="ar" dir="rtl">15 شخصاً قتلوا في الهجوم</span>' in text
    assert '<span lang="en" dir="ltr">at least 20 people died</span>' in text
    assert "تقريران · وسيلتان · أصلان مستقلان" in text


def test_what_nobody_rated_is_left_out_and_what_cannot_be_judged_says_so() -> None:
    text = page(evolve(sample.dossier(), language="en"))
    assert '<b class="code">6</b> Truth cannot be judged' in text
    assert "1 independent origin · not rated</p>" in text


def test_an_assertion_of_several_claims_has_its_chain_drawn_once_and_told_in_words() -> None:
    text = page(evolve(sample.dossier(), language="en"))
    assert text.count('<svg class="tree"') == 1
    told = re.findall(r"<desc[^>]*>([^<]*)</desc>", text)
    assert len(told) == 1
    assert "Independent origin: Residents → The Wire (2020-11-12)." in told[0]
    assert '<a href="#c1">Chain of transmission: see claim 1</a>' in text


def test_the_name_of_the_desk_heads_the_report() -> None:
    assert "<bdi>News &amp; Co</bdi>" in page(evolve(sample.dossier(), desk=Desk(name="News & Co")))


def test_only_web_addresses_are_links() -> None:
    records = sample.records()
    addresses = ("javascript:alert(1)", "https://news.example/1?a=1&b=2")
    articles = tuple(evolve(a, url=url) for a, url in zip(records.articles, addresses, strict=True))
    text = page(sample.dossier(evolve(records, articles=articles)))
    assert 'href="javascript' not in text
    assert "javascript:alert(1)" in text
    assert 'href="https://news.example/1?a=1&amp;b=2" rel="noopener' in text


@given(databases())
def test_any_database_makes_a_whole_document_in_which_nothing_acts(records: Records) -> None:
    text = page(sample.dossier(records))
    check(text)
    assert not set(text) & set("\x00\x1b\u202e\u2066")
    assert "<script" not in text


def large(monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """Return a desk that fills two pages, because a page is said to hold two claims."""
    monkeypatch.setattr(pages_module, "PER_PAGE", 2)
    return evolve(sample.dossier(), language="en")


def test_a_large_report_is_split_between_articles_into_files_that_lead_to_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = large(monkeypatch)
    assert page_names(dossier, "a b.html") == ("a b.html", "a b-2.html")
    files = {name: b"".join(pieces).decode() for name, pieces in write_pages(dossier, "a b.html")}
    assert list(files) == ["a b.html", "a b-2.html"]
    for text in files.values():
        check(text)
    first, second = files.values()
    assert 'rel="next" href="a%20b-2.html"' in first
    assert 'rel="prev" href="a%20b.html"' in second
    assert 'id="c3"' in second
    assert 'href="a%20b.html#c1">Chain of transmission: see claim 1' in second
    assert "track records" not in first
    assert "track records" in second


def test_a_file_without_an_ending_is_split_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = large(monkeypatch)
    assert page_names(dossier, "report") == ("report", "report-2")
    assert page_names(dossier, ".report") == (".report", ".report-2")


def test_a_small_report_is_one_file() -> None:
    assert len(sample.dossier().selected) < PER_PAGE
    assert page_names(sample.dossier(), "report.html") == ("report.html",)


def test_track_records_count_all_of_the_database_and_not_only_the_report() -> None:
    records = sample.records()
    taken = page(evolve(sample.dossier(records, parse_filter("claim=clm_2fled")), language="en"))
    rows = re.findall(r'<th scope="row"><bdi class="name">.*?<td>(\d+)</td>', taken, re.DOTALL)
    assert rows == ["2"]


def test_a_chart_stands_beside_outcomes_with_their_numbers() -> None:
    records = sample.records()
    ruled = tuple(
        evolve(a, ruling=evolve(a.ruling, verdict=verified)) if a.ruling else a
        for a in records.assertions
        for verified in [type(a.verdict).VERIFIED]
    )
    text = page(evolve(sample.dossier(evolve(records, assertions=ruled)), language="en"))
    assert 'aria-label="1 of 1 borne out · 23%–100% (90%)"' in text
    assert "no outcome known yet" in text


def test_a_preview_is_the_text_of_the_report_without_its_markup() -> None:
    text = b"".join(preview_html(sample.dossier())).decode()
    assert "قائمة الادعاءات" in text
    assert "15 شخصاً قتلوا في الهجوم" in text
    assert "<" not in text
    assert "font-family" not in text


def test_an_empty_selection_is_a_report_that_says_so() -> None:
    text = page(sample.dossier(filter=parse_filter(f"claim={ClaimId('none')}")))
    check(text)
    assert "0 claims" in text
