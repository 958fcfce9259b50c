"""Copying a database by commands, and working on a server by them."""

import json
from pathlib import Path

from tests.cli.conftest import Cli
from tests.postgres import PostgresServer
from tracker.cli.exit_codes import ExitCode


def exported(desk: Cli, *database: str) -> list[object]:
    lines = desk.done(" ".join((*database, "export --format jsonl"))).out.splitlines()
    # The first line says when it was written.
    return [json.loads(line) for line in lines[1:]]


def test_there_and_back_again(desk: Cli, url: str, tmp_path: Path) -> None:
    desk.done("claim accept clm_2")
    answer = desk.done(f"copy {desk.database} {url} --json")
    assert answer.json["edits"] == 2
    assert answer.json["records"] == 7
    assert answer.json["to"] == url
    assert exported(desk) == exported(desk, "--db", url)
    assert "All is well: 2 edits verified." in desk.done(f"--db {url} check").err
    desk.done(f"--db {url} claim reject clm_3")
    back = tmp_path / "back.tracker"
    desk.done(f"copy {url} {back}")
    assert exported(desk, "--db", str(back)) == exported(desk, "--db", url)
    assert exported(desk, "--db", str(back)) != exported(desk)
    assert "3 edits" in desk.done(f"--db {back} check").err


def test_a_place_that_is_taken_is_refused(desk: Cli, tmp_path: Path) -> None:
    desk.done(f"copy {desk.database} {tmp_path}/new.tracker")
    before = desk.bytes_on_disk()
    answer = desk(f"copy {tmp_path}/new.tracker {desk.database}")
    assert answer.code == ExitCode.ERROR
    assert "holds a database already" in answer.err
    assert desk.bytes_on_disk() == before


def test_nothing_to_copy(desk: Cli, tmp_path: Path) -> None:
    answer = desk(f"copy {tmp_path}/none.tracker {tmp_path}/new.tracker")
    assert answer.code == ExitCode.NOT_FOUND


def test_passwords_are_never_written(desk: Cli, server: PostgresServer, url: str) -> None:
    name = url.partition("@/")[2]
    secret = f"postgresql://owner:hunter2@/{name}"
    answers = [
        desk.done(f"copy {desk.database} {secret}"),
        desk.done(f"copy {secret} {desk.database}.copy --json"),
        desk(f"copy {desk.database} {secret}"),
        desk.done(f"--db {secret} check"),
        desk.done(f"--db {secret} config show"),
        desk("--db postgresql://owner:hunter2@127.0.0.1:1/desk check"),
        desk("--db postgresql://owner:hunter2@127.0.0.1:one/desk check"),
        desk("--db postgresql://owner@127.0.0.1:1/desk?password=hunter2 check"),
    ]
    for answer in answers:
        assert "hunter2" not in answer.out + answer.err
