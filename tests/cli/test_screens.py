"""From the command line into the screens."""

import socket
import sys

import pytest
from attrs import frozen

from tests.cli.conftest import Cli
from tracker.cli.exit_codes import ExitCode
from tracker.config import Settings
from tracker.services.session import Session
from tracker.tui import running


@frozen
class Opened:
    """Screens that were opened, and closed at once."""

    session: Session
    settings: Settings
    sequence: int
    unnamed: bool
    tour: bool


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Opened]:
    """The sessions that screens were opened on; they close at once."""
    found: list[Opened] = []

    def run(
        session: Session, settings: Settings, *, unnamed: bool = False, tour: bool = False
    ) -> None:
        found.append(Opened(session, settings, session.store.sequence, unnamed, tour))

    monkeypatch.setattr(running, "run", run)
    monkeypatch.setattr("tracker.cli.screens.at_terminal", lambda: True)
    return found


def test_without_a_command_the_screens_open_on_the_database(
    desk: Cli, opened: list[Opened]
) -> None:
    desk.done("")
    (screens,) = opened
    assert screens.session.reviewer.name == "Nour"
    assert screens.settings.database == str(desk.database)
    assert screens.sequence == 1
    assert not screens.unnamed


def test_the_screens_ask_for_the_name_where_nobody_gave_one(
    desk: Cli, opened: list[Opened], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRACKER_REVIEWER")
    desk.done("")
    (screens,) = opened
    assert screens.unnamed


def test_the_tour_needs_no_database(desk: Cli, opened: list[Opened]) -> None:
    before = desk.bytes_on_disk()
    desk.done("tour")
    (screens,) = opened
    assert screens.tour
    assert screens.session.store.location == "memory:"
    assert desk.bytes_on_disk() == before


def test_without_a_terminal_there_is_no_tour(desk: Cli) -> None:
    assert desk("tour").code == ExitCode.ERROR


def test_the_sample_opens_on_a_database_of_its_own(
    desk: Cli, opened: list[Opened], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.bytes_on_disk()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    desk.done("demo")
    (screens,) = opened
    assert screens.session.store.location == "memory:"
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
