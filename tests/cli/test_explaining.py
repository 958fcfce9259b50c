"""Every proposal says which row of which table fired, the newsroom's own rows too."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tracker.cli.exit_codes import ExitCode
from tracker.model import Claim
from tracker.resources import data_folder
from tracker.services.sampling import sample_paths

OWN_CUE = "own1\tar\tverb\tزمجر\talleges\t2\tأن|بأن\t\tزمجر|زمجرت\tgrowl\t"
TEXT = "زمجر مصدر بأن القوات انسحبت من المدينة."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder with one cue of the newsroom's own."""
    folder = tmp_path / "tables"
    folder.mkdir()
    write_cues(folder, OWN_CUE)
    return folder


def write_cues(folder: Path, *rows: str) -> None:
    """Write the newsroom's own cue table."""
    header = (data_folder() / "attribution_cues.tsv").read_text("utf-8").splitlines()[0]
    (folder / "attribution_cues.tsv").write_text("\n".join((header, *rows)) + "\n", "utf-8")


def article(tmp_path: Path) -> str:
    """Return the path of an article whose only cue is the newsroom's own."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_every_cue_and_connective_is_traced_to_its_line(empty: Cli) -> None:
    made = empty.done("propose --explain --json", str(sample_paths()[0])).json
    told = made["explain"]
    assert {one["proposal"] for one in told} >= {one["id"] for one in made["attributions"]}
    by_table = [
        one["row"]
        for one in told
        if one["reason"].startswith(("cue:", "clause:")) and one["reason"] != "cue:content"
    ]
    assert len(by_table) > len(made["attributions"])
    for row in by_table:
        line = (data_folder() / row["table"]).read_text("utf-8").splitlines()[row["line"] - 1]
        assert row["row"] in line


def test_the_explanation_reads_as_a_table(empty: Cli) -> None:
    rows = empty.done("propose --explain", str(sample_paths()[0])).rows
    first = next(row for row in rows if row[0] == "a1")
    assert first[4]
    assert first[5:7] == ["attribution_cues.tsv", first[6]]
    assert first[6].isdigit()


def test_without_explain_nothing_is_explained(empty: Cli) -> None:
    assert "explain" not in empty.done("propose --json", str(sample_paths()[0])).json


def test_a_row_of_the_newsrooms_own_fires_and_is_named(
    empty: Cli, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = article(tmp_path)
    assert empty.done("propose --json --language ar", path).json["attributions"] == []
    monkeypatch.setenv("TRACKER_TABLES", str(own))
    made = empty.done("propose --explain --json --language ar", path).json
    (row,) = (one["row"] for one in made["explain"] if one["reason"] == "cue:زمجر")
    assert row == {
        "table": str(own / "attribution_cues.tsv"), "line": 2, "row": "own1", "gloss": "growl"
    }  # fmt: skip


def test_adding_uses_the_newsrooms_own_tables(empty: Cli, own: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('tables = "tables"\n', "utf-8")
    empty.done(f"--config {settings} add --language ar", article(tmp_path))
    store = empty.store()
    assert [claim.attribution.verb for claim in store.scan(Claim)] == ["alleges"]
    store.close()


@pytest.mark.parametrize("line", ["propose", "add"])
def test_a_bad_row_is_named_by_file_and_line(
    empty: Cli, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    write_cues(own, OWN_CUE, "own2\tar\tverb")
    monkeypatch.setenv("TRACKER_TABLES", str(own))
    answer = empty(line, article(tmp_path))
    assert answer.code == ExitCode.ERROR
    assert f"{own / 'attribution_cues.tsv'}, line 3" in answer.err


def test_a_folder_that_is_not_there_is_told(
    empty: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_TABLES", str(tmp_path / "nowhere"))
    answer = empty("propose", article(tmp_path))
    assert answer.code == ExitCode.ERROR
    assert "nowhere" in answer.err


def test_what_each_claim_names_is_told_with_its_place(empty: Cli) -> None:
    path = sample_paths()[0]
    text = path.read_bytes().decode("utf-8")
    claims = empty.done("propose --json", str(path)).json["claims"]
    details = [one for claim in claims for one in claim["details"]]
    assert {"place", "actor", "number"} <= {one["kind"] for one in details}
    assert all(text[one["start"] : one["end"]] == one["text"] for one in details)
    assert any(one["value"] == "isis" and "داعش" in one["text"] for one in details)


def test_a_claim_is_shown_with_what_it_names(desk: Cli) -> None:
    (number,) = desk.done("claims show clm_4 --json").json["claim"]["details"]
    assert (number["kind"], number["value"]) == ("number", "15")


def test_a_newsrooms_own_names_are_found(
    empty: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "names.tsv").write_text("key\tkind\twithin\tnames\nown\tactor\t\tالقوات\n", "utf-8")
    monkeypatch.setenv("TRACKER_TABLES", str(tmp_path))
    (claim,) = empty.done("propose --json --language ar", article(tmp_path)).json["claims"]
    assert [one["value"] for one in claim["details"]] == ["own"]
