"""Where articles come from, on the command line: details, originals, versions, folders."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles import FOLDER
from tests.cli.conftest import Cli
from tests.desk import TEXT
from tracker.cli.exit_codes import ExitCode
from tracker.model import Article, Basis


@pytest.fixture
def page(empty: Cli) -> Article:
    empty.done(f"add {FOLDER / 'pages' / 'wordpress.html'}")
    (article,) = empty.store().scan(Article)
    return article


def test_a_page_says_where_each_detail_was_found(empty: Cli, page: Article) -> None:
    shown = empty.done(f"articles show {page.id}").out
    assert "شبكة الوادي  [JSON-LD (publisher)]" in shown
    shape = empty.done(f"articles show {page.id} --json").json["article"]
    places = {p["field"]: (p["basis"], p["guess"]) for p in shape["provenance"]}
    assert places["outlet_id"] == (Basis.JSON_LD.value, False)
    assert shape["media_type"] == "text/html"


def test_the_original_comes_back_byte_for_byte(empty: Cli, page: Article, tmp_path: Path) -> None:
    target = tmp_path / "back.html"
    answer = empty.done(f"articles original {page.id[:8]} -o {target} --json").json
    assert target.read_bytes() == (FOLDER / "pages" / "wordpress.html").read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    assert answer["sha256"] == page.original
    again = empty(f"articles original {page.id} -o {target}")
    assert again.code == ExitCode.ERROR
    assert "exists already" in again.err


def test_a_guess_is_confirmed_corrected_and_taken_back(empty: Cli, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    empty.done(f"add {path}")
    (article,) = empty.store().scan(Article)
    assert "a guess" in empty.done(f"articles show {article.id}").out
    empty.done(f"articles confirm {article.id} title")
    empty.done(f"articles correct {article.id} --date 2020-11-10 --outlet SANA")
    (shape,) = empty.done("articles --json").json["articles"]
    assert (shape["published"], shape["outlet"]["label"]) == ("2020-11-10", "SANA")
    assert shape["guesses"] == ["language"]
    empty.done("undo")
    (shape,) = empty.done("articles --json").json["articles"]
    assert shape["published"] is None
    assert empty(f"articles correct {article.id} --date soon").code == ExitCode.ERROR


def test_a_changed_original_and_a_lost_one_are_found_by_check(empty: Cli, page: Article) -> None:
    empty.done("check")
    folder = empty.database.with_name(f"{empty.database.name}.originals")
    path = folder / page.original[:2] / page.original
    data = path.read_bytes()
    path.write_bytes(data + b" ")
    assert "no longer what came in" in _said(empty("check"))
    path.unlink()
    assert "No original is kept" in _said(empty("check"))
    path.write_bytes(data)
    empty.done("check")


def _said(answer: object) -> str:
    return f"{answer.out}{answer.err}"  # type: ignore[attr-defined]  # an Answer


def test_an_export_read_back_lacks_originals_and_is_sound(
    empty: Cli, page: Article, tmp_path: Path
) -> None:
    export = tmp_path / "all.jsonl"
    empty.done(f"export --format jsonl -o {export}")
    other = Cli(tmp_path / "other.tracker", empty._capsys)
    other.done(f"import {export}")
    other.done("check")
    answer = other(f"articles original {page.id}")
    assert answer.code == ExitCode.NOT_FOUND


def test_a_later_version_lists_what_found_no_place(empty: Cli, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(TEXT, "utf-8")
    words = TEXT.split()
    two.write_text(TEXT.replace(words[-3], "غيرها"), "utf-8")
    empty.done(f"add {one} --url https://a.example/1 --outlet SANA")
    answer = empty.done(f"add {two} --url https://a.example/1 --outlet SANA")
    assert answer.rows[0][0].startswith("new version of art_")
    assert "stay with the earlier version" in answer.err


def test_a_folder_of_every_kind_comes_in_with_a_report_at_the_end(
    empty: Cli, tmp_path: Path
) -> None:
    for path in (*FOLDER.glob("*.*"), *(FOLDER / "pages").iterdir()):
        if path.suffix != ".py":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    answer = empty(f"add {tmp_path} --json")
    assert answer.code == ExitCode.ERROR
    assert len(answer.json["refused"]) == 2
    kinds = {added["article"]["media_type"] for added in answer.json["added"]}
    assert {"text/html", "application/xml", "message/rfc822"} <= kinds
    known = sum(not added["new"] for added in answer.json["added"])
    assert f"{known} known already, 2 not used." in answer.err
    empty.done("check")


@pytest.mark.parametrize(
    ("name", "module"),
    [("chromium.pdf", "pypdf"), ("libreoffice.docx", "docx"), ("wget.warc.gz", "warcio")],
)
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    empty: Cli, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    def find(wanted: str) -> object | None:
        return None if wanted == module else object()

    for importer in ("pdf", "word", "archives"):
        monkeypatch.setattr(f"tracker.intake.{importer}.find_spec", find)
    answer = empty(f"add {FOLDER / name}")
    assert answer.code == ExitCode.ERROR
    assert "pip install 'claim-tracker[documents]'" in answer.err


def test_esc_stops_a_folder_between_two_articles(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_text(f"Police said man {number} was held.", "utf-8")
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"\x1b")
    command = [sys.executable, "-m", "tracker", "--db", str(tmp_path / "d.tracker"), "--reviewer"]
    done = subprocess.run(
        [*command, "Nour", "add", str(tmp_path)],
        stdin=terminal,
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(keyboard)
    os.close(terminal)
    assert done.returncode != 0
    assert b"Stopped after" in done.stderr
    assert b"of 400 files" in done.stderr
