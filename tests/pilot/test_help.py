"""Help: the keys of a screen, a search over all commands that does what it finds, a cheat sheet."""

import pytest

from tests.pilot.desk_app import Driver, driven
from tracker.model import ClaimState
from tracker.tui.keyed import KeyedScreen
from tracker.tui.screens.help import HelpScreen


def help_in_sight(driver: Driver) -> HelpScreen:
    screen = driver.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


def screen_name(driver: Driver) -> str:
    screen = driver.app.screen
    assert isinstance(screen, KeyedScreen)
    return screen.INFO.name


async def test_a_search_finds_by_words_of_the_explanation_and_enter_does_it() -> None:
    async with driven() as driver:
        await driver.press("enter")
        claim = driver.review.state.claim
        assert claim is not None
        await driver.press("?", "/", *"accept", "space", *"undecided", "enter")
        assert driver.review.is_current
        done = driver.review.state.claims[0]
        assert (done.id, done.state) == (claim.id, ClaimState.ACCEPTED)


@pytest.mark.parametrize(
    ("typed", "screen", "told"),
    [
        ("no such word", "help", ""),
        ("preview", "export", ""),
        ("witness", "corroborate", ""),
        ("$editor", "desk", "f4 on Write"),
    ],
)
async def test_a_command_of_another_screen_leads_there_and_names_its_key(
    typed: str, screen: str, told: str
) -> None:
    async with driven() as driver:
        await driver.press("?", "/", *("space" if letter == " " else letter for letter in typed))
        await driver.press("enter")
        assert screen_name(driver) == screen
        assert told in driver.said.text


async def test_arrows_choose_while_one_types_and_escape_goes_back_one_step_at_a_time() -> None:
    async with driven() as driver:
        await driver.press("?", "/", *"source")
        first = help_in_sight(driver).chosen
        await driver.press("down")
        assert help_in_sight(driver).chosen not in {None, first}
        await driver.press("escape")
        assert help_in_sight(driver).chosen is None
        await driver.press("escape")
        assert driver.desk.is_current


async def test_letters_choose_where_nothing_is_typed() -> None:
    async with driven() as driver:
        await driver.press("?", "j", "j")
        second = help_in_sight(driver).chosen
        await driver.press("k")
        assert help_in_sight(driver).chosen not in {None, second}
        await driver.press("enter")
        assert screen_name(driver) != "help"


async def test_the_second_press_shows_the_cheat_sheet_and_the_third_closes() -> None:
    async with driven() as driver:
        await driver.press("?", "?")
        assert help_in_sight(driver).sheet
        await driver.press("?")
        assert driver.desk.is_current


async def test_f1_helps_while_something_is_being_written() -> None:
    async with driven() as driver:
        await driver.press("enter", "e", "x", "f1")
        assert screen_name(driver) == "help"
        await driver.press("escape")
        assert screen_name(driver) == "prompt"


async def test_help_that_is_closed_before_it_is_drawn_breaks_nothing() -> None:
    async with driven() as driver:
        await driver.press("?")
        screen = help_in_sight(driver)
        await screen.remove_children()
        screen.on_resize()
        await driver.settle()
        assert driver.app.is_running
