"""A signal or a lost terminal ends the program, whatever it is doing; nothing is lost by it."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminals.emulated import EmulatedTerminal
from tests.terminals.test_restoring import VTE, assert_restored
from tracker.model import Article, Reviewer
from tracker.services.adding import add_text
from tracker.services.session import Session
from tracker.store import open_store

_ENDINGS = [signal.SIGTERM, signal.SIGHUP]
_HUNG_UP = 128 + signal.SIGHUP


@pytest.fixture
def waiting() -> Iterator[EmulatedTerminal]:
    running = EmulatedTerminal("tests.terminals.failing", VTE)
    running.read_until(b"ready")
    yield running
    running.close()


@pytest.mark.parametrize(("key", "shown"), [(b"w", b"waiting"), (b"b", b"blocked")])
@pytest.mark.parametrize("ending", _ENDINGS)
def test_what_never_returns_holds_up_no_signal(
    waiting: EmulatedTerminal, key: bytes, shown: bytes, ending: signal.Signals
) -> None:
    waiting.send(key)
    waiting.read_until(shown)
    waiting.signal(ending)
    assert waiting.finish() == 128 + ending
    assert_restored(waiting.written)


@pytest.mark.parametrize(("key", "shown"), [(b"w", b"waiting"), (b"b", b"blocked")])
def test_what_never_returns_outlives_no_terminal(
    waiting: EmulatedTerminal, key: bytes, shown: bytes
) -> None:
    waiting.send(key)
    waiting.read_until(shown)
    assert waiting.hang_up() == _HUNG_UP


def test_a_signal_to_go_on_changes_nothing_where_nothing_was_stopped(
    waiting: EmulatedTerminal,
) -> None:
    waiting.signal(signal.SIGCONT)
    waiting.send(b"w")
    waiting.read_until(b"waiting")
    waiting.signal(signal.SIGTERM)
    waiting.finish()
    assert waiting.written.count(b"\x1b[?1049h") == 1


class Desk:
    """The program on a database of its own, in a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "desk.json"
        session = Session(store=open_store(str(self.database)), reviewer=Reviewer("Rana"))
        add_text(session, "Army denies losses\n\nThe army denied that it had lost ten men.")
        session.store.close()
        variables = {
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "TRACKER_REVIEWER": "Rana",
            "TRACKER_DB": str(self.database),
        }
        self.terminal = EmulatedTerminal("tracker", VTE, variables)
        self.terminal.read_until(b"Army denies")

    def files(self, number: int) -> Path:
        articles = self.folder / "articles"
        articles.mkdir()
        for i in range(number):
            text = f"Day {i}\n\nWitness {i} said that {i} men were seen near village {i}."
            (articles / f"{i:05}.txt").write_text(text, encoding="utf-8")
        return articles

    def assert_closed_well(self) -> int:
        """Return how many articles the database holds."""
        store = open_store(str(self.database))
        try:
            assert store.notices == ()
            assert store.check() == ()
            return store.count(Article)
        finally:
            store.close()

    def sitting(self) -> str:
        """Return what was kept of what was open."""
        kept = (self.folder / "state").rglob("*.json")
        return "".join(path.read_text(encoding="utf-8") for path in kept)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    running = Desk(tmp_path)
    yield running
    running.terminal.close()


def _by_hanging_up(terminal: EmulatedTerminal) -> int:
    return terminal.hang_up()


def _by_signal(terminal: EmulatedTerminal) -> int:
    terminal.signal(signal.SIGTERM)
    return terminal.finish()


_WAYS = pytest.mark.parametrize(
    ("end", "code"), [(_by_hanging_up, _HUNG_UP), (_by_signal, 128 + signal.SIGTERM)]
)


@_WAYS
def test_the_database_is_closed_and_what_was_open_is_kept(
    desk: Desk, end: Callable[[EmulatedTerminal], int], code: int
) -> None:
    desk.terminal.send(b"gs")
    desk.terminal.read_until(b"Sources")
    assert end(desk.terminal) == code
    assert desk.assert_closed_well() == 1
    assert "sources" in desk.sitting()


@_WAYS
def test_the_search_for_matches_is_let_go(
    desk: Desk, end: Callable[[EmulatedTerminal], int], code: int
) -> None:
    desk.terminal.send(b"gm")
    desk.terminal.read_until(b"Match")
    assert end(desk.terminal) == code
    desk.assert_closed_well()


@_WAYS
def test_a_prompt_is_let_go(desk: Desk, end: Callable[[EmulatedTerminal], int], code: int) -> None:
    desk.terminal.send(b"a")
    desk.terminal.read_until(b"Add articles")
    desk.terminal.send(b"/half a path")
    desk.terminal.read_until(b"path")
    assert end(desk.terminal) == code
    desk.assert_closed_well()


@_WAYS
def test_an_import_stops_between_two_articles(
    desk: Desk, end: Callable[[EmulatedTerminal], int], code: int
) -> None:
    articles = desk.files(3000)
    desk.terminal.send(b"a")
    desk.terminal.read_until(b"Add articles")
    desk.terminal.send(f"{articles}\r".encode())
    desk.terminal.read_until(b" of 3,000")
    assert end(desk.terminal) == code
    assert 1 <= desk.assert_closed_well() < 3000
