"""Every screen, whole, in both writing directions at three sizes."""

import pytest

from tests.snapshots.drawing import DIRECTIONS, SIZES, path_of, screens

ANEW = "look at the difference; where it is meant: python -m tests.write_snapshots"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("direction", DIRECTIONS)
async def test_every_screen_is_drawn_as_it_was_seen_to_be_right(
    direction: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    kept = path_of(direction, size).read_text(encoding="utf-8")
    assert await screens(direction, size) == kept, ANEW
