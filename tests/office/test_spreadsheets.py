"""Tables as LibreOffice opens them, in an Arabic locale: the right cells, and nothing that runs."""

import csv
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from tests.unit.export import sample
from tracker.export import EXPORTERS, Records
from tracker.services.exporting import write_export

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed: apt install libreoffice-calc-nogui"
)

HOSTILE = "=cmd|' /C calc'!A0"
_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
}


def records() -> Records:
    """Return the desk with a wording that a spreadsheet would run."""
    found = sample.records()
    claims = tuple(evolve(c, wording=HOSTILE, note="+1 -2 @SUM(A1)") for c in found.claims)
    return evolve(found, claims=claims)


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """What has LibreOffice open a file in an Arabic locale and save it as something else."""
    home = tmp_path_factory.mktemp("office")

    def opened(path: Path, kind: str) -> Path:
        assert OFFICE
        subprocess.run(
            [
                OFFICE,
                f"-env:UserInstallation={(home / 'profile').as_uri()}",
                "--headless",
                # Separator, quotation mark, UTF-8, from the first row; 14337 is Arabic (UAE).
                *(["--infilter=CSV:44,34,76,1,,14337"] if path.suffix == ".csv" else []),
                "--convert-to",
                kind,
                "--outdir",
                str(home),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env={"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "ar_SY.UTF-8"},
        )
        return home / f"{path.stem}.{kind.partition(':')[0]}"

    return opened


def written(name: str, folder: Path) -> Path:
    path = folder / f"claims{EXPORTERS[name].suffix}"
    write_export(EXPORTERS[name], sample.dossier(records()), path)
    return path


def formulas(path: Path) -> list[str]:
    """Return the formulas of an OpenDocument spreadsheet."""
    key = f"{{{_NAMES['table']}}}formula"
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("content.xml"))  # noqa: S314  (LibreOffice wrote it)
    return [cell.attrib[key] for cell in root.iter() if key in cell.attrib]


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_no_cell_is_a_formula(
    convert: Callable[[Path, str], Path], tmp_path: Path, name: str
) -> None:
    assert formulas(convert(written(name, tmp_path), "ods")) == []


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_cells_are_read_as_they_were_written(
    convert: Callable[[Path, str], Path], tmp_path: Path, name: str
) -> None:
    again = convert(written(name, tmp_path), "csv:Text - txt - csv (StarCalc):44,34,76,1")
    text = again.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["claim"] for row in rows] == [claim.id for claim in sample.dossier().records.claims]
    assert rows[0]["quote"] == "15 شخصاً قتلوا في الهجوم"
    assert rows[0]["source"] == 'مصدر لـ"العربي الجديد"'
    assert rows[0]["wording"] == f"'{HOSTILE}"
    assert rows[0]["origins"] == "2"
    assert rows[0]["reliability"] == "F | B"


def test_a_workbook_of_arabic_claims_opens_from_the_right(
    convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    with zipfile.ZipFile(convert(written("xlsx", tmp_path), "ods")) as archive:
        content = archive.read("content.xml").decode("utf-8")
    assert 'style:writing-mode="rl-tb"' in content
    assert 'table:name="Claims"' in content
