"""What stands on the screens of real terminals reads as Arabic, by a reader that is no person."""

from pathlib import Path

import pytest

from tests.terminals.page import PARAGRAPHS
from tests.terminals.rig import program, read_back, require, require_terminal, share_in_order

pytestmark = [pytest.mark.terminal, pytest.mark.slow]
PAGE = "tests.terminals.page"


@pytest.mark.parametrize("terminal", ["xterm", "vte", "mlterm"])
def test_the_seed_reads_correctly(terminal: str, tmp_path: Path) -> None:
    require_terminal(terminal)
    read = read_back(terminal, program(PAGE), tmp_path)
    assert share_in_order(PARAGRAPHS, read) >= 0.9


def test_the_seed_reads_correctly_in_tmux_that_passes_sequences_on(tmp_path: Path) -> None:
    require_terminal("vte")
    require("tmux")
    settings = tmp_path / "tmux.conf"
    settings.write_text("set -g allow-passthrough on\nset -g status off\n", encoding="utf-8")
    socket = str(tmp_path / "socket")
    command = ["tmux", "-S", socket, "-f", str(settings), "new-session", *program(PAGE)]
    read = read_back("vte", command, tmp_path)
    assert share_in_order(PARAGRAPHS, read) >= 0.9


def test_unordered_text_would_not_be_read_where_the_terminal_orders_nothing(tmp_path: Path) -> None:
    require_terminal("xterm")
    read = read_back("xterm", program(PAGE), tmp_path, TEXT_ORDER="off")
    assert share_in_order(PARAGRAPHS, read) <= 0.1
