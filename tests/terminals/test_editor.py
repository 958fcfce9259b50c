"""While a person's own editor runs, the terminal orders text as it did before the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminals.emulated import EmulatedTerminal
from tracker.rtl import visual

VTE = b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"
ENTER, LEAVE = b"\x1b[8l", b"\x1b[8h"
SCREEN_ON, SCREEN_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
_EDITOR = "printf 'IN EDITOR'; read -r line; printf '%s' \"$line\" > \"$1\"\n"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[EmulatedTerminal]:
    editor = tmp_path / "editor.sh"
    editor.write_text(_EDITOR, encoding="utf-8")
    variables = {
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
        "TRACKER_REVIEWER": "Rana",
        "TRACKER_EDITOR": f"sh {editor}",
    }
    running = EmulatedTerminal("tracker demo", VTE, variables)
    yield running
    running.close()


def test_the_editor_finds_the_terminal_as_it_was_and_the_screens_take_it_again(
    terminal: EmulatedTerminal,
) -> None:
    terminal.read_until(b"To do")
    terminal.send(b"\r")
    terminal.read_until(b"Claim 1")
    terminal.send(b"e")
    terminal.read_until(b"editor")
    terminal.send(b"\x1bOS")  # f4
    lent = terminal.read_until(b"IN EDITOR")
    assert lent.rindex(SCREEN_OFF) < lent.rindex(LEAVE)
    assert ENTER not in lent[lent.rindex(LEAVE) :]
    terminal.send("قال checked\n".encode())
    taken = terminal.read_until(SCREEN_ON)
    assert taken.count(ENTER) == 1
    terminal.read_until(f"checked {visual('قال')}".encode())
    terminal.send(b"\x13")  # ctrl+s keeps the note
    terminal.read_until(b"saved")
    terminal.send(b"\x11")  # ctrl+q leaves
    assert terminal.finish() == 0
    assert terminal.written.count(ENTER) == terminal.written.count(LEAVE) == 2
    assert terminal.written.rindex(SCREEN_OFF) < terminal.written.rindex(LEAVE)
