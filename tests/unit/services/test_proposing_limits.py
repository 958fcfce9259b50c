"""Odd and hostile texts cost time in proportion to their length and never fail.

Cost is counted as work done (calls of Python functions), not as seconds.
"""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tracker.services.proposing import propose

_SMALL, _FACTOR = 400, 4

ODD: dict[str, Callable[[int], str]] = {
    "one arabic sentence": lambda n: "قال مصدر إن النظام شن هجوما على المصادر التي " * n,
    "one english sentence": lambda n: "the officials said that he was told by the people and " * n,
    "no punctuation": lambda n: "كلمة " * n,
    "quotes": lambda n: '" ' * n,
    "quoted words": lambda n: '"x y" said ' * n,
    "unclosed guillemets": lambda n: "« كلمة " * n,
    "brackets": lambda n: "( كلمة " * n,
    "conjunctions": lambda n: "و، " * n,
    "prepositions": lambda n: "وفق، " * n,
    "english commas": lambda n: "and, " * n,
    "accusers": lambda n: "واتهم الوزير، في بيان، إدارة النادي بالإخلال " * n,
    "charges": lambda n: "اعتقلت الشرطة رجلا بتهمة التجسس " + "وتسهيل حصولهم على السلاح " * n,
    "events": lambda n: "أسفر القصف عن مقتل ستة " + "وإصابة تسعة آخرين " * n,
    "parallel parts": lambda n: "من طرف قسد وطرف النظام " * n,
    "relays": lambda n: "بحسب ما علمت الصحيفة من مصدر، نقلا عن مسؤول، " * n,
    "statements": lambda n: "وفي تصريح للوكالة بيّن " * n,
    "reasons": lambda n: "قال مسؤول، طلب عدم ذكر اسمه، خوفا من الانتقام، " * n,
    "places before cues": lambda n: "انهار سد، وفي حماة، قال مدير إن المنسوب بلغ، " * n,
    "slashes": lambda n: "مسقط / وكالة / " * n,
    "full stops": lambda n: "a. " * n,
    "verbs": lambda n: "said " * n,
    "mixed scripts": lambda n: 'قال Trump said إن "x" ' * n,
    "lines": lambda n: "a\n" * n,
    "persian": lambda n: "این گزارش را وزارت خارجه منتشر کرد. " * n,
    "french": lambda n: "Le ministre a déclaré que la ville est grave. " * n,
}


def _calls(text: str) -> int:
    count = 0

    def tick(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        propose(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", ODD)
def test_the_work_grows_with_the_length(name: str) -> None:
    make = ODD[name]
    propose(make(3))
    small, large = _calls(make(_SMALL)), _calls(make(_SMALL * _FACTOR))
    assert large < small * _FACTOR * 1.5 + 2_000


@pytest.mark.parametrize("language", ["fa", "fr", "und", "zh"])
def test_a_language_without_rules_keeps_its_sentences_whole(language: str) -> None:
    made = propose("Alpha beta gamma. Delta epsilon zeta.", language=language)
    assert len(made.claims) == 2
    assert made.attributions == ()
    assert {made.source_of(claim).id for claim in made.claims} == {"s1"}
