"""Arabic counts in the form that the number asks for, and every word is there twice."""

from enum import Enum

import pytest

from tracker.export.report.words import _ENUMS, _WORDS, VERDICT_SIGNS, Words
from tracker.model import ClaimState, Delivery, Dependence, Relation, SourceKind, Verdict


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "0 تقريراً"),
        (1, "تقرير واحد"),
        (2, "تقريران"),
        (3, "3 تقارير"),
        (10, "10 تقارير"),
        (11, "11 تقريراً"),
        (99, "99 تقريراً"),
        (103, "103 تقارير"),
        (111, "111 تقريراً"),
    ],
)
def test_arabic_nouns_follow_their_number(number: int, told: str) -> None:
    assert Words("ar").counted("report", number) == told


def test_english_nouns_follow_their_number() -> None:
    words = Words("en")
    assert words.counted("origin", 1) == "1 independent origin"
    assert words.counted("origin", 2) == "2 independent origins"


@pytest.mark.parametrize("kind", [SourceKind, Delivery, Dependence, ClaimState])
def test_every_code_has_its_words(kind: type[Enum]) -> None:
    for member in kind:
        assert Words("ar").of(member) != Words("en").of(member)


def test_every_relation_that_is_shown_has_its_words() -> None:
    for relation in set(Relation) - {Relation.UNRELATED}:
        assert Words("ar").of(relation)
    assert len(set(VERDICT_SIGNS.values())) == len(Verdict)


def test_all_words_are_given_in_both_languages() -> None:
    for label in (*_WORDS.values(), *_ENUMS.values()):
        assert label.en.strip() or label.en == ", "
        assert label.ar.strip()
        assert label.en != label.ar
