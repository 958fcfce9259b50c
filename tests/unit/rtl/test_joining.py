"""Letters take the forms of their places; marks stay on them."""

import pytest

from tracker.rtl import one_line, visual


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('قالت "قسد" (HRW).', '.(HRW) "\ufeaa\ufeb4\ufed7" \ufe96\ufedf\ufe8e\ufed7'),
        ("لا", "\ufefb"),
        ("بلا", "\ufefc\ufe91"),
        ("لأ لإ لآ", "\ufef5 \ufef9 \ufef7"),
        ("كَتَبَ", "\ufe90\u064e\ufe98\u064e\ufedb\u064e"),
        ("لَاً", "\ufefb\u064e\u064b"),
        ("بـب", "\ufe90\u0640\ufe91"),
        ("می‌خواهم", "\ufee2\ufeeb\ufe8d\ufeee\ufea7\ufbfd\ufee3"),
        ("ه‍", "\ufeeb"),
        ("ل‌ا", "\ufe8d\ufedd"),
        ("یی", "\ufbfd\ufbfe"),
        ("نە", "\ufeea\ufee7"),
        ("ښب", "\ufe8f\u069a"),
    ],
    ids=["mixed", "lam-alef", "joined lam-alef", "other alefs", "marks", "marks in lam-alef",
         "tatweel", "non-joiner", "joiner", "non-joiner in lam-alef", "Farsi yeh", "Kurdish ae",
         "letter without forms"],
)  # fmt: skip
def test_letters_are_joined_and_marks_kept(written: str, seen: str) -> None:
    assert visual(written) == seen


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("پچگ", "\ufb93\ufb7d\ufb58"),  # Persian
        ("ٹڈڑے", "\ufbae\ufb8c\ufb89\ufb68"),  # Urdu
        ("ۆێ", "\u06ce\ufbd9"),  # Kurdish: the second has no forms and stays as it is
        ("کوردی", "\ufbfc\ufea9\ufead\ufeee\ufb90"),
    ],
)
def test_letters_of_other_languages_join_where_forms_exist_and_stay_legible(
    word: str, seen: str
) -> None:
    assert one_line(word).text == seen
