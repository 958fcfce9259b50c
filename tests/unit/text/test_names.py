"""The names that ship: places of the Middle East and North Africa found, ordinary words not."""

from collections import defaultdict

import pytest

from tracker.resources import data_folder
from tracker.text.names import NAMES, PLACES, PLACES_HEAD, read_names, shipped_names, shipped_rows
from tracker.text.stems import words

HAND = read_names((data_folder() / NAMES).read_text("utf-8"), NAMES)
OTHER = read_names((data_folder() / PLACES).read_text("utf-8"), PLACES)


def keys(text: str) -> list[str]:
    return [found.value.key for found in shipped_names().find(words(text))]


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("الرصافة", "Resafa"),
        ("عين العرب", "Kobani"),
        ("البوكمال", "Abu Kamal"),
        ("تلبيسة", "Talbiseh"),
        ("أجدابيا", "Ajdabiya"),
        ("غدامس", "Ghadames"),
        ("تيسمسيلت", "Tissemsilt"),
        ("رأس العين", "Ras al-Ain"),
        ("شبين الكوم", "Shibin al Kawm"),
        ("الغردقة", "Hurghada"),
    ],
)
def test_both_spellings_of_a_place_have_one_key(arabic: str, english: str) -> None:
    assert keys(f"وصلت القافلة إلى {arabic}") == keys(f"The convoy reached {english}") != []


@pytest.mark.parametrize(
    "text",
    [
        "يشعر بخدر في يده وشوش الصوت",
        "في المنطقة حول المدينة الجديدة",
        "قرأ الباب الثاني من الكتاب وسكر الدفتر",
        "قال أبو محمد إن الأحمدي وعرفات وخالد حضروا",
        "Omer and Yasser Arafat met him, and the governor sat",
        "There is a sale of old vans, made of amber and silver",
    ],
)
def test_ordinary_words_and_persons_name_no_place(text: str) -> None:
    assert keys(text) == []


def test_an_ordinary_word_names_a_place_beside_a_place_noun() -> None:
    assert keys("في مدينة القصير") == ["qusayr"]
    assert keys("بناء قصير القامة") == []


def test_every_other_place_lies_in_a_country_that_is_named() -> None:
    countries = {row.name.key for row in HAND if row.name.kind == "country"}
    assert {row.name.within for row in OTHER} <= countries
    assert {row.name.kind for row in OTHER} == {"place"}


def test_a_key_stands_for_one_thing() -> None:
    known = defaultdict(set)
    for row in shipped_rows():
        known[row.name.key].add((row.name.kind, row.name.within))
    assert [key for key, meant in known.items() if len(meant) > 1] == []


def test_the_table_names_its_licence() -> None:
    content = (data_folder() / PLACES).read_text("utf-8")
    assert content.startswith(PLACES_HEAD)
    assert "CC BY 4.0" in PLACES_HEAD
