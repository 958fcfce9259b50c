"""Hostile characters are seen, never obeyed, and reported."""

import pytest

from tracker.rtl import HiddenCharacter, hidden_characters, layout, one_line, visual


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b2J", "\ufffd2J"),
        ("a\ud800b", "a\ufffdb"),
        ("two\nlines", "two␊lines"),
        ("tab\there", "tab here"),
        ("user\u202egpj.exe", "usergpj.exe"),
        ("\u2067abc", "abc"),
        ("[b]markup[/b]", "[b]markup[/b]"),
    ],
)
def test_what_could_act_is_shown_as_a_symbol_or_not_at_all(written: str, seen: str) -> None:
    assert visual(written) == seen


def test_invisible_characters_can_be_shown() -> None:
    line = layout("a\u202eb\u200bc", 20, show_hidden=True)[0]
    assert line.text == "a⇄b◌c"
    assert [cell.hidden for cell in line.cells] == [False, True, False, True, False]


def test_a_cell_that_holds_a_hidden_character_says_so() -> None:
    assert [cell.hidden for cell in one_line("a\u202eb").cells] == [True, False]


def test_hidden_characters_are_reported_with_their_kind() -> None:
    assert hidden_characters("a\u202eb\x1b\u200b\udc80\n\tمی\u200cخ\ufe0f") == (
        HiddenCharacter(1, "bidi control"),
        HiddenCharacter(3, "control character"),
        HiddenCharacter(4, "invisible character"),
        HiddenCharacter(5, "lone surrogate"),
    )


def test_a_flood_of_marks_stands_on_dotted_circles() -> None:
    line = one_line("ب" + "\u064e" * 50)
    assert len(line.cells) == 3
    assert line.text.count("◌") == 2
    assert line.text.count("\u064e") == 50


def test_an_invisible_character_before_the_first_letter_takes_no_place() -> None:
    line = one_line("\u200fقال")
    assert line.width == 3
    assert line.offset_at(2) == 0


def test_a_paragraph_of_invisible_characters_is_seen() -> None:
    assert one_line("\u200b\u200f").text == "◌"
