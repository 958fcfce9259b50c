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

_ENOUGH = 0.9


def best_share(
    written: str, terminal: str, folder: Path, *around: str, looks: int = 3, **variables: str
) -> float:
    """Review the sample in a terminal and return the share of words that can be read there.

    A busy machine may still be drawing: the screen is looked at again while it reads badly.
    """
    share = 0.0
    with shown(terminal, [*around, *DEMO], folder, **variables) as environment:
        start = folder / "screen.png"
        press(environment, *keys())
        picture = settled_picture(folder, environment, after=start)
        for look in range(looks):
            picture = settled_picture(folder, environment) if look else picture
            read = recognised(picture)
            share = max(share, share_in_order(written, read))
            if share >= _ENOUGH:
                break
    return share


@pytest.mark.parametrize("terminal", ["xterm", "vte", "mlterm", "konsole"])
async def test_the_article_under_review_reads_correctly(terminal: str, tmp_path: Path) -> None:
    require_terminal(terminal)
    share = best_share(await article_in_sight(), terminal, tmp_path)
    print(f"{terminal}: {share:.1%} of the words right and in order")
    assert share >= _ENOUGH


async def test_it_reads_correctly_in_tmux_that_passes_sequences_on(tmp_path: Path) -> None:
    require_terminal("vte")
    require("tmux")
    settings = tmp_path / "tmux.conf"
    settings.write_text("set -g allow-passthrough on\nset -g status off\n", encoding="utf-8")
    tmux = ("tmux", "-S", str(tmp_path / "socket"), "-f", str(settings), "new-session")
    share = best_share(await article_in_sight(), "vte", tmp_path, *tmux)
    print(f"tmux in vte: {share:.1%} of the words right and in order")
    assert share >= _ENOUGH


async def test_unordered_text_would_not_be_read_where_the_terminal_orders_nothing(
    tmp_path: Path,
) -> None:
    require_terminal("xterm")
    arabic = " ".join(re.findall("[\u0621-\u064a]{2,}", await article_in_sight()))
    share = best_share(arabic, "xterm", tmp_path, looks=1, TRACKER_RTL="off")
    print(f"xterm, unordered: {share:.1%} of the Arabic words right and in order")
    assert share <= 0.02
    # The picture is of the review, not of a screen on which nothing could be read anyway.
    assert "accept" in recognised(tmp_path / "screen.png", language="eng")
