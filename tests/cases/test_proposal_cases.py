"""Passages with the proposal that a careful reader expects, one case a passage."""

from pathlib import Path

import pytest

from tests.cases.marked import Case, differences, read_cases
from tracker.services.proposing import propose

FOLDER = Path(__file__).parent / "proposals"
CASES = [
    (language, case)
    for language in ("arabic", "english")
    if (FOLDER / f"{language}.txt").is_file()
    for case in read_cases(FOLDER / f"{language}.txt")
]


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=[f"{name}-{case.name}" for name, case in CASES]
)
def test_the_proposal_is_what_a_reader_expects(language: str, case: Case) -> None:
    made = propose(case.text, language=language[:2])
    assert differences(case, made) == []


def test_marks_are_read_back_as_they_were_written() -> None:
    (case,) = read_cases(FOLDER.parent / "proposals_example.txt")
    assert case.text == "The army fired, a resident told Reuters, and fled."
    assert [case.text[a:b] for a, b in case.cues] == ["told"]
    assert [case.text[a:b] for a, b in case.vias] == ["Reuters"]
    assert [(case.text[start:][:4], cue) for start, cue in case.claims] == [
        ("The ", 1),
        ("and ", 1),
    ]
