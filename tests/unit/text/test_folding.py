"""Folding makes spellings equal and always finds its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.folding import fold, fold_text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("مُدَرِّسَة", "مدرسه"),
        ("كتــاب", "كتاب"),
        ("إسلام أمة آخر ٱلله", "اسلام امه اخر الله"),
        ("٢٠٢٠ ۲۰۲۰", "2020 2020"),
        ("Élan ＡＢＣ", "elan abc"),
        ("قال\u00a0«داعش»\u200f", "قال «داعش»"),
    ],
)
def test_spelling_variants_fold_to_one_form(written: str, folded: str) -> None:
    assert fold_text(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert folded.text == fold_text(text)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    for index, offset in enumerate(folded.offsets):
        assert folded.original(index, index + 1) == (offset, offset + 1)
        assert folded.text[index] in fold_text(text[offset])
