"""What is written never acts on a terminal, and loses nothing."""

import io
import json
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tracker.cli.progress import Bar
from tracker.cli.tables import Words
from tracker.cli.visible import escaped, visible

ACTING = {chr(c) for c in (*range(32), *range(0x7F, 0xA0), *range(0x2028, 0x202F))} | {
    chr(c) for c in range(0x2066, 0x206A)
}


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_acts_after_it_was_made_visible(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & ACTING
    assert len(shown) >= len(text)
    assert visible(shown) == shown


@given(st.text())
def test_escaped_json_is_the_same_document(text: str) -> None:
    written = escaped(json.dumps({"text": text}, ensure_ascii=False, indent=2))
    assert not set(written) & (ACTING - {"\n"})
    assert json.loads(written) == {"text": text}


def test_arabic_and_its_joiners_are_left_alone() -> None:
    text = "وقال مصدر لـ«العربي\u200c الجديد» 15 شخصاً\u200f"
    assert visible(text) == text


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_a_bar_comes_after_half_a_second_and_goes_without_a_trace(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stderr := Terminal())
    with Bar() as bar:
        bar.report(1, 10, "early")
        clock[0] += 0.6
        bar.report(5, 10, "one\x1b.txt")
        bar.report(6, 10, "too soon")
    written = stderr.getvalue()
    assert "early" not in written
    assert "too soon" not in written
    assert "5/10 one␛.txt" in written
    assert written.endswith("\r\x1b[K")


def test_no_bar_where_nobody_watches(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stderr := io.StringIO())
    with Bar() as bar:
        clock[0] += 5
        bar.report(5, 10, "one.txt")
    assert stderr.getvalue() == ""


def lines_of(text: str, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    return ["".join(s.text for s in line) for line in console.render_lines(Words(text), pad=False)]


def test_a_cell_is_wrapped_before_it_is_put_in_visual_order() -> None:
    first, second = lines_of("هجوم جديد على مواقع", 10)
    assert "ﻡﻮﺠﻫ" in first
    assert first.endswith("ﻡﻮﺠﻫ")
    assert "ﻊﻗﺍﻮﻣ" in second
    assert {len(line) for line in (first, second)} == {10}


def test_a_cell_reading_left_to_right_stays_on_the_left() -> None:
    assert lines_of("two words", 20) == ["two words"]
