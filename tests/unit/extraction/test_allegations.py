"""Who makes a charge: the subject of the arrest, also where the charge goes on unnamed."""

import pytest

from tracker.extraction.claims import Level
from tracker.services.proposing import propose, repropose

PASSAGES = (
    (
        "joined by و without a name of its own",
        "قال مصدر محلي إن الشرطة داهمت منزلاً في المدينة، واعتقلت شخصين بتهمة تهريب السلاح "
        "وتمويل جماعة مسلحة.",
        ["الشرطة", "الشرطة"],
    ),
    (
        "added without a verb",
        "أوقفت السلطات موظفاً بتهمة تزوير وثائق، فضلاً عن اختلاس أموال عامة.",
        ["السلطات", "السلطات"],
    ),
    (
        "who says it is no accuser",
        "وقال المصدر إن ثلاثة شبان اعتقلوا بتهمة التجسس.",
        [""],
    ),
    (
        "a verb of its own ends the charge",
        "أوقفت السلطات موظفاً بتهمة تزوير وثائق، فيما نفى محاميه ذلك.",
        ["السلطات"],
    ),
    (
        "an arrest spoken of again",
        "أوقفت السلطات موظفاً بتهمة تزوير وثائق.\n\n"
        "وأضاف المصدر أن من أسباب الاعتقال اتهام الموظف بالاختلاس.",
        ["السلطات", "السلطات"],
    ),
    (
        "the latter is the name in the voice",
        'وقالت مصادر مقربة من "قسد" إن الأخيرة شنت حملات، واعتقلت شخصاً بتهمة التهريب.',
        ["قسد"],
    ),
)


@pytest.mark.parametrize(
    ("text", "accusers"), [p[1:] for p in PASSAGES], ids=[p[0] for p in PASSAGES]
)
def test_the_accuser_of_a_charge_is_who_made_the_arrest(text: str, accusers: list[str]) -> None:
    charges = [claim.allegation for claim in propose(text, language="ar").claims]
    assert [charge.accuser for charge in charges if charge] == accusers


def test_an_english_charge_that_goes_on_keeps_its_accuser_empty_where_nobody_is_named() -> None:
    text = "Two men were held on charges of smuggling, according to residents."
    charges = [claim.allegation for claim in propose(text, language="en").claims]
    assert [charge.accuser for charge in charges if charge] == [""]


def test_a_sentence_kept_whole_is_no_charge_by_telling_of_one() -> None:
    text = "أوقفت السلطات موظفاً بتهمة تزوير وثائق."
    (sentence,) = propose(text, language="ar").passages
    (whole,) = repropose(text, sentence, (), Level.SENTENCES, language="ar")
    assert whole.allegation is None
