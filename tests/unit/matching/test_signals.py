"""Signals tell a reviewer what a score cannot."""

from datetime import date

import pytest

from tests.cases import matching_traps
from tracker.matching import SIGNALS, MatchText, compare
from tracker.model import Candidate, Relation, Signal, Stance

DISPATCH = "قالت وكالة الأنباء السعودية إن الملك غادر المستشفى بعد إجراء فحوصات روتينية"


def seen(ours: MatchText, theirs: MatchText) -> dict[str, Signal]:
    return {signal.name: signal for signal in compare(ours, theirs).signals}


def pair(ours: str, theirs: str) -> Candidate:
    return compare(MatchText(id="a", text=ours), MatchText(id="b", text=theirs))


def told(ours: str, theirs: str) -> dict[str, Signal]:
    return {signal.name: signal for signal in pair(ours, theirs).signals}


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


@pytest.mark.parametrize(
    ("ours", "theirs", "name", "words"),
    [
        ("اعتقال 15 شخصاً", "اعتقال 20 شخصاً", "number", ("15", "20")),
        ("سقط ثلاثة جنود وجرح 5", "سقط 8 جنود وجرح خمسة", "number", ("ثلاثة", "8")),
        ("الوزارة تؤكد تسجيل إصابة", "الوزارة تنفي تسجيل إصابة", "denial", ("", "تنفي")),
        ("The dam will open", "The dam will not open", "denial", ("", "not")),
        ("افتتاح المعبر", "إغلاق المعبر", "opposite", ("افتتاح", "إغلاق")),
        ("انفجار في الموصل", "انفجار بكركوك", "place", ("الموصل", "بكركوك")),
        ("السوريون في بيروت", "مواطن عراقي هناك", "place", ("السوريون · بيروت", "عراقي")),
        ("يبدأ الثلاثاء", "يبدأ السبت", "day", ("الثلاثاء", "السبت")),
        ("في 3 آذار 2021", "في 9 نيسان 2021", "day", ("3 · آذار", "9 · نيسان")),
        ("هجوم لداعش هناك", "هجوم لقوات حزب الله هناك", "actor", ("لداعش", "حزب الله")),
        (
            "A soldier shot a man",
            "A man shot a soldier",
            "roles",
            ("soldier · man", "man · soldier"),
        ),
    ],
)
def test_a_clash_names_the_words_of_both_sides(
    ours: str, theirs: str, name: str, words: tuple[str, str]
) -> None:
    warnings = [signal for signal in pair(ours, theirs).signals if signal.stance is Stance.WARNS]
    assert [(s.ours, s.theirs) for s in warnings if s.name == name] == [words]


@pytest.mark.parametrize(
    ("ours", "theirs", "name"),
    [
        ("إصابة ١٢ شخصاً", "إصابة اثني عشر شخصاً", "number"),
        ("نحو 100 قتيل", "سقط 105 قتلى", "number"),
        ("10 تشرين الثاني 2020", "10 نوفمبر 2020", "day"),
        ("انفجار في الموصل", "انفجار في Mosul", "place"),
        ("هجوم تنظيم الدولة", "هجوم لداعش", "actor"),
    ],
)
def test_other_forms_of_the_same_support(ours: str, theirs: str, name: str) -> None:
    found = seen(MatchText(id="a", text=ours), MatchText(id="b", text=theirs))
    assert found[name].stance is Stance.SUPPORTS


@pytest.mark.parametrize(
    ("ours", "theirs", "name"),
    [
        ("قتل 5 في القصف", "قتل 5 وجرح 30 في القصف", "number"),
        ("لا يزال القصف مستمراً", "القصف مستمر", "denial"),
        ("الوزارة تنفي الانفجار", "لم يقع انفجار بحسب الوزارة", "denial"),
        ("انفجار في الموصل", "انفجار شمالي العراق", "place"),
        ("يبدأ الثلاثاء", "يبدأ في آذار", "day"),
        ("روسيا تقصف إدلب", "تقصف روسيا إدلب", "roles"),
        ("The rebels attacked the convoy", "The convoy was attacked by the rebels", "roles"),
        ("مصر والأردن وقطر توقع", "قطر والأردن ومصر توقع", "roles"),
    ],
)
def test_what_differs_without_clashing_is_no_warning(ours: str, theirs: str, name: str) -> None:
    signals = pair(ours, theirs).signals
    assert not [s for s in signals if s.name == name and s.stance is Stance.WARNS]


def test_a_clash_outweighs_nearly_equal_wording() -> None:
    assert pair(f"{DISPATCH} في 3 أيام", f"{DISPATCH} في 9 أيام").suggestion is Relation.CONTRADICTS


def test_doubt_and_charge_on_one_side_are_noted() -> None:
    ours = MatchText(id="a", text=DISPATCH, hedging=3, allegation=True)
    found = seen(ours, MatchText(id="b", text=DISPATCH))
    assert found["hedging"].stance is found["allegation"].stance is Stance.NOTES


def test_every_signal_that_is_given_is_in_the_table() -> None:
    given = {
        signal.name for trap in matching_traps() for signal in pair(trap.ours, trap.theirs).signals
    }
    assert given <= set(SIGNALS)
    assert len(given) > 8


@pytest.mark.parametrize(
    ("name", "least"), [("matching_traps.toml", 80), ("further_traps.toml", 50)]
)
def test_nineteen_of_twenty_traps_get_the_right_suggestion(name: str, least: int) -> None:
    traps = matching_traps(name)
    wrong = [t for t in traps if pair(t.ours, t.theirs).suggestion is not t.suggestion]
    assert len(traps) >= least
    assert len(wrong) <= len(traps) * 0.05, wrong


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("مقتل 5 وإصابة 10 في هجوم على سوق", "مقتل 10 وإصابة 5 في هجوم على سوق"),
        ("5 killed and 10 injured in an attack", "10 killed and 5 injured in an attack"),
        ("A $3 million grant for the hospital", "A €3 million grant for the hospital"),
    ],
)
def test_numbers_are_compared_by_what_they_count(ours: str, theirs: str) -> None:
    assert told(ours, theirs)["number"].stance is Stance.WARNS


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The blast killed 5 and wounded 10 in Kabul", "5 killed, 10 wounded in Kabul blast"),
        ("مقتل 5 وإصابة 10 في كابول", "5 dead and 10 injured in Kabul"),
        ("منحة قدرها 3 ملايين دولار للمستشفى", "منحة قدرها $3 مليون للمستشفى"),
    ],
)
def test_numbers_agree_wherever_the_word_for_what_they_count_stands(ours: str, theirs: str) -> None:
    assert told(ours, theirs)["number"].stance is Stance.SUPPORTS


def test_the_dead_of_one_text_and_the_injured_of_another_do_not_clash() -> None:
    found = told("15 people were killed in Kabul", "30 were injured in Kabul")
    assert "number" not in found


def test_texts_that_differ_in_nothing_but_an_unknown_place_clash_on_it() -> None:
    found = told("العثور على مقبرة في رأس الغول", "العثور على مقبرة في تل شهاب")
    assert found["place"].stance is Stance.WARNS
    assert found["place"].ours == "رأس الغول"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The report was issued in May", "The report was issued in June"),
        ("صدر التقرير في البيان", "صدر التقرير في الكتاب"),
        ("A dispute in general over water", "A dispute in detail over water"),
    ],
)
def test_what_is_written_unlike_a_name_is_no_unknown_place(ours: str, theirs: str) -> None:
    assert "place" not in told(ours, theirs)


def test_other_figures_or_a_few_words_make_no_reprint() -> None:
    dispatch = "workers lost their jobs at the textile mill in the north of the country"
    assert "reprint" not in told(f"Nearly 5,000 {dispatch}", f"4,900 {dispatch}")
    assert "reprint" not in told("غادر القائد مدينة مصراتة", "ربما غادر القائد مدينة مصراتة")
