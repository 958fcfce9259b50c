"""The list out and back in."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.desk import ATTACK, HEADLINE


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "markdown"])
def test_every_format_is_written_to_standard_output_and_to_a_file(
    desk: Cli, tmp_path: Path, name: str
) -> None:
    printed = desk.done(f"export --format {name}").out
    assert ATTACK in printed.replace('""', '"').replace('\\"', '"')
    target = tmp_path / "out"
    answer = desk.done(f"export --format {name} -o {target}")
    assert answer.out == ""
    assert "4 claims of 1 articles" in answer.err
    assert target.stat().st_mode & 0o777 == 0o600
    assert [p for p in tmp_path.iterdir() if p.name.startswith(".out")] == []


def test_a_filter_chooses_claims(desk: Cli) -> None:
    desk.done("claim accept clm_2")
    exported = desk.done("export --format json --where state=accepted").json
    assert [claim["id"] for claim in exported["claims"]] == ["clm_2"]
    answer = desk("export --format json --where colour=red")
    assert answer.code == 1
    assert "no field “colour”" in answer.err


def test_an_existing_file_is_overwritten_only_with_yes(desk: Cli, tmp_path: Path) -> None:
    target = tmp_path / "list.md"
    target.write_text("mine")
    answer = desk(f"export --format markdown -o {target}")
    assert answer.code == 1
    assert "exists already" in answer.err
    assert target.read_text() == "mine"
    desk.done(f"--yes export --format markdown -o {target}")
    assert HEADLINE in target.read_text("utf-8")


def test_a_dry_run_writes_no_file(desk: Cli, tmp_path: Path) -> None:
    answer = desk.done(f"export --format csv -o {tmp_path}/list.csv --dry-run --json")
    assert answer.json["claims"] == 4
    assert answer.json["dry_run"]
    assert not (tmp_path / "list.csv").exists()


def test_a_folder_that_is_not_there_is_named(desk: Cli, tmp_path: Path) -> None:
    answer = desk(f"export --format csv -o {tmp_path}/nowhere/list.csv")
    assert answer.code == 1
    assert "could not be written: no such file or directory" in answer.err


def test_an_unknown_format_is_refused_with_those_there_are(desk: Cli) -> None:
    answer = desk("export --format docx")
    assert answer.code == 1
    assert "jsonl, json, csv, xlsx" in answer.err


def test_what_was_noted_in_confidence_leaves_only_when_asked_for(desk: Cli) -> None:
    desk.done("source edit src_voice --confidential 'met in May'")
    for name in ("jsonl", "json", "csv", "markdown"):
        assert "met in May" not in desk.done(f"export --format {name}").out
    asked = desk.done("export --format jsonl --include-confidential")
    assert "met in May" in asked.out
    assert "in confidence" in asked.err


def test_an_export_read_back_and_exported_again_is_the_same(
    desk: Cli, empty: Cli, tmp_path: Path
) -> None:
    desk.done("claim accept clm_2")
    desk.done("rate clm_2 --reliability B")
    desk.done("corroborate clm_2 clm_4 --as corroborates")
    first = desk.done("export --format jsonl").out
    (tmp_path / "desk.jsonl").write_text(first, "utf-8")
    added = empty.done(f"import {tmp_path}/desk.jsonl --json").json["added"]
    assert (added["articles"], added["claims"], added["assessments"]) == (1, 4, 1)
    second = empty.done("export --format jsonl").out
    assert first == second
    assert len(empty.done("history").rows) == 1
    again = empty.done(f"import {tmp_path}/desk.jsonl --json").json
    assert (again["added"], again["known"]) == ({}, len(first.splitlines()) - 1)
    assert len(empty.done("history").rows) == 1


def test_a_dry_run_imports_nothing(desk: Cli, empty: Cli, tmp_path: Path) -> None:
    (tmp_path / "desk.jsonl").write_text(desk.done("export --format jsonl").out, "utf-8")
    assert ["claims", "4"] in empty.done(f"import {tmp_path}/desk.jsonl --dry-run").rows
    assert empty.bytes_on_disk() == {}


def test_a_damaged_export_changes_nothing(desk: Cli, empty: Cli, tmp_path: Path) -> None:
    lines = desk.done("export --format jsonl").out.splitlines(keepends=True)
    record = json.loads(lines[-1])
    record["record"]["spans"][0]["end"] += 1
    harmed = {
        "cut": lines[:-1],
        "no header": lines[1:],
        "quote": [*lines[:-1], json.dumps(record, ensure_ascii=False)],
        "text": ["nonsense\n"],
        "nothing": [],
    }
    for name, damaged in harmed.items():
        (tmp_path / "bad.jsonl").write_text("".join(damaged), "utf-8")
        answer = empty(f"import {tmp_path}/bad.jsonl")
        assert answer.code == 1, name
        assert answer.err.startswith("tracker: bad.jsonl: "), name
    assert empty(f"import {tmp_path}/nowhere.jsonl").code == 1


def test_a_record_that_differs_from_the_one_here_is_refused(desk: Cli, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text(desk.done("export --format jsonl").out, "utf-8")
    desk.done("claim accept clm_2")
    before = desk.bytes_on_disk()
    answer = desk(f"import {tmp_path}/old.jsonl")
    assert answer.code == 1
    assert "clm_2 differs from the record of that name here" in answer.err
    assert desk.bytes_on_disk()["desk.tracker.journal"] == before["desk.tracker.journal"]


def test_an_article_known_under_another_name_is_refused(
    desk: Cli, empty: Cli, tmp_path: Path
) -> None:
    (tmp_path / "desk.jsonl").write_text(desk.done("export --format jsonl").out, "utf-8")
    (tmp_path / "one.txt").write_text(
        desk.done("articles show art_one --json").json["article"]["text"]
    )
    empty.done(f"add {tmp_path}/one.txt")
    answer = empty(f"import {tmp_path}/desk.jsonl")
    assert answer.code == 1
    assert "is here already as art_" in answer.err
