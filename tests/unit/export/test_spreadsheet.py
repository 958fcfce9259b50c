"""A workbook that other programs open, with nothing in it that they would run."""

import io
import re
import zipfile
from datetime import datetime
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.export import sample
from tracker.errors import InputError
from tracker.export import Records
from tracker.export.spreadsheet import preview_xlsx, write_xlsx
from tracker.export.xlsx_package import LONGEST_CELL, MOST_ROWS, Sheet, package


def _workbook(records: Records | None = None) -> openpyxl.Workbook:
    data = b"".join(write_xlsx(sample.dossier(records)))
    return openpyxl.load_workbook(io.BytesIO(data))


def _rows(sheet: Worksheet) -> list[dict[str, object]]:
    names, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


def test_a_claim_is_a_row_with_days_and_numbers_as_such() -> None:
    killed = _rows(_workbook()["Claims"])[0]
    assert killed["quote"] == "15 شخصاً قتلوا في الهجوم"
    assert killed["date"] == datetime(2020, 11, 10)  # noqa: DTZ001  (a day has no zone)
    assert (killed["reports"], killed["origins"]) == (2, 2)
    assert (killed["reliability"], killed["credibility"]) == ("F | B", " | 6")
    assert killed["wording"] is None


def test_other_sheets_hold_articles_with_hashes_scales_and_where_it_comes_from() -> None:
    book = _workbook()
    assert book.sheetnames == ["Claims", "Articles", "Scales", "About"]
    hashes = {row["article_sha256"] for row in _rows(book["Articles"])}
    assert hashes == {article.sha256 for article in sample.records().articles}
    assert {"F", "6", "low"} <= {row["code"] for row in _rows(book["Scales"])}
    about = {row["fact"]: row["value"] for row in _rows(book["About"])}
    assert about["tool"] == "tracker 0.1.0"
    assert about["as_of"] == "2026-01-12T08:30:00+00:00"


def test_sheets_of_arabic_claims_run_from_the_right() -> None:
    assert all(sheet.sheet_view.rightToLeft for sheet in _workbook())
    english = evolve(sample.dossier(), language="en")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(write_xlsx(english))))
    assert not any(sheet.sheet_view.rightToLeft for sheet in book)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_any_text_is_a_cell_that_is_no_formula_and_valid_xml(cells: list[str]) -> None:
    sheet = Sheet(
        name="One", columns=[(f"c{n}", "text", 9) for n in range(len(cells))], rows=[cells], count=1
    )
    data = b"".join(package([sheet], title="t", program="p", modified=None, right_to_left=False))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            ET.fromstring(archive.read(part))  # noqa: S314  (our own)
    for cell in openpyxl.load_workbook(io.BytesIO(data))["One"][2]:
        assert cell.data_type != "f"


def test_hostile_text_stays_text() -> None:
    hostile = "=cmd|' /C calc'!A0"
    rich = "<r><t>x</t></r>"
    claims = tuple(
        evolve(c, wording=hostile, gloss=rich, note="_x0041_\x1b[2J")
        for c in sample.records().claims
    )
    row = _rows(_workbook(evolve(sample.records(), claims=claims))["Claims"])[0]
    assert row["wording"] == "'" + hostile
    assert row["gloss"] == rich
    # Excel reads _xHHHH_ as a character; openpyxl leaves that to its caller.
    assert unescape(str(row["note"])) == "_x0041_␛[2J"


def test_a_text_longer_than_a_cell_is_cut_visibly() -> None:
    for text in ("ن" * 40_000, "😀" * 20_000):
        sheet = Sheet(name="One", columns=[("c", "text", 9)], rows=[[text]], count=1)
        data = b"".join(
            package([sheet], title="t", program="p", modified=None, right_to_left=False)
        )
        cell = openpyxl.load_workbook(io.BytesIO(data))["One"]["A2"].value
        assert isinstance(cell, str)
        assert cell.endswith(" …")
        assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    sheet = Sheet(name="One", columns=[("c", "text", 9)], rows=[], count=MOST_ROWS)
    pieces = package([sheet], title="t", program="p", modified=None, right_to_left=False)
    with pytest.raises(InputError, match="more than a sheet can have"):
        next(pieces)


def test_a_preview_shows_the_cells_that_hold_something() -> None:
    text = b"".join(preview_xlsx(sample.dossier())).decode()
    assert re.search("^quote +15 شخصاً قتلوا في الهجوم$", text, re.MULTILINE)
    assert "\nwording" not in text
    assert text.count("\n\n") == 4
