"""Nothing moves or appears on the screens without need."""

import pytest

from tests.judged_desk import judged_session
from tests.pilot.desk_app import driven, reviewing
from tracker.tui.lines_pane import LinesPane


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_pane_has_a_scrollbar_only_where_something_scrolls(size: tuple[int, int]) -> None:
    async with driven(judged_session(), size=size) as driver:
        for keys in ((), ("enter",), ("c",), ("escape", "b"), ("g", "d", "d")):
            await driver.press(*keys)
            for pane in driver.app.screen.query(LinesPane):
                if pane.region:
                    scrolls = len(pane._places) > pane.size.height
                    assert pane.show_vertical_scrollbar == scrolls, pane


async def test_every_pane_stays_in_its_place_when_a_claim_is_accepted() -> None:
    async with reviewing(size=(80, 24)) as driver:
        places = [widget.region for widget in driver.review.query("*")]
        for _ in range(4):
            await driver.press("enter")
            assert [widget.region for widget in driver.review.query("*")] == places
