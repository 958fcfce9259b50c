"""Places, actors, numbers and dates of a claim, with their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputError
from tracker.model import Span
from tracker.text.details import DetailKind, find_details
from tracker.text.names import merge_names, name_table, read_names, shipped_names

HEADER = "key\tkind\twithin\tnames\n"


def found(text: str) -> list[tuple[str, str, str]]:
    """Return kind, value and words of what ``text`` names."""
    details = find_details(text, [Span(0, len(text))], shipped_names())
    return [(one.kind.value, one.value, one.span.slice(text)) for one in details]


@pytest.mark.parametrize(
    ("text", "kind", "value", "words"),
    [
        ("هاجم تنظيم داعش الموقع", "actor", "isis", "تنظيم داعش"),
        ("Daesh attacked", "actor", "isis", "Daesh"),
        ("في بادية الرصافة", "place", "resafa", "الرصافة"),
        ("near Resafa", "place", "resafa", "Resafa"),
        ("قيادي في الحرس الثوري", "actor", "irgc", "الحرس الثوري"),
        ("قصف بحلب", "place", "aleppo", "بحلب"),
        ("in Deir ez-Zor today", "place", "deir_ezzor", "Deir ez-Zor"),
        ("اعتقال ١٥ شخصاً", "number", "15", "١٥"),
        ("نحو 15 شخصاً", "number", "~15", "15"),
        ("at least 20 people", "number", "20..", "20"),
        ("between 15 and 20 people", "number", "15..20", "15 and 20"),
        ("في 10 تشرين الثاني 2020", "date", "2020-11-10", "10 تشرين الثاني 2020"),
        ("on Tuesday, 10 November", "date", "Tuesday --11-10", "Tuesday, 10 November"),
        ("since March 2011", "date", "2011-03", "March 2011"),
    ],
)
def test_what_a_claim_names_is_found_with_its_words(
    text: str, kind: str, value: str, words: str
) -> None:
    assert (kind, value, words) in found(text)


def test_the_numbers_of_a_date_are_no_quantities() -> None:
    assert [kind for kind, _, _ in found("on 10 November 2020")] == ["date"]


def test_spans_lie_in_the_article_and_parts_of_a_claim_stay_apart() -> None:
    text = "خرج 15 شخصا — ثم — من حلب"
    spans = (Span(4, 12), Span(text.index("من"), len(text)))
    details = find_details(text, spans, shipped_names())
    assert [one.span.slice(text) for one in details] == ["15", "حلب"]
    assert [one.kind for one in details] == [DetailKind.NUMBER, DetailKind.PLACE]


def test_an_ambiguous_name_counts_beside_a_place_noun_only() -> None:
    rows = read_names(HEADER + "sour\tplace\tLB\tصور?|Sour?\n", "own.tsv")
    table = name_table(rows)
    for text, count in (("صور للموقع", 0), ("في مدينة صور", 1), ("sour milk", 0), ("Sour city", 1)):
        assert len(find_details(text, [Span(0, len(text))], table)) == count


def test_a_newsrooms_name_replaces_the_one_with_its_key() -> None:
    own = read_names(HEADER + "aleppo\tplace\tSY\tالشهباء\n", "own.tsv")
    shipped = read_names(HEADER + "aleppo\tplace\tSY\tحلب\n", "names.tsv")
    table = name_table(merge_names(shipped, own))
    assert len(find_details("حلب الشهباء", [Span(0, 11)], table)) == 1


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("x\tplace\tSY", "line 2: 3 cells"),
        ("x\ttown\tSY\tحلب", "line 2: kind is 'town'"),
        ("x\tplace\tSY\t", "line 2: key or names is empty"),
    ],
)
def test_a_bad_name_is_named_by_line(row: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        read_names(f"{HEADER}{row}\n", "names.tsv")


@given(st.text(max_size=200))
def test_any_text_gives_details_inside_it(text: str) -> None:
    if text:
        for one in find_details(text, [Span(0, len(text))], shipped_names()):
            assert one.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("تسيطر المليشيات على ضفته اليمنى", []),
        ("أصيب في يده اليمنى", []),
        ("التقى الوفد اليمني في مسقط", ["YE"]),
        ("التقى الوفد اليمنى فى القاهرة", ["YE"]),
        ("قال في بيان إن الجهة اليمنى من الجسر انهارت", []),
    ],
)
def test_final_alef_and_ya_tell_names_apart_but_where_a_desk_writes_one_for_both(
    text: str, countries: list[str]
) -> None:
    assert [value for _, value, _ in found(text) if value == "YE"] == countries


def test_the_spelling_is_told_by_the_whole_article() -> None:
    text = "وصل الوفد اليمنى. واستقبله الوزير فى المطار."
    (one,) = find_details(text, [Span(0, 16)], shipped_names())
    assert one.value == "YE"
