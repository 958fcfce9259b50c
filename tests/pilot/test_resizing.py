"""Panes are given more or less room by keys and by dragging, and stay so."""

from tests.desk import desk_session
from tests.pilot.desk_app import Driver, driven
from tracker.tui.widgets.split import Split


def widths(driver: Driver, split: str = "#panes") -> list[int]:
    panes = driver.app.screen.query_one(split, Split).panes
    return [pane.region.width for pane in panes]


def heights(driver: Driver, split: str) -> list[int]:
    panes = driver.app.screen.query_one(split, Split).panes
    return [pane.region.height for pane in panes]


async def test_keys_move_the_divider_of_the_review_and_g_equals_puts_it_back() -> None:
    async with driven(desk_session(), size=(120, 36)) as driver:
        await driver.press("enter")
        before = widths(driver)
        await driver.press("ctrl+right")
        assert widths(driver) == [before[0] + 4, before[1] - 4]
        await driver.press("g", "h", "g", "h")
        assert widths(driver) == [before[0] - 4, before[1] + 4]
        await driver.press("g", "=")
        assert widths(driver) == before


async def test_sizes_stay_from_one_screen_to_the_next_and_keep_their_share() -> None:
    async with driven(desk_session(), size=(120, 36)) as driver:
        await driver.press("enter", "ctrl+right", "ctrl+right")
        set_so = widths(driver)
        await driver.press("q", "enter")
        assert widths(driver) == set_so
        await driver.resize(160, 40)
        share = set_so[0] / sum(set_so)
        assert abs(widths(driver)[0] / sum(widths(driver)) - share) < 0.02


async def test_a_narrow_window_has_sizes_of_its_own() -> None:
    async with driven(desk_session(), size=(120, 36)) as driver:
        await driver.press("enter", "ctrl+right")
        await driver.resize(80, 24)
        before = heights(driver, "#panes")
        await driver.press("ctrl+up")
        assert heights(driver, "#panes") == [before[0] - 1, before[1] + 1]
        await driver.resize(120, 36)
        assert len(set(heights(driver, "#panes"))) == 1


async def test_the_second_divider_of_a_wide_review_moves_the_history() -> None:
    async with driven(desk_session(), size=(200, 60)) as driver:
        await driver.press("enter")
        before = widths(driver)
        await driver.press("ctrl+shift+left")
        assert widths(driver) == [before[0], before[1] - 4, before[2] + 4]


async def test_no_pane_disappears_however_often_the_key_is_pressed() -> None:
    async with driven(desk_session(), size=(120, 36)) as driver:
        await driver.press("enter", *["ctrl+right"] * 40)
        assert min(widths(driver)) >= 16
        await driver.press(*["ctrl+left"] * 60)
        assert min(widths(driver)) >= 16


async def test_the_mouse_drags_the_divider() -> None:
    async with driven(desk_session(), size=(120, 36)) as driver:
        await driver.press("enter")
        before = widths(driver)
        edge = before[0] - 1
        await driver.drag("#panes", (edge, 5), (edge - 10, 5))
        assert widths(driver) == [before[0] - 10, before[1] + 10]
        assert driver.app.workspace.panes.sizes


async def test_facts_over_a_table_move_up_and_down() -> None:
    async with driven(desk_session(), size=(120, 36)) as driver:
        await driver.press("enter", "b")
        before = heights(driver, "#page")
        await driver.press("ctrl+down", "ctrl+down")
        assert heights(driver, "#page") == [before[0] + 2, before[1] - 2]
        await driver.press("ctrl+right")
        assert "no such divider" in driver.said.text
