"""Names sound alike in both scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.consonants import LEAST_CONSONANTS, consonants
from tracker.text.stems import folded_words


def sound(name: str) -> str:
    return consonants(folded_words(name)[0])


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("الميادين", "Mayadeen"), ("بنغازي", "Benghazi"), ("مصراتة", "Misrata"), ("ترامب", "Trump"),
     ("شكسبير", "Shakespeare"), ("واشنطن", "Washington"), ("تشيلسي", "Chelsea"),
     ("كسلا", "Kassala")],
)  # fmt: skip
def test_a_name_has_the_same_consonants_in_both_scripts(arabic: str, latin: str) -> None:
    assert sound(arabic.removeprefix("ال")) == sound(latin) != ""


def test_names_of_few_consonants_are_left_out() -> None:
    assert sound("هواوي") == sound("Huawei") == ""


@given(st.text(min_size=1))
def test_any_word_gives_a_few_letters_or_nothing(text: str) -> None:
    for word in folded_words(text):
        found = consonants(word)
        assert found == "" or len(found) >= LEAST_CONSONANTS
