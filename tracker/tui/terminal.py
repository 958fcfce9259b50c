"""What the terminal does with right-to-left text, and how it is told to leave the order to us.

Rules, measured on xterm 379, VTE 0.70, Konsole 22.12, mlterm 3.9, kitty 0.26, Alacritty 0.11,
urxvt 9.30 and tmux 3.3; the control functions are those of ECMA-48 and of the terminal working
group's recommendation on bidirectional text (BDSM, mode 8). Answers count for more than
environment variables, which are inherited from other terminals and lost on the way to other
machines.
"""

import os
import re
import select
import sys
import termios
import time
import tty
from collections.abc import Mapping
from typing import Literal

from attrs import frozen

TextOrder = Literal["app", "terminal", "off"]
"""Who puts right-to-left text in order: this program, the terminal, or nobody."""

_QUESTIONS = "\x1b[8$p\x1b[>0q\x1b[>c\x1b[c"
_LAST_ANSWER = re.compile(r"\x1b\[\?[\d;]*c")
_BIDI_MODE = re.compile(r"\x1b\[8;(\d)\$y")
_VERSION = re.compile("\x1bP>\\|([^\x1b]*)\x1b")
_DEVICE = re.compile(r"\x1b\[>([\d;]*)c")
_EXPLICIT, _IMPLICIT = "\x1b[8l", "\x1b[8h"
_LONGEST_ANSWER = 4096


@frozen(kw_only=True)
class Plan:
    """How right-to-left text reaches this terminal.

    Attributes:
        order: who puts it in order.
        terminal: the terminal's name for itself, or what was recognised; empty when unknown.
        enter: control sequence to send before the screens start.
        leave: control sequence that undoes it.
        hint: one sentence for the person where something is left to do; else empty.
    """

    order: TextOrder
    terminal: str = ""
    enter: str = ""
    leave: str = ""
    hint: str = ""


def decide(reply: str, environment: Mapping[str, str]) -> Plan:
    """Return the plan for a terminal from what it answered to ``ask``.

    Args:
        reply: everything the terminal sent back, possibly nothing.
        environment: the process's environment.
    """
    version = _first(_VERSION, reply)
    device = _first(_DEVICE, reply)
    mode = _first(_BIDI_MODE, reply)
    if mode in ("1", "2"):
        leave = _IMPLICIT if mode == "1" else ""
        return Plan(order="app", terminal=version or "VTE", enter=_EXPLICIT, leave=leave)
    if version.startswith("Konsole"):
        return _konsole(version)
    if device.startswith("24;") and _is_mlterm(environment):
        return Plan(
            order="app",
            terminal="mlterm",
            enter="\x1b]5379;use_ctl=false\x07",
            leave="\x1b]5379;use_ctl=true\x07",
        )
    if version.startswith("kitty"):
        hint = "kitty turns Arabic words round by itself; put “force_ltr yes” into kitty.conf."
        return Plan(order="app", terminal=version, hint=hint)
    if version.startswith("tmux"):
        return _tmux(version)
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return Plan(order="terminal", terminal="Apple Terminal", hint=_TRY_TEST)
    known = version.startswith("XTerm") or device.startswith(("41;", "85;"))
    if known or environment.get("ALACRITTY_WINDOW_ID"):
        return Plan(order="app", terminal=version)
    return Plan(order="app", terminal=version, enter=_EXPLICIT, leave=_IMPLICIT, hint=_TRY_TEST)


_TRY_TEST = "If Arabic reads wrongly here, run “tracker screen-test”."


def terminal_version(reply: str) -> str:
    """Return what a terminal calls itself, or its kind of device; empty when it told neither."""
    device = _first(_DEVICE, reply)
    return _first(_VERSION, reply) or (f"device {device}" if device else "")


def _first(pattern: re.Pattern[str], reply: str) -> str:
    found = pattern.search(reply)
    return found[1] if found else ""


def _konsole(version: str) -> Plan:
    """Konsole knows no mode 8; elsewhere this sequence would set the font."""
    return Plan(
        order="app",
        terminal=version,
        enter="\x1b]50;BidiRenderingEnabled=false\x07",
        leave="\x1b]50;BidiRenderingEnabled=true\x07",
    )


def _is_mlterm(environment: Mapping[str, str]) -> bool:
    return "MLTERM" in environment or environment.get("TERM", "").startswith("mlterm")


def _tmux(version: str) -> Plan:
    """The sequence is for the terminal around tmux, which drops it unless told otherwise."""
    return Plan(
        order="app",
        terminal=version,
        enter=f"\x1bPtmux;\x1b{_EXPLICIT}\x1b\\",
        leave=f"\x1bPtmux;\x1b{_IMPLICIT}\x1b\\",
        hint="If Arabic reads wrongly here, run “tmux set -g allow-passthrough on”.",
    )


def plan_for(setting: str, reply: str, environment: Mapping[str, str]) -> Plan:
    """Return the plan under a person's setting.

    Args:
        setting: ``auto`` to follow ``decide``; ``app``, ``terminal`` or ``off`` to overrule it.
        reply: as for ``decide``.
        environment: as for ``decide``.

    Raises:
        ValueError: when the setting is none of the four.
    """
    decided = decide(reply, environment)
    match setting:
        case "auto":
            return decided
        case "app":
            if decided.enter:
                return Plan(
                    order="app",
                    terminal=decided.terminal,
                    enter=decided.enter,
                    leave=decided.leave,
                )
            return Plan(order="app", terminal=decided.terminal)
        case "terminal" | "off":
            return Plan(order=setting, terminal=decided.terminal)
        case _:
            message = f"Text order is auto, app, terminal or off, not {setting!r}."
            raise ValueError(message)


def ask(timeout: float = 1.0) -> str:
    """Return what the terminal answers about itself, in one round of questions.

    To be called before the screens start: Textual reads everything the terminal sends. The last
    question is one that every terminal answers, so the others may go unanswered.

    Args:
        timeout: seconds to wait for a terminal that answers nothing.

    Returns:
        The bytes of the answers, one character each; nothing where there is no terminal to ask.
    """
    source, target = sys.__stdin__, sys.__stdout__
    if source is None or target is None or not (source.isatty() and target.isatty()):
        return ""
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal":  # it would print part of the question
        return ""
    return ask_terminal(source.fileno(), target.fileno(), timeout)


def ask_terminal(source: int, target: int, timeout: float) -> str:
    """Send the questions to one file descriptor and read the answers from another."""
    attributes = termios.tcgetattr(source)
    reply = ""
    try:
        tty.setcbreak(source, termios.TCSANOW)
        os.write(target, _QUESTIONS.encode("ascii"))
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0 and not _LAST_ANSWER.search(reply):
            if select.select([source], [], [], left)[0]:
                reply += os.read(source, _LONGEST_ANSWER).decode("latin-1")
    finally:
        termios.tcsetattr(source, termios.TCSANOW, attributes)
    return reply
