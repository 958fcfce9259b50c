"""Help shows every key, also as an Arabic keyboard prints it."""

import re

import pytest

from tracker.presenters.commands import screen_named
from tracker.presenters.help import help_lines
from tracker.presenters.keymap import keymap
from tracker.presenters.tones import Line

REVIEW = screen_named("review")


def rows(**keys: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the keys shown, by the label of their command."""
    user = {name.replace("__", "."): value for name, value in keys.items()}
    lines = help_lines(keymap(user), REVIEW)
    return {
        line[1].text.strip(): re.split("  +", line[0].text.strip()) for line in lines if line[1:]
    }


def test_a_letter_is_followed_by_what_its_key_prints_in_arabic() -> None:
    shown = rows()
    assert shown["next"] == ["j", "ت", "↓"]
    assert shown["undo"] == ["u", "ع"]
    assert shown["first"] == ["gg", "لل", "home"]


def test_prints_that_are_marks_or_the_same_sign_are_left_out() -> None:
    shown = rows()
    assert shown["source A"] == ["A"]
    assert shown["information 1"] == ["1"]


def test_keys_of_ones_own_are_shown_in_both_prints_and_columns_stay_straight() -> None:
    own = {"review__split": ("h", "alt+left", "pagedown", "J")}
    assert rows(**own)["split"] == ["h", "ا", "alt+left", "pgdn", "J", "ـ"]
    lines = help_lines(keymap({"review.split": own["review__split"]}), REVIEW)
    assert len({len(line[0].text) for line in lines if line[1:]}) == 1


@pytest.mark.parametrize("width", [70, 75, 100])
def test_an_explanation_without_room_goes_on_below_its_own_beginning(width: int) -> None:
    whole, wrapped = help_lines(keymap({}), REVIEW), help_lines(keymap({}), REVIEW, width)
    assert len(wrapped) > len(whole)
    begun = {line[0].text.index(line[0].text.strip()) for line in wrapped if is_continued(line)}
    assert len(begun) == 1
    assert all(len("".join(cell.text for cell in line)) <= width for line in wrapped)
    assert len(help_lines(keymap({}), REVIEW, 20)) == len(whole)


def is_continued(line: Line) -> bool:
    return len(line) == 1 and line[0].text.startswith("   ")
