"""The language of a text is told by its letters and words, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.resources import seeds_folder
from tracker.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('وقال مصدر لـ"العربي الجديد" إن القوات انسحبت من المنطقة', "ar"),
        ("داعش", "ar"),
        ("این گزارش را وزارت خارجه منتشر کرد و گفت که مذاکرات ادامه دارد", "fa"),
        ("وزیر اعظم نے کہا ہے کہ حکومت اس معاملے میں کوئی فیصلہ نہیں کرے گی", "ur"),
        ("The ministry said that it was aware of the reports from the north", "en"),
        ("Le ministère a déclaré que les forces se sont retirées de la ville", "fr"),
        ("Bakanlık bu olay için bir açıklama yaptı ve daha sonra geri çekildi", "tr"),
        ("המשרד אמר כי הכוחות נסוגו מן האזור", "he"),
        ("Министерство сообщило, что войска отошли", "ru"),
        ("", "und"),
        ("12345 --- 67", "und"),
        ("Zyxw qwrt plmk", "und"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_the_sample_article_is_arabic() -> None:
    for path in seeds_folder().glob("*.txt"):
        assert detect_language(path.read_text("utf-8")) == "ar"


def test_arabic_with_some_latin_names_stays_arabic() -> None:
    text = "قالت شركة Microsoft إن برنامج Windows لم يتأثر وفق ما نشرته وكالة Reuters"
    assert detect_language(text) == "ar"


@given(st.text())
def test_any_text_has_some_answer(text: str) -> None:
    assert detect_language(text)
