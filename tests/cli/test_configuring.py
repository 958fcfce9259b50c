"""Settings, keys and shell completion from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text("reviewer = 'Rana'\ntheme = 'nord'\n\n[keys]\n'review.accept' = ['y']\n")
    return path


def test_the_settings_file_is_named_whether_or_not_it_exists(empty: Cli, tmp_path: Path) -> None:
    path = empty.done("config path").out.strip()
    assert path.startswith(str(tmp_path / "home"))
    assert empty.done("config path --json").json == {"schema_version": 1, "path": path}
    assert empty.done(f"--config {tmp_path}/x.toml config path").out.strip() == f"{tmp_path}/x.toml"


def test_settings_tell_where_their_values_come_from(
    empty: Cli, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_REVIEWER")
    rows = empty.done(f"--config {settings} config show").rows
    assert ["reviewer", "Rana", "file"] in rows
    assert ["database", str(empty.database), "--db"] in rows
    assert ["keys.review.accept", "y", "file"] in rows
    shown = empty.done(f"--config {settings} --reviewer Sami config show --json").json
    assert shown["settings"]["reviewer"] == {"value": "Sami", "from": "--reviewer"}
    assert shown["keys"] == {"review.accept": ["y"]}


def test_a_password_is_never_shown(empty: Cli) -> None:
    url = "postgresql://rana:hunter2@desk.example/news"
    answer = empty.done(f"--db {url} config show --json")
    assert "hunter2" not in answer.out + answer.err


def test_what_is_wrong_with_the_settings_is_named_with_its_line(empty: Cli, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("reviewer = 'Rana'\nrevewer = 'x'\nrtl = 'sideways'\n")
    answer = empty(f"--config {tmp_path}/bad.toml config check")
    assert answer.code == 4
    assert len(answer.rows) == 2
    assert "line 2" in answer.out
    assert len(empty(f"--config {tmp_path}/bad.toml config check --json").json["problems"]) == 2
    refused = empty(f"--config {tmp_path}/bad.toml claims")
    assert (refused.code, refused.out) == (1, "")
    assert "line 2" in refused.err


def test_right_settings_are_said_to_be_right(empty: Cli, settings: Path) -> None:
    answer = empty.done(f"--config {settings} config check")
    assert (answer.out, answer.err) == ("", "tracker: The settings are right.\n")


def test_edits_carry_the_reviewers_name_by_flag_then_environment_then_file_then_login(
    desk: Cli, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.done("claim accept clm_1")
    desk.done("--reviewer Sami claim accept clm_2")
    monkeypatch.delenv("TRACKER_REVIEWER")
    desk.done(f"--config {settings} claim accept clm_3")
    monkeypatch.setenv("LOGNAME", "amal")
    desk.done("claim accept clm_4")
    assert [row[2] for row in desk.done("history").rows] == ["amal", "Rana", "Sami", "Nour", "Nour"]


def test_an_empty_reviewers_name_is_refused(desk: Cli) -> None:
    answer = desk("--reviewer '' claim accept clm_1")
    assert (answer.code, answer.out) == (1, "")


def test_keys_are_listed_with_ones_own(empty: Cli, settings: Path) -> None:
    listed = empty.done(f"--config {settings} keys --screen review --json").json["keys"]
    accept = next(key for key in listed if key["id"] == "review.accept")
    assert accept["keys"] == ["y"]
    assert set(accept) == {"id", "label", "help", "keys", "standard"}
    assert any(row[1] == "review.accept" for row in empty.done("keys").rows)
    assert empty("keys --screen nowhere").code == 2


def test_a_key_that_cannot_be_is_told(empty: Cli, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[keys]\n'review.acept' = ['y']\n")
    assert "review.acept" in empty.done(f"--config {tmp_path}/bad.toml keys").err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(empty: Cli, shell: str) -> None:
    script = empty.done(f"completion {shell}").out
    assert "_TRACKER_COMPLETE" in script
    assert empty.done(f"completion {shell} --json").json["script"] == script


def test_the_shell_completes_commands() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "tracker"],
        capture_output=True,
        check=True,
        text=True,
        env={
            **os.environ,
            "_TRACKER_COMPLETE": "bash_complete",
            "COMP_WORDS": "tracker cla",
            "COMP_CWORD": "1",
        },
    )
    assert answer.stdout.split() == ["plain,claims", "plain,claim"]
