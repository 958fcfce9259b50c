"""Signals tell a reviewer what a score cannot."""

from datetime import date

import pytest

from tracker.matching import SIGNALS, MatchText, compare
from tracker.model import Candidate, Relation, Signal, Stance

DISPATCH = "قالت وكالة الأنباء السعودية إن الملك غادر المستشفى بعد إجراء فحوصات روتينية"


def seen(ours: MatchText, theirs: MatchText) -> dict[str, Signal]:
    return {signal.name: signal for signal in compare(ours, theirs).signals}


def pair(ours: str, theirs: str) -> Candidate:
    return compare(MatchText(id="a", text=ours), MatchText(id="b", text=theirs))


def test_every_signal_has_a_description_of_its_own() -> None:
    assert len(set(SIGNALS.values())) == len(SIGNALS)
    assert all(text.endswith(".") for text in SIGNALS.values())


def test_shared_words_are_shown_as_each_text_has_them() -> None:
    words = seen(
        MatchText(id="a", text="السلطات المغربية تغلق المعبر"),
        MatchText(id="b", text="أغلقت سلطات مغربيّة معبراً"),
    )["words"]
    assert words.ours == "السلطات · المغربية · المعبر"
    assert words.theirs == "سلطات · مغربيّة · معبراً"


def test_a_reprint_is_suggested_as_the_same_origin_never_as_corroboration() -> None:
    found = pair(DISPATCH, f"(رويترز) - {DISPATCH}")
    assert found.suggestion is Relation.SAME_ORIGIN
    assert found.signals[0].name == "reprint"


def test_same_outlet_and_voice_are_warned_of() -> None:
    ours = MatchText(id="a", text=DISPATCH, outlet_id="src_o", source_id="src_v")
    names = seen(ours, MatchText(id="b", text="شيء آخر", outlet_id="src_o", source_id="src_v"))
    assert {"outlet", "source"} <= set(names)
    assert names["outlet"].stance is Stance.WARNS


@pytest.mark.parametrize(("day", "apart"), [(13, False), (14, True)])
def test_days_apart_are_warned_of_beyond_three(day: int, apart: bool) -> None:
    ours = MatchText(id="a", text=DISPATCH, published=date(2020, 11, 10))
    theirs = MatchText(id="b", text=DISPATCH, published=date(2020, 11, day))
    assert ("date" in seen(ours, theirs)) is apart
