"""From the command line into the screens."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
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
