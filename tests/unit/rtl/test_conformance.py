"""Unicode's own conformance data for the bidirectional algorithm, as Debian packages it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.rtl import levels, reorder_line
from tracker.rtl.mirrors import CLOSING, MIRROR
from tracker.rtl.ordering import line_levels, visual_order

UNICODE_DATA = Path("/usr/share/unicode")
BASES = {"0": 0, "1": 1, "2": None}
REPRESENTATIVES = {
    "L": "a", "R": "\u05d0", "EN": "0", "ES": "+", "ET": "$", "AN": "\u0661", "CS": ",",
    "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "BN": "\u00ad", "NSM": "\u0300",
    "AL": "\u0627", "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e",
    "PDF": "\u202c", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip


def data_lines(name: str) -> Iterator[str]:
    path = UNICODE_DATA / name
    if not path.exists():
        pytest.skip(f"{path} is absent: install Debian's unicode-data to run this test")
    with path.open(encoding="utf-8") as file:
        for line in file:
            content = line.split("#")[0].strip()
            if content:
                yield content


def numbers(field: str) -> list[int]:
    return [-1 if number == "x" else int(number) for number in field.split()]


def characters(field: str) -> str:
    return "".join(chr(int(code_point, 16)) for code_point in field.split())


def test_every_case_of_bidi_character_test_passes() -> None:
    cases = 0
    for line in data_lines("BidiCharacterTest.txt"):
        code_points, base, paragraph_level, expected_levels, order = line.split(";")
        text = characters(code_points)
        level, resolved = levels(text, BASES[base])
        on_line = line_levels(text, resolved, level)
        assert (level, on_line) == (int(paragraph_level), numbers(expected_levels)), line
        assert visual_order(on_line) == numbers(order), line
        expected = [
            MIRROR.get(text[index], text[index]) if on_line[index] & 1 else text[index]
            for index in numbers(order)
        ]
        assert reorder_line(text, BASES[base]) == "".join(expected), line
        cases += 1
    assert cases > 90_000


@pytest.mark.slow
def test_every_case_of_bidi_test_passes() -> None:
    cases = 0
    expected_levels: list[int] = []
    order: list[int] = []
    for line in data_lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            expected_levels = numbers(line.removeprefix("@Levels:"))
        elif line.startswith("@Reorder:"):
            order = numbers(line.removeprefix("@Reorder:"))
        elif not line.startswith("@"):
            types, bases = line.split(";")
            text = "".join(REPRESENTATIVES[name] for name in types.split())
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(bases, 16) & bit:
                    level, resolved = levels(text, base)
                    on_line = line_levels(text, resolved, level)
                    assert on_line == expected_levels, (line, base)
                    assert visual_order(on_line) == order, (line, base)
                    cases += 1
    assert cases > 700_000


def test_brackets_are_those_of_bidi_brackets() -> None:
    pairs = {}
    for line in data_lines("BidiBrackets.txt"):
        bracket, paired, kind = (field.strip() for field in line.split(";"))
        if kind == "o":
            pairs[characters(bracket)] = characters(paired)
    assert pairs == CLOSING


def test_mirrored_signs_are_those_of_bidi_mirroring() -> None:
    pairs = {}
    for line in data_lines("BidiMirroring.txt"):
        written, mirrored = (characters(field) for field in line.split(";"))
        pairs[written] = mirrored
    assert pairs == MIRROR
