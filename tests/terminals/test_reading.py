"""The program on the sample in real terminals, read from pictures by a reader that is no person."""

import re
import sys
from pathlib import Path

import pytest

from tests.terminals.rig import (
    press,
    recognised,
    require,
    require_terminal,
    settled_picture,
    share_in_order,
    shown,
)
from tests.terminals.seed import article_in_sight, keys

pytestmark = [pytest.mark.terminal, pytest.mark.slow]
DEMO = (sys.executable, "-m", "tracker", "demo")


def read(terminal: str, folder: Path, *around: str, **variables: str) -> str:
    """Review the sample in a terminal and return the words that can be read there."""
    with shown(terminal, [*around, *DEMO], folder, **variables) as environment:
        press(environment, *keys())
        return recognised(settled_picture(folder, environment))


@pytest.mark.parametrize("terminal", ["xterm", "vte", "mlterm", "konsole"])
async def test_the_article_under_review_reads_correctly(terminal: str, tmp_path: Path) -> None:
    require_terminal(terminal)
    share = share_in_order(await article_in_sight(), read(terminal, tmp_path))
    print(f"{terminal}: {share:.1%} of the words right and in order")
    assert share >= 0.9


async def test_it_reads_correctly_in_tmux_that_passes_sequences_on(tmp_path: Path) -> None:
    require_terminal("vte")
    require("tmux")
    settings = tmp_path / "tmux.conf"
    settings.write_text("set -g allow-passthrough on\nset -g status off\n", encoding="utf-8")
    tmux = ("tmux", "-S", str(tmp_path / "socket"), "-f", str(settings), "new-session")
    share = share_in_order(await article_in_sight(), read("vte", tmp_path, *tmux))
    print(f"tmux in vte: {share:.1%} of the words right and in order")
    assert share >= 0.9


async def test_unordered_text_would_not_be_read_where_the_terminal_orders_nothing(
    tmp_path: Path,
) -> None:
    require_terminal("xterm")
    arabic = " ".join(re.findall("[\u0621-\u064a]{2,}", await article_in_sight()))
    share = share_in_order(arabic, read("xterm", tmp_path, TRACKER_RTL="off"))
    print(f"xterm, unordered: {share:.1%} of the Arabic words right and in order")
    assert share <= 0.02
