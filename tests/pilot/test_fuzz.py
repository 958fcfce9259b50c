"""A short round of random hands; ``python -m tests.fuzz`` does a long one."""

from pathlib import Path

import pytest

from tests.fuzz.hands import Hands


async def test_random_keys_clicks_sizes_and_pastes_break_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("BROWSER", "true")
    hands = Hands(seed=1, folder=tmp_path)
    await hands.run(300)
    assert hands.done >= 300
