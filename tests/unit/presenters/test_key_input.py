from hypothesis import given
from hypothesis import strategies as st

from tracker.presenters.commands import Command, screen_named
from tracker.presenters.key_input import KeyInput
from tracker.presenters.keymap import keymap

KEYMAP = keymap({})
DESK = KeyInput(commands=KEYMAP.on_screen(screen_named("desk")), counts=True)
REVIEW = KeyInput(commands=KEYMAP.on_screen(screen_named("review")))


def typed(start: KeyInput, *keys: str) -> tuple[list[tuple[str, int]], KeyInput]:
    """Return the commands that keys ran, with the number before each, and what is left over."""
    ran: list[tuple[str, int]] = []
    state = start
    for key in keys:
        number = state.count
        state, command = state.press(key)
        if isinstance(command, Command):
            ran.append((command.id, number))
    return ran, state


def test_a_key_runs_its_command_at_once() -> None:
    assert typed(DESK, "j", "enter") == ([("list.down", 0), ("desk.review", 0)], DESK)


def test_a_number_before_a_key_is_handed_on() -> None:
    assert typed(DESK, "1", "2", "j", "k")[0] == [("list.down", 12), ("list.up", 0)]


def test_digits_of_other_scripts_count_too() -> None:
    assert typed(DESK, "١", "۲", "ت")[0] == [("list.down", 12)]


def test_nought_begins_no_number() -> None:
    assert typed(DESK, "0", "j")[0] == [("list.down", 0)]
    assert typed(DESK, "1", "0", "j")[0] == [("list.down", 10)]


def test_a_number_never_grows_beyond_any_list() -> None:
    assert typed(DESK, *"9" * 60)[1].count < 10**6


def test_where_digits_are_commands_they_stay_commands() -> None:
    assert typed(REVIEW, "2")[0] == [("review.credibility_2", 0)]


def test_a_sequence_runs_with_its_last_key() -> None:
    ran, state = typed(DESK, "g")
    assert (ran, state.typed) == ([], "g")
    assert typed(state, "g")[0] == [("list.top", 0)]


def test_a_sequence_works_on_an_arabic_keyboard() -> None:
    assert typed(DESK, "ل", "ل")[0] == [("list.top", 0)]


def test_escape_drops_what_was_begun_and_does_nothing_else() -> None:
    assert typed(DESK, "4", "escape", "j")[0] == [("list.down", 0)]
    assert typed(DESK, "g", "escape", "escape")[0] == [("app.back", 0)]


def test_a_key_that_leads_nowhere_drops_the_sequence() -> None:
    assert typed(DESK, "g", "f9", "j")[0] == [("list.down", 0)]


def test_while_a_sequence_waits_its_ends_are_named() -> None:
    words = typed(DESK, "3", "g")[1].words(KEYMAP)
    assert words.text.startswith("3 g …")
    assert "g top" in words.text


@given(st.lists(st.sampled_from([*"0123456789gGjkx", "escape", "enter", "f9", "ل", "٣"])))
def test_any_keys_end_where_escape_leads_back(keys: list[str]) -> None:
    _, state = typed(DESK, *keys)
    assert typed(state, "escape")[1] == DESK
