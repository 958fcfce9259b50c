"""One claim a row, and no cell that a spreadsheet would run."""

import csv
import io

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.export import sample
from tracker.export import Records
from tracker.export.csv_table import write_csv
from tracker.export.plain import defused


def _rows(records: Records | None = None, *, confidential: bool = False) -> list[dict[str, str]]:
    dossier = sample.dossier(records, include_confidential=confidential)
    text = b"".join(write_csv(dossier)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_is_a_row_with_its_source_ratings_and_standing() -> None:
    rows = _rows()
    assert [row["claim"] for row in rows] == [
        sample.KILLED,
        sample.FLED,
        sample.DIED,
        sample.DENIED,
    ]
    killed = rows[0]
    assert killed["quote"] == "15 شخصاً قتلوا في الهجوم"
    assert killed["source"] == 'مصدر لـ"العربي الجديد"'
    assert (killed["source_kind"], killed["vouching_outlet"]) == (
        "anonymous_single",
        "العربي الجديد",
    )
    assert (killed["date"], killed["language"]) == ("2020-11-10", "ar")
    assert killed["article_sha256"] == sample.records().articles[1].sha256
    assert (killed["reviewer"], killed["reliability"]) == ("Omar | Rana", "F | B")
    assert killed["credibility_label"] == " | Truth cannot be judged"
    assert (killed["verdict"], killed["verdict_by"]) == ("likely", "Huda")
    assert [killed[name] for name in ("reports", "outlets", "origins")] == ["2", "2", "2"]


def test_what_nobody_rated_stays_empty() -> None:
    denied = _rows()[3]
    for name in ("reviewer", "reliability", "credibility", "credibility_label", "confidence"):
        assert denied[name] == ""
    assert denied["verdict"] == "unverified"


def test_the_byte_order_mark_is_a_choice() -> None:
    dossier = sample.dossier()
    assert b"".join(write_csv(dossier)).startswith(b"\xef\xbb\xbf")
    assert b"".join(write_csv(dossier, bom=False)).startswith(b'"claim"')


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "\u00a0=1",
    ],
)
def test_a_cell_that_begins_like_a_formula_is_defused(text: str) -> None:
    assert defused(text).startswith("'")


@given(st.text())
def test_no_cell_starts_a_formula_or_acts_on_a_screen(text: str) -> None:
    cell = defused(text)
    assert not cell.lstrip().startswith(tuple("=+-@＝＋－＠"))
    assert not any(c < " " and c not in "\n\t" for c in cell)
    assert not set(cell) & set("\x7f\x9b\u202e\u2067")


def test_words_that_do_no_harm_stay_as_they_are() -> None:
    for text in ("قال: 15 + 3 = 18", "a - b", "", "\u200fنص"):
        assert defused(text) == text


def test_hostile_text_stays_in_its_cell() -> None:
    records = sample.records()
    claims = tuple(
        evolve(c, wording='",\r\n=HYPERLINK("http://x")\n"', note="=1\x1b[2J")
        for c in records.claims
    )
    rows = _rows(evolve(records, claims=claims))
    assert len(rows) == 4
    assert rows[0]["wording"] == '",\n=HYPERLINK("http://x")\n"'
    assert rows[0]["note"] == "'=1␛[2J"


def test_confidential_notes_leave_only_when_asked_for() -> None:
    assert sample.SECRET not in str(_rows())
    assert "CONFIDENTIAL" not in _rows()[0]
    assert _rows(confidential=True)[0]["CONFIDENTIAL"] == sample.SECRET
