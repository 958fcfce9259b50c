"""Passages with the proposal that a careful reader expects, one case a passage."""

from pathlib import Path

import pytest

from tests.cases.marked import Case, differences, read_cases
from tracker.services.proposing import propose

FOLDER = Path(__file__).parent / "proposals"
#: How the name of a case ends that is not yet read as a reader expects.
SHORT = "(falls short)"
CASES = [
    (language, case)
    for language in ("arabic", "english", "english_desks")
    if (FOLDER / f"{language}.txt").is_file()
    for case in read_cases(FOLDER / f"{language}.txt")
]


@pytest.mark.parametrize(
    ("language", "case"),
    [case for case in CASES if not case[1].name.endswith(SHORT)],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_the_proposal_is_what_a_reader_expects(language: str, case: Case) -> None:
    made = propose(case.text, language=language[:2])
    assert differences(case, made) == []


@pytest.mark.parametrize(
    ("language", "case"),
    [case for case in CASES if case[1].name.endswith(SHORT)],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_case_that_falls_short_is_named_so(language: str, case: Case) -> None:
    assert differences(case, propose(case.text, language=language[:2]))


def test_marks_are_read_back_as_they_were_written() -> None:
    (case,) = read_cases(FOLDER.parent / "proposals_example.txt")
    assert case.text == "The army fired, a resident told Reuters, and fled."
    assert [case.text[a:b] for a, b in case.cues] == ["told"]
    assert [case.text[a:b] for a, b in case.vias] == ["Reuters"]
    assert [(case.text[start:][:4], cue) for start, cue in case.claims] == [
        ("The ", 1),
        ("and ", 1),
    ]
