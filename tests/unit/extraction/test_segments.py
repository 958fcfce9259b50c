"""Lines of an article by kind, in Arabic and English."""

import pytest

from tracker.extraction.segments import segment
from tracker.model import PassageKind
from tracker.services.proposing import shipped_tables

LISTS = shipped_tables().lists
K = PassageKind


def _kinds(text: str, language: str = "en", title: str = "") -> list[PassageKind]:
    return [one.kind for one in segment(text, language, LISTS, title)]


def test_headline_date_and_furniture_stand_apart_from_the_text() -> None:
    text = (
        "Oil field seized\n10 November 2020\nShare\nBy Ahmad Salem\nRebels took it. It fell.\nMore."
    )
    assert _kinds(text) == [K.HEADLINE, K.DATELINE, K.CHROME, K.BYLINE, K.LEAD, K.BODY]


def test_a_repeated_headline_is_told() -> None:
    assert _kinds("Oil field seized\n\nOil field seized \nRebels took it.") == [
        K.HEADLINE,
        K.HEADLINE_DUPLICATE,
        K.LEAD,
    ]


def test_a_caption_ends_in_a_picture_credit() -> None:
    text = "Field seized\nA tank burns near the road (AFP)\nRebels took it."
    assert _kinds(text)[1] is K.CAPTION
    assert _kinds("سقوط الحقل\nدبابة تحترق قرب الطريق (فرانس برس)\nسيطرت القوات عليه.", "ar")[
        1
    ] is (K.CAPTION)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("BEIRUT (Reuters) - Rebels took it.", "en"),
        ("هراري 15-7 (اف ب) - سيطرت القوات عليه.", "ar"),
    ],
)
def test_a_wire_dateline_is_parted_from_its_sentence(line: str, language: str) -> None:
    assert _kinds(line, language) == [K.DATELINE, K.LEAD]


def test_the_known_title_is_the_headline() -> None:
    text = "World\nOil field seized\nRebels took it."
    assert _kinds(text, title="Oil field seized")[1] is K.HEADLINE


def test_one_long_paragraph_is_the_lead() -> None:
    assert _kinds("Rebels took the field. It fell.") == [K.LEAD]
    assert _kinds("") == []
