from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.presenters.commands import screen_named
from tracker.presenters.keymap import Fault, check_keymap, keymap, shown_key
from tracker.presenters.keys import parse_key

REVIEW = screen_named("review")


def faults(user: Mapping[str, tuple[str, ...]]) -> list[tuple[Fault, str]]:
    return [(problem.fault, problem.command_id) for problem in check_keymap(user)]


def test_no_keys_of_ones_own_is_no_problem() -> None:
    assert check_keymap({}) == ()


def test_an_unknown_command_is_answered_with_the_nearest() -> None:
    (problem,) = check_keymap({"review.acept": ("y",)})
    assert problem.fault is Fault.UNKNOWN
    assert problem.hint == "Did you mean review.accept?"


def test_what_is_no_key_is_told() -> None:
    assert faults({"review.accept": ("entre",)}) == [(Fault.UNPARSABLE, "review.accept")]


@pytest.mark.parametrize(("key", "twin"), [("ctrl+m", "enter"), ("Ctrl+I", "tab")])
def test_a_key_that_arrives_as_another_is_told(key: str, twin: str) -> None:
    (problem,) = check_keymap({"review.accept": (key,)})
    assert problem.fault is Fault.UNREACHABLE
    assert twin in problem.message


def test_one_key_for_two_commands_of_a_screen_is_a_clash() -> None:
    user = {"review.accept": ("f5",), "review.reject": ("f5",)}
    assert faults(user) == [(Fault.CLASH, "review.reject")]
    keys = keymap(user).on_screen(REVIEW)
    assert keys["f5"].id == "review.accept"


def test_a_key_that_begins_anothers_sequence_is_a_clash() -> None:
    user = {"review.accept": ("z z",), "review.reject": ("z",)}
    assert faults(user) == [(Fault.CLASH, "review.reject"), (Fault.LOST, "review.confidence")]


def test_a_key_of_ones_own_takes_the_sequences_that_begin_with_it() -> None:
    assert keymap({"review.accept": ("g",)}).keys["review.first"] == ("home",)


def test_one_key_on_two_screens_is_no_clash() -> None:
    assert faults({"review.accept": ("f5",), "desk.review": ("f5",)}) == []


def test_a_key_taken_from_a_command_with_others_left_is_no_problem() -> None:
    user = {"review.accept": ("j",)}
    assert faults(user) == []
    keys = keymap(user)
    assert keys.on_screen(REVIEW)["j"].id == "review.accept"
    assert keys.keys["review.next"] == ("down",)


def test_a_command_that_lost_its_only_key_is_told() -> None:
    (problem,) = check_keymap({"review.accept": ("x",)})
    assert (problem.fault, problem.command_id) == (Fault.LOST, "review.reject")
    assert not problem.fatal


def test_no_keys_takes_a_commands_keys_away() -> None:
    keys = keymap({"review.reject": ()})
    assert "x" not in keys.on_screen(REVIEW)
    assert check_keymap({"review.reject": ()}) == ()


def test_a_useless_line_leaves_the_standard_keys() -> None:
    assert keymap({"review.reject": ("entre",)}).keys["review.reject"] == ("x",)


@pytest.mark.parametrize(
    ("letter", "command_id"),
    [("ت", "review.next"), ("ء", "review.reject"), ("٢", "review.credibility_2"),
     ("۲", "review.credibility_2"), ("ج", "review.end_earlier"), ("؟", "app.help")],
)  # fmt: skip
def test_letters_of_an_arabic_keyboard_do_what_their_key_does(letter: str, command_id: str) -> None:
    assert keymap({}).on_screen(REVIEW)[letter].id == command_id


def test_arabic_letters_follow_a_persons_own_keys() -> None:
    assert keymap({"review.split": ("j",)}).on_screen(REVIEW)["ت"].id == "review.split"


@pytest.mark.parametrize(
    ("written", "key"),
    [("Shift+a", "A"), ("CTRL+R", "ctrl+r"), (" ", "space"), ("Enter", "enter"), ("ctrl++",
     "ctrl++"), ("?", "?"), ("shift+ctrl+f3", "ctrl+shift+f3"), ("", None), ("hyper+x", None),
     ("ctrl+ctrl+x", None), ("\x1b", None), ("g  Shift+g", "g G"),
     ("a b c d", None), ("g entre", None)],
)  # fmt: skip
def test_keys_have_one_spelling(written: str, key: str | None) -> None:
    assert parse_key(written) == key


@given(st.text(max_size=12))
def test_parsing_keys_is_stable_and_never_fails(written: str) -> None:
    key = parse_key(written)
    if key is not None:
        assert parse_key(key) == key


@given(st.dictionaries(st.sampled_from(["review.accept", "review.next", "app.undo", "nothing"]),
                       st.lists(st.text(max_size=8), max_size=3).map(tuple)))  # fmt: skip
def test_any_settings_give_a_keymap(user: dict[str, tuple[str, ...]]) -> None:
    check_keymap(user)
    keymap(user).on_screen(REVIEW)


def test_keys_are_shown_shortly() -> None:
    assert [shown_key(k) for k in ("enter", "ctrl+r", "x", "g g")] == ["⏎", "^r", "x", "gg"]
