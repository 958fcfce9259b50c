"""Arabic and English words for numbers, in folded spelling."""

from tracker.text.folding import fold_text

_UNITS = {
    1: "واحد واحدة إحدى one",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي two",
    3: "ثلاثة ثلاث three",
    4: "أربعة أربع four",
    5: "خمسة خمس five",
    6: "ستة ست six",
    7: "سبعة سبع seven",
    8: "ثمانية ثماني ثمان eight",
    9: "تسعة تسع nine",
    10: "عشرة عشر ten",
    11: "eleven",
    12: "twelve dozen",
    13: "thirteen",
    14: "fourteen",
    15: "fifteen",
    16: "sixteen",
    17: "seventeen",
    18: "eighteen",
    19: "nineteen",
    20: "عشرون عشرين twenty",
    30: "ثلاثون ثلاثين thirty",
    40: "أربعون أربعين forty",
    50: "خمسون خمسين fifty",
    60: "ستون ستين sixty",
    70: "سبعون سبعين seventy",
    80: "ثمانون ثمانين eighty",
    90: "تسعون تسعين ninety",
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة",
    400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة",
    700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة",
    900: "تسعمئة تسعمائة",
}
_SCALES = {
    100: "مئة مائة hundred",
    1_000: "ألف آلاف ألفا thousand",
    1_000_000: "مليون ملايين مليونا million",
    1_000_000_000: "مليار مليارات مليارا بليون billion bn",
}
_DUALS = {
    2_000: "ألفان ألفين ألفي",
    2_000_000: "مليونان مليونين مليوني",
    2_000_000_000: "ملياران مليارين ملياري",
}
_PARTS = {0.5: "نصف half", 0.25: "ربع quarter"}
_ELEVEN_FIRST = "أحد إحدى"
#: Plurals that, standing alone, count nothing exactly: the least and most they mean.
_VAGUE = {
    (20, 200): "عشرات dozens",
    (200, 2_000): "مئات مئآت hundreds",
    (2_000, 200_000): "آلاف thousands",
    (2_000_000, 200_000_000): "ملايين millions",
}
_NEARLY = "نحو حوالي زهاء قرابة تقريبا يقارب تقارب about around nearly almost roughly approximately"
_COUNTED_PAIRS = """
    قتيل جندي شخص طفل طفلة جريح صاروخ مسيرة طائرة عام سنة يوم شهر أسبوع ساعة قذيفة سفينة عنصر مدني
    امرأة شرطي ضابط قيادي مسلح مهاجر متظاهر صحفي صحافي شاب فتاة مواطن مستودع انفجار غارة هجوم دولة
    مدينة قرية سيارة دبابة موقع مرة
"""


def _table(rows: dict[int, str] | dict[float, str]) -> dict[str, float]:
    return {fold_text(word): float(value) for value, row in rows.items() for word in row.split()}


def _dual(noun: str) -> tuple[str, str]:
    base = fold_text(noun)
    base = base[:-1] + "ت" if base.endswith("ه") else base
    return base + "ان", base + "ين"


#: Word → value below a thousand.
UNITS = _table(_UNITS)
#: Word → what it multiplies by.
SCALES = _table(_SCALES)
#: Dual of a scale → its value.
DUALS = _table(_DUALS)
#: Word → fraction of the scale beside it.
PARTS = _table(_PARTS)
#: Words that mean one only before ten.
ELEVEN_FIRST = frozenset(fold_text(_ELEVEN_FIRST).split())
#: Word → least and most that it means when nothing exact stands before it.
VAGUE = {fold_text(word): bounds for bounds, row in _VAGUE.items() for word in row.split()}
#: Words before a number that make it approximate.
NEARLY = frozenset(fold_text(_NEARLY).split())
#: Arabic duals of nouns that reports count.
PAIRS = frozenset(dual for noun in _COUNTED_PAIRS.split() for dual in _dual(noun))
