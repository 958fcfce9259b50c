"""Each terminal is recognised by its recorded answers and told in its own way."""

import os
import pty
import threading
import tty

import pytest

from tracker.tui.terminal import ask_terminal, decide, plan_for

RECORDED = {
    "xterm": ("\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c", {}, "app", ""),
    "vte": ("\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c", {"VTE_VERSION": "7006"}, "app", "\x1b[8l"),
    "konsole": (
        "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c",
        {},
        "app",
        "\x1b]50;BidiRenderingEnabled=false\x07",
    ),
    "mlterm": (
        "\x1b[8;0$y\x1b[>24;279;0c\x1b[?63;1;2c",
        {"MLTERM": "3.9.0"},
        "app",
        "\x1b]5379;use_ctl=false\x07",
    ),
    "kitty": ("\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?62;c", {}, "app", ""),
    "alacritty": ("\x1b[>0;1700;1c\x1b[?6c", {"ALACRITTY_WINDOW_ID": "1"}, "app", ""),
    "urxvt": ("\x1b[>85;95;0c\x1b[?1;2c", {}, "app", ""),
    "tmux in vte": (
        "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c",
        {"VTE_VERSION": "7006", "TMUX": "x"},
        "app",
        "\x1bPtmux;\x1b\x1b[8l\x1b\\",
    ),
    "apple": ("", {"TERM_PROGRAM": "Apple_Terminal"}, "terminal", ""),
    "unknown": ("\x1b[?1c", {}, "app", "\x1b[8l"),
    "silent": ("", {}, "app", "\x1b[8l"),
}


@pytest.mark.parametrize("name", RECORDED)
def test_a_terminal_is_told_in_its_own_way(name: str) -> None:
    reply, environment, order, enter = RECORDED[name]
    plan = decide(reply, environment)
    assert (plan.order, plan.enter) == (order, enter)
    assert bool(plan.leave) == bool(enter)


def test_a_terminal_whose_order_was_off_is_left_with_it_off() -> None:
    assert decide("\x1b[8;2$y\x1b[?65;1;9c", {}).leave == ""


@pytest.mark.parametrize("name", ["kitty", "tmux in vte", "apple", "unknown"])
def test_who_has_something_left_to_do_is_told(name: str) -> None:
    reply, environment, *_ = RECORDED[name]
    assert decide(reply, environment).hint.endswith(".")


def test_the_font_sequence_goes_to_konsole_alone() -> None:
    for name, (reply, environment, *_) in RECORDED.items():
        assert ("]50;" in decide(reply, environment).enter) == (name == "konsole")


def test_a_setting_overrules_what_was_decided() -> None:
    reply, environment, *_ = RECORDED["vte"]
    assert plan_for("auto", reply, environment) == decide(reply, environment)
    assert plan_for("off", reply, environment).enter == ""
    assert plan_for("terminal", reply, environment).order == "terminal"
    assert plan_for("app", reply, environment).enter == "\x1b[8l"
    with pytest.raises(ValueError, match="not 'sideways'"):
        plan_for("sideways", "", {})


def test_answers_are_read_up_to_the_last_one() -> None:
    terminal, program = pty.openpty()
    tty.setraw(program)
    asked: list[bytes] = []

    def answer() -> None:
        question = b""
        while not question.endswith(b"\x1b[c"):
            question += os.read(terminal, 64)
        asked.append(question)
        for part in (b"\x1b[8;1$y", b"\x1b[>65;7006;1c\x1b[?65", b";1;9c"):
            os.write(terminal, part)

    thread = threading.Thread(target=answer)
    thread.start()
    reply = ask_terminal(program, program, timeout=10)
    thread.join()
    assert reply == "\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"
    assert asked == [b"\x1b[8$p\x1b[>0q\x1b[>c\x1b[c"]
    os.close(terminal)
    os.close(program)


def test_a_terminal_that_answers_nothing_is_not_waited_for_long() -> None:
    terminal, program = pty.openpty()
    assert ask_terminal(program, program, timeout=0.01) == ""
    os.close(terminal)
    os.close(program)
