"""Originals of imports taken back are listed, asked about, and deleted."""

from pathlib import Path

from tests.cli.conftest import Cli
from tracker.cli.exit_codes import ExitCode


def _taken_back(empty: Cli, tmp_path: Path) -> None:
    for name, text in (("a", "Police said a man was held."), ("b", "A minister denied it all.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    empty.done(f"add {tmp_path}/a.txt")
    empty.done("undo")
    empty.done(f"add {tmp_path}/b.txt")


def _kept(empty: Cli) -> list[Path]:
    folder = empty.database.with_name(f"{empty.database.name}.originals")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_dry_run_lists_and_deletes_nothing(empty: Cli, tmp_path: Path) -> None:
    _taken_back(empty, tmp_path)
    before = _kept(empty)
    (row,) = empty.done("prune --dry-run").rows
    assert row[1:] == ["27", "Police said a man was held."]
    assert empty.done("prune --dry-run --json").json["originals"][0]["sha256"] == row[0]
    assert _kept(empty) == before
    assert len(before) == 2


def test_check_tells_of_them_and_finds_nothing_wrong(empty: Cli, tmp_path: Path) -> None:
    _taken_back(empty, tmp_path)
    answer = empty.done("check")
    assert "1 original belongs to no article" in answer.err
    assert "tracker prune --dry-run" in answer.err


def test_nobody_to_ask_is_no_yes(empty: Cli, tmp_path: Path) -> None:
    _taken_back(empty, tmp_path)
    answer = empty("prune")
    assert answer.code == ExitCode.ERROR
    assert "cannot be undone" in answer.err
    assert len(empty.done("prune --dry-run").rows) == 1


def test_yes_deletes_what_no_article_has(empty: Cli, tmp_path: Path) -> None:
    _taken_back(empty, tmp_path)
    answer = empty.done("--yes prune")
    assert "Deleted 1 original, 27 bytes." in answer.err
    assert empty.done("prune --dry-run").rows == []
    assert empty.done("check").err == "tracker: All is well: 3 edits verified.\n"
    assert len(_kept(empty)) == 1
