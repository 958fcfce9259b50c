"""A desk on disk, and a way to type commands at it."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from tests.desk import make_session, records
from tracker.cli.exit_codes import ExitCode
from tracker.cli.running import run
from tracker.model import Change
from tracker.store import Store, open_store


@frozen
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """Standard output as tab-separated lines, the heads left out."""
        return [line.split("\t") for line in self.out.splitlines()[1:]]


class Cli:
    """Runs commands inside this process, on one database."""

    def __init__(self, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.database = database
        self._capsys = capsys

    def __call__(self, line: str, *more: str) -> Answer:
        """Run ``line``, split as a shell does, with ``more`` arguments as they are."""
        self._capsys.readouterr()
        code = run(["--db", str(self.database), *shlex.split(line), *more])
        out, err = self._capsys.readouterr()
        return Answer(int(code), out, err)

    def done(self, line: str, *more: str) -> Answer:
        """Run ``line``, which must succeed."""
        answer = self(line, *more)
        assert answer.code == ExitCode.DONE, answer.err
        return answer

    def bytes_on_disk(self) -> dict[str, bytes]:
        """Return the database's files with what they hold; the lock tells only who held it."""
        paths = sorted(self.database.parent.glob(f"{self.database.name}*"))
        files = [path for path in paths if path.is_file() and path.suffix != ".lock"]
        return {path.name: path.read_bytes() for path in files}

    def store(self) -> Store:
        """Return the database opened for reading."""
        return open_store(str(self.database), readonly=True)


@pytest.fixture(autouse=True)
def _own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let bugs crash, and keep every command away from the home folder."""
    monkeypatch.setenv("TRACKER_DEBUG", "1")
    monkeypatch.setenv("TRACKER_REVIEWER", "Nour")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("TRACKER_DB", "TRACKER_CONFIG", "TRACKER_TABLES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Commands on a database that does not exist yet."""
    return Cli(tmp_path / "empty.tracker", capsys)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Commands on a desk with one small article."""
    path = tmp_path / "desk.tracker"
    store = open_store(str(path))
    session = make_session(store)
    session.commit("Add article", *(Change(after=entity) for entity in records()))
    store.close()
    return Cli(path, capsys)


def spawn(
    *arguments: str, stdin: bytes = b"", check: bool = True, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own; output is bytes."""
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        input=stdin,
        capture_output=True,
        check=check,
        env={**os.environ, **environment},
    )
