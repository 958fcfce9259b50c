"""The guide shows every screen, names keys that exist, and its pictures are today's."""

import re
from pathlib import Path

import pytest

from tests.pictures import FOLDER, KEYS, picture
from tracker.presenters.commands import COMMANDS, SCREENS
from tracker.presenters.keymap import shown_key

PAGE = Path(__file__).parents[2] / "docs" / "guide.md"
TEXT = PAGE.read_text("utf-8")


def test_every_screen_has_its_place_in_the_guide_and_no_other() -> None:
    places = re.findall(r"^## (.+)$", TEXT, flags=re.M)
    titles = {screen.title for screen in SCREENS}
    assert titles <= set(places)
    assert set(places) - titles == {"The first time", "Everywhere"}


def test_every_key_that_the_guide_names_exists() -> None:
    standard = {key for command in COMMANDS for key in command.keys}
    shown = standard | {shown_key(key) for key in standard}
    named = {key for key in re.findall(r"`([^`]+)`", TEXT) if not key.startswith("tracker")}
    assert named - shown == set()


def test_every_picture_is_in_the_guide_and_the_guide_has_no_other() -> None:
    pictures = set(re.findall(r"\(pictures/(\w+)\.svg\)", TEXT))
    assert pictures == set(KEYS) == {path.stem for path in FOLDER.glob("*.svg")}


@pytest.mark.parametrize("name", KEYS)
async def test_a_picture_is_what_the_program_draws_today(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert kept == await picture(name), "draw it anew with: python -m tests.pictures"
