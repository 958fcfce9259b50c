"""The terminal's own order is switched off on the way in and on again on every way out."""

import signal
from collections.abc import Iterator

import pytest

from tests.terminals.emulated import EmulatedTerminal

VTE = b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"
ENTER, LEAVE = b"\x1b[8l", b"\x1b[8h"
SCREEN_ON, SCREEN_OFF = b"\x1b[?1049h", b"\x1b[?1049l"


@pytest.fixture
def terminal() -> Iterator[EmulatedTerminal]:
    running = EmulatedTerminal("tests.terminals.failing", VTE)
    running.read_until(b"ready")
    yield running
    running.close()


def assert_restored(written: bytes) -> None:
    assert written.count(ENTER) == written.count(LEAVE) > 0
    assert written.index(ENTER) < written.index(SCREEN_ON)
    assert written.rindex(LEAVE) > written.rindex(SCREEN_OFF)


def test_quitting_restores_it(terminal: EmulatedTerminal) -> None:
    terminal.send(b"q")
    assert terminal.finish() == 0
    assert_restored(terminal.written)


def test_an_error_restores_it(terminal: EmulatedTerminal) -> None:
    terminal.send(b"x")
    assert terminal.finish() == 1
    assert b"meant to fail" in terminal.written
    assert_restored(terminal.written)


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_restores_it(terminal: EmulatedTerminal, ending: signal.Signals) -> None:
    terminal.signal(ending)
    assert terminal.finish() == 128 + ending
    assert_restored(terminal.written)


def test_lending_the_terminal_out_restores_it_meanwhile(terminal: EmulatedTerminal) -> None:
    terminal.send(b"s")
    before = terminal.read_until(b"LENT OUT")
    assert before.rindex(LEAVE) > before.rindex(SCREEN_OFF)
    assert ENTER in terminal.read_until(SCREEN_ON)
    terminal.read_until(b"ready")
    terminal.send(b"q")
    terminal.finish()
    assert terminal.written.count(ENTER) == 2
    assert_restored(terminal.written)


def test_stopping_the_program_restores_it_and_continuing_takes_it_again(
    terminal: EmulatedTerminal,
) -> None:
    terminal.signal(signal.SIGTSTP)
    terminal.read_until(LEAVE)
    terminal.wait_until_stopped()
    terminal.signal(signal.SIGCONT)
    terminal.read_until(SCREEN_ON)
    terminal.read_until(b"ready")
    terminal.send(b"q")
    assert terminal.finish() == 0
    assert_restored(terminal.written)
