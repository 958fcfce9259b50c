"""The screen test in a terminal, and the program that follows its answer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminals.emulated import EmulatedTerminal
from tracker.config import terminal_answers

NAMED = b"\x1b[8;1$y\x1bP>|Some(1)\x1b\\\x1b[>65;1;1c\x1b[?65;1;9c"
ENTER = b"\x1b[8l"
Start = Callable[[str], EmulatedTerminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[EmulatedTerminal] = []
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "TRACKER_REVIEWER": "Rana"}

    def started(command: str) -> EmulatedTerminal:
        running.append(EmulatedTerminal(command, NAMED, home))
        return running[-1]

    yield started
    for terminal in running:
        terminal.close()


def test_the_answer_is_kept_for_the_terminal_and_followed(start: Start, tmp_path: Path) -> None:
    terminal = start("tracker screen-test")
    for number, key in ((1, b"n"), (2, "غ".encode())):  # the second on an Arabic keyboard: y
        terminal.read_until(f"{number} of 3".encode())
        terminal.read_until(b"q end")
        terminal.send(key)
    assert terminal.finish() == 0
    assert terminal.written.count(ENTER) == 1
    assert terminal_answers(tmp_path / "tracker" / "terminals.toml") == {"Some(1)": "app"}
    demo = start("tracker demo")
    demo.read_until(b"To do")
    demo.send(b"q")
    assert demo.finish() == 0
    assert ENTER not in demo.written


def test_nothing_is_kept_when_the_test_is_ended(start: Start, tmp_path: Path) -> None:
    terminal = start("tracker screen-test")
    terminal.read_until(b"q end")
    terminal.send(b"q")
    assert terminal.finish() == 4
    assert not (tmp_path / "tracker").exists()
