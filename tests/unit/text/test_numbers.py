"""Numbers are read alike however a text writes them."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("اعتقال 15 شخصاً", [15]),
        ("إصابة ١٢ شخصاً", [12]),
        ("۲۸۰۰ نفر", [2800]),
        ("إصابة اثني عشر شخصاً", [12]),
        ("خمسة عشر جندياً وخمس عشرة مدنية", [15, 15]),
        ("أحد عشر كوكباً", [11]),
        ("خمسة وعشرون قتيلاً", [25]),
        ("مئة وخمسة وعشرون", [125]),
        ("ثلاثمائة جندي", [300]),
        ("ثلاثة آلاف ومئتي نازح", [3200]),
        ("ألف ومئة", [1100]),
        ("3 آلاف و500 نازح", [3500]),
        ("مليون ونصف المليون نازح", [1_500_000]),
        ("نصف مليون لاجئ", [500_000]),
        ("1.5 مليون نازح", [1_500_000]),
        ("1٫5 مليون", [1_500_000]),
        ("٣٬٢٠٠ شخص", [3200]),
        ("half a million people", [500_000]),
        ("15 ألف دولار", [15_000]),
        ("ألفي جندي", [2000]),
        ("خمسة قتلى وعشرة جرحى", [5, 10]),
        ("بخمسة صواريخ", [5]),
        ("مقتل جنديين وإصابة ثلاثة", [2, 3]),
        ("سقوط قتيلان", [2]),
        ("twenty-five people and 1,200 homes", [25, 1200]),
        ("one hundred and five", [105]),
        ("two thousand three hundred", [2300]),
        ("Fifteen people", [15]),
        ("6.8 magnitude", [6.8]),
        ("a million and a half", [1_000_000]),
        ("1.234.567 items", [1_234_567]),
    ],
)
def test_digits_and_number_words_give_the_same_values(text: str, values: list[float]) -> None:
    assert [found.stated for found in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "كوفيد-19",
        "COVID-19 and an F-16 at G20",
        "يوم الاثنين",
        "في الساعة 10:30",
        "واحد منهم",
        "one of them",
        "أحد الجنود",
        "the 3rd time",
        "",
    ],
)
def test_names_times_and_single_ones_are_no_quantities(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("نحو 100 شخص", 90, 110),
        ("قرابة 100 شخص", 90, 110),
        ("about 100 people", 90, 110),
        ("at least 30 migrants", 30, inf),
        ("ما لا يقل عن ثلاثين مهاجراً", 30, inf),
        ("أكثر من 20", 20, inf),
        ("up to 40", 0, 40),
        ("15-20 شخصاً", 15, 20),
        ("بين 15 و20 شخصاً", 15, 20),
        ("between 15 and 20 people", 15, 20),
        ("من 15 إلى 20", 15, 20),
        ("عشرات القتلى", 20, 200),
        ("dozens of people", 20, 200),
    ],
)
def test_ranges_and_approximations_have_bounds(text: str, low: float, high: float) -> None:
    (found,) = find_numbers(text)
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["40 percent", "40%", "٤٠٪", "40 في المئة", "أربعين بالمئة"])
def test_percent_is_a_unit_of_its_own(text: str) -> None:
    (found,) = find_numbers(text)
    assert (found.stated, found.unit) == (40, "%")
    assert not found.agrees(find_numbers("40 شخصاً")[0])


def test_the_span_is_the_words_as_written() -> None:
    text = "قتل «خَمْسَةَ عَشَرَ» جندياً"
    (found,) = find_numbers(text)
    assert text[found.span.start : found.span.end].startswith("خَمْسَةَ عَشَ")


@pytest.mark.parametrize(
    ("ours", "theirs", "agree"),
    [
        ("15 شخصاً", "خمسة عشر شخصاً", True),
        ("15 شخصاً", "20 شخصاً", False),
        ("نحو 15", "16", True),
        ("أكثر من 10", "15", True),
        ("عشرات", "15", False),
        ("at least 30", "thirty", True),
    ],
)
def test_quantities_agree_when_they_can_mean_the_same(ours: str, theirs: str, agree: bool) -> None:
    (one,), (other,) = find_numbers(ours), find_numbers(theirs)
    assert one.agrees(other) is other.agrees(one) is agree


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_spans_are_in_order(text: str) -> None:
    spans = [found.span for found in find_numbers(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


@given(st.integers(2, 10**9))
def test_digits_of_every_script_are_read(number: int) -> None:
    latin = str(number)
    arabic = latin.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for digits in (latin, arabic):
        (found,) = find_numbers(f"قتل {digits} هناك")
        assert found.stated == number
