"""The list out and back in."""

import html
import json
from pathlib import Path

import pytest
from attrs import evolve

from tests.cli.conftest import Cli
from tests.desk import ATTACK, HEADLINE
from tracker.export import EXPORTERS, web_annotation
from tracker.export.required import exactly


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file of the test's own."""
    file = tmp_path / "settings.toml"
    file.write_text("", "utf-8")
    monkeypatch.setenv("TRACKER_CONFIG", str(file))
    return file


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "xlsx"])
def test_every_format_is_written_to_standard_output_and_to_a_file(
    desk: Cli, tmp_path: Path, name: str
) -> None:
    desk.done("verdict clm_2 likely")
    printed = desk.done(f"export --format {name}").out
    cited = name in {"csl-json", "ris"}
    assert cited or ATTACK in html.unescape(printed).replace('""', '"').replace('\\"', '"')
    target = tmp_path / "out"
    answer = desk.done(f"export --format {name} -o {target}")
    assert answer.out == ""
    assert "4 claims of 1 articles" in answer.err
    assert target.read_text("utf-8") == printed.replace("\r\n", "\n")
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


def test_a_dry_run_tells_of_a_record_that_cannot_be_written(
    desk: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = exactly("other")
    shape = evolve(web_annotation.ANNOTATION, required={"motivation": rule})
    monkeypatch.setattr(web_annotation, "ANNOTATION", shape)
    answer = desk("export --format webannotation --dry-run")
    assert answer.code == 1
    assert "claims/clm_" in answer.err
    assert "cannot be written" in answer.err


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
    refused = desk("export --format claimreview --include-confidential")
    assert refused.code == 1
    assert "never holds what was noted in confidence" in refused.err


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


def test_a_filter_kept_under_a_name_chooses_claims(desk: Cli, settings: Path) -> None:
    desk.done("claim accept clm_2")
    desk.done("claim accept clm_3")
    saved = desk.done("selection save done state=accepted --json").json
    assert (saved["name"], saved["filter"]) == ("done", "state=accepted")
    assert desk.done("selection").rows == [["done", "state=accepted"]]
    exported = desk.done("export --format json --selection done --where claim=clm_3").json
    assert [claim["id"] for claim in exported["claims"]] == ["clm_3"]
    assert exported["filter"] == "state=accepted, claim=clm_3"
    missing = desk("export --format json --selection other")
    assert missing.code == 3
    desk.done("selection delete done")
    assert desk.done("selection --json").json["selections"] == []


def test_a_rehearsed_selection_leaves_the_settings_alone(desk: Cli, settings: Path) -> None:
    answer = desk.done("selection save done state=accepted --dry-run")
    assert "Would keep done" in answer.err
    assert settings.read_text("utf-8") == ""
    assert desk("selection save done colour=red").code == 1


def test_the_settings_say_who_hands_on_and_in_which_language(desk: Cli, settings: Path) -> None:
    settings.write_text(
        'desk = "The Desk"\nchecks_url = "https://desk.example/checks/"\nreport_language = "en"\n',
        "utf-8",
    )
    desk.done("verdict clm_2 likely")
    report = desk.done("export --format html").out
    assert "<bdi>The Desk</bdi>" in report
    assert '<html lang="en"' in report
    assert '<html lang="ar"' in desk.done("export --format html --language ar").out
    review = desk.done("export --format claimreview")
    assert review.json["dataFeedElement"][0]["url"].startswith("https://desk.example/checks/as")
    assert "Left out, because the desk has not ruled on them: 3." in review.err
