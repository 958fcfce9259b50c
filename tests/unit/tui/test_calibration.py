"""The screen test tries every way, keeps what reads well, and leaves the terminal as it was."""

from io import StringIO

import pytest

from tracker.rtl import one_line
from tracker.tui.calibration import SAMPLE, answered, sent, terminal_name, try_ways, ways
from tracker.tui.terminal import Plan, decide

VTE = decide("\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c", {})
XTERM = decide("\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c", {})
UNKNOWN = decide("\x1b[?1c", {})


@pytest.mark.parametrize(
    ("decided", "names"),
    [(VTE, ["told", "app", "terminal"]), (XTERM, ["app", "terminal"])],
)
def test_the_likeliest_way_is_tried_first_and_none_twice(decided: Plan, names: list[str]) -> None:
    assert [way.name for way in ways(decided)] == names


def test_a_terminal_that_is_left_to_itself_is_so_first() -> None:
    apple = decide("", {"TERM_PROGRAM": "Apple_Terminal"})
    assert [way.name for way in ways(apple)] == ["terminal", "app"]


def test_the_sample_goes_out_ordered_or_as_written() -> None:
    assert sent(Plan(order="app")).strip() == one_line(SAMPLE).text
    assert sent(Plan(order="terminal")).strip().strip("\u2067\u2069") == SAMPLE


def test_the_first_way_that_reads_well_is_returned_and_each_is_put_back() -> None:
    screen, answers = StringIO(), iter([False, True])
    found = try_ways(ways(VTE), screen, lambda: next(answers))
    assert found is not None
    assert found.name == "app"
    written = screen.getvalue()
    assert written.count(VTE.enter) == written.count(VTE.leave) == 1
    assert written.count("\x1b[?1049h") == written.count("\x1b[?1049l") == 2
    assert written.index(VTE.leave) < written.rindex("\x1b[?1049h")


@pytest.mark.parametrize("answers", [[None], [False, False, False]])
def test_nothing_is_returned_when_it_is_ended_or_nothing_reads_well(
    answers: list[bool | None],
) -> None:
    given = iter(answers)
    assert try_ways(ways(VTE), StringIO(), lambda: next(given)) is None


def test_the_terminal_is_put_back_when_the_test_is_interrupted() -> None:
    screen = StringIO()

    def interrupt() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        try_ways(ways(VTE), screen, interrupt)
    assert screen.getvalue().endswith(f"\x1b[?1049l{VTE.leave}")


def test_an_answer_counts_for_more_than_what_is_known_and_needs_no_hint() -> None:
    assert UNKNOWN.hint
    assert answered(UNKNOWN, "") == UNKNOWN
    assert answered(UNKNOWN, "told").enter == UNKNOWN.enter
    assert answered(UNKNOWN, "terminal").order == "terminal"
    assert not any(answered(UNKNOWN, name).hint for name in ("told", "app", "terminal"))
    assert answered(VTE, "from another version") == VTE


@pytest.mark.parametrize(
    ("reply", "environment", "name"),
    [
        ("\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64c", {"TERM": "xterm"}, "XTerm(379)"),
        ("\x1b[>65;7006;1c\x1b[?65c", {"TERM": "xterm"}, "device 65;7006;1"),
        ("\x1b[?1c", {"TERM_PROGRAM": "Some", "TERM": "xterm"}, "Some"),
        ("", {"TERM": "vt220"}, "vt220"),
        ("", {}, "unknown"),
    ],
)
def test_a_terminal_is_known_again(reply: str, environment: dict[str, str], name: str) -> None:
    assert terminal_name(reply, environment) == name
