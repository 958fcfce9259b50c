"""Every rating has words in both languages, and the codes cannot be edited away."""

from pathlib import Path

import pytest

from tracker.errors import InputError
from tracker.model import Confidence, Credibility, Reliability, Verdict
from tracker.resources import data_folder
from tracker.scales import load_scales, read_scales, scales_from_document, scales_to_document

SHIPPED = data_folder() / "rating_scales.toml"


@pytest.mark.parametrize("rating", [*Reliability, *Credibility, *Confidence, *Verdict])
def test_every_rating_has_words_in_both_languages(
    rating: Reliability | Credibility | Confidence | Verdict,
) -> None:
    grade = load_scales().grade(rating)
    assert grade.code == rating.value
    assert grade.en.isascii()
    assert not grade.ar.isascii()
    assert grade.in_language("ar-SY") == grade.ar
    assert grade.in_language("en") == grade.in_language("arn") == grade.en


def test_the_taxonomy_s_spelling_is_kept() -> None:
    assert load_scales().grade(Credibility.DOUBTFUL).en == "Doubtful"
    assert load_scales().grade(Reliability.F).en == "Reliability cannot be judged"


def test_scales_survive_being_a_document() -> None:
    scales = load_scales()
    assert scales_from_document(scales_to_document(scales), "here") == scales


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('code = "F"', 'code = "G"', "the codes of reliability must be A, B, C, D, E, F"),
        ('code = "F"', "code = 6", "malformed: .*grades"),
        ("[verdict]", "[verdicts]", "malformed"),
        ('en = "Low", ', "", "malformed"),
        ("[verdict]", "[verdict", "cannot be read"),
    ],
)
def test_a_table_that_was_broken_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "rating_scales.toml"
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_scales(path)
    assert str(path) in caught.value.message


def test_labels_may_be_reworded(tmp_path: Path) -> None:
    path = tmp_path / "rating_scales.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace("Usually reliable", "Mostly"))
    assert read_scales(path).grade(Reliability.B).en == "Mostly"


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_scales(tmp_path / "gone.toml")
