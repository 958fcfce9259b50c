import itertools
from pathlib import Path

import pytest

from tracker.presenters.commands import COMMANDS, OVER_ALL, SCREENS, ScreenInfo, commands_of
from tracker.presenters.key_bar import SEPARATOR, bar_items
from tracker.presenters.key_table import key_table
from tracker.presenters.keymap import keymap
from tracker.presenters.keys import SAME_BYTE, SAME_PLACE, collide, parse_key, reachable

DOCS = Path(__file__).parents[3] / "docs"
EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.name)


def test_identifiers_are_unique() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))


def test_every_group_is_on_a_screen() -> None:
    grouped = {group for screen in SCREENS for group in screen.groups}
    assert {command.group for command in COMMANDS} == grouped | OVER_ALL
    assert not grouped & OVER_ALL


@EACH_SCREEN
def test_what_works_over_every_screen_takes_no_key_from_one(screen: ScreenInfo) -> None:
    over_all = {key for c in COMMANDS if c.group in OVER_ALL for key in c.keys}
    assert not over_all & {key for command in commands_of(screen) for key in command.keys}


@EACH_SCREEN
def test_no_two_commands_of_a_screen_want_one_key(screen: ScreenInfo) -> None:
    keys = [key for command in commands_of(screen) for key in command.keys]
    assert [(a, b) for a, b in itertools.combinations(keys, 2) if collide(a, b)] == []


def test_standard_keys_reach_a_program_in_every_terminal() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert parse_key(key) == key, command.id
            assert reachable(key), command.id
            assert key not in SAME_BYTE


def test_no_standard_key_is_a_letter_of_the_arabic_keyboard() -> None:
    assert not {key for command in COMMANDS for key in command.keys} & SAME_PLACE.keys() - {"?"}


@EACH_SCREEN
@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_the_key_bar_fits_and_keeps_help(screen: ScreenInfo, width: int) -> None:
    items = bar_items(keymap({}), screen, width)
    assert sum(item.width for item in items) + len(SEPARATOR) * (len(items) - 1) <= width
    shown = {item.words for item in items}
    assert ("app" in screen.groups) == ({"undo", "help"} <= shown)


def test_the_docs_show_the_registry() -> None:
    page = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert page == key_table(), "write it anew with: python -m tests.write_keys"
