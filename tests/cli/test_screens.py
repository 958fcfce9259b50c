"""From the command line into the screens."""

import socket
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tracker.cli.exit_codes import ExitCode
from tracker.config import Settings
from tracker.services.session import Session
from tracker.tui import running


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Session, Settings, int]]:
    """The sessions that screens were opened on; they close at once."""
    found: list[tuple[Session, Settings, int]] = []

    def run(session: Session, settings: Settings) -> None:
        found.append((session, settings, session.store.sequence))

    monkeypatch.setattr(running, "run", run)
    monkeypatch.setattr("tracker.cli.screens.at_terminal", lambda: True)
    return found


def test_without_a_command_the_screens_open_on_the_database(
    desk: Cli, opened: list[tuple[Session, Settings, int]]
) -> None:
    desk.done("")
    ((session, settings, sequence),) = opened
    assert session.reviewer.name == "Nour"
    assert settings.database == str(desk.database)
    assert sequence == 1


def test_the_reviewers_name_is_asked_once_and_kept(
    desk: Cli,
    opened: list[tuple[Session, Settings, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TRACKER_REVIEWER")
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "Rana"

    monkeypatch.setattr("click.termui.visible_prompt_func", answer)
    desk.done("")
    desk.done("")
    assert len(asked) == 1
    assert [session.reviewer.name for session, _, _ in opened] == ["Rana", "Rana"]
    assert "Rana" in desk.done("config show").out


def test_the_sample_opens_on_a_database_of_its_own(
    desk: Cli, opened: list[tuple[Session, Settings, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.bytes_on_disk()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    desk.done("demo")
    ((session, _, _),) = opened
    assert session.store.location == "memory:"
    assert desk.bytes_on_disk() == before


def test_without_a_terminal_there_are_no_screens(desk: Cli) -> None:
    answer = desk("")
    assert (answer.code, answer.out) == (1, "")
    assert "need a terminal" in answer.err


def test_serving_without_its_extra_names_the_command_that_installs_it(
    desk: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith("tracker.serving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    refused = desk("serve")
    assert refused.code == ExitCode.ERROR
    assert "textual_serve" in refused.err
    assert "claim-tracker[serve]" in refused.err


def test_a_port_in_use_is_refused_with_a_remedy(desk: Cli) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        refused = desk(f"serve --port {held.getsockname()[1]}")
    assert refused.code == ExitCode.ERROR
    assert "--port 0" in refused.err
