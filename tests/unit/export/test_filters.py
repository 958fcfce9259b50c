"""Filters take what they say and refuse what they cannot mean."""

import pytest

from tests.unit.export import sample
from tracker.errors import InputError
from tracker.export import FIELDS, entries, parse_filter


def _selected(*texts: str) -> list[str]:
    return list(sample.dossier(filter=parse_filter(*texts)).selected)


ALL = [sample.KILLED, sample.FLED, sample.DIED, sample.DENIED]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("", ALL),
        ("verdict=likely", [sample.KILLED, sample.DIED]),
        ("verdict!=likely", [sample.FLED, sample.DENIED]),
        ("verdict=likely|unverified", ALL),
        ("state=accepted", ALL[:3]),
        ("kind=outlet", [sample.DENIED]),
        ("source=residents", [sample.DIED]),
        ("source=src_residents", [sample.DIED]),
        ('source="مصدر لـ""العربي الجديد"""', [sample.KILLED, sample.FLED]),
        ("source~العربى", [sample.KILLED, sample.FLED]),
        ("outlet=al-araby", [sample.KILLED, sample.FLED]),
        ("article=art_2", [sample.DIED, sample.DENIED]),
        ("language=en", [sample.DIED, sample.DENIED]),
        ("date=2020-11-10", [sample.KILLED, sample.FLED]),
        ("date>2020-11-10", [sample.DIED, sample.DENIED]),
        ("date>=2020-11-10 , date<2020-11-12", [sample.KILLED, sample.FLED]),
        ("reviewer=rana", [sample.KILLED]),
        ("reviewer=huda", [sample.KILLED, sample.DIED]),
        ("reviewer!=rana", [sample.FLED, sample.DIED, sample.DENIED]),
        ("reliability=B", [sample.KILLED]),
        ("credibility=6", [sample.KILLED]),
        ("confidence=low", [sample.KILLED]),
        ("rating=B6", [sample.KILLED]),
        ("rating=f|A1", [sample.KILLED]),
        ("rating=6", [sample.KILLED]),
        ("rating=B1", []),
        ("rating!=B", [sample.FLED, sample.DIED, sample.DENIED]),
        ("reports>=2", [sample.KILLED, sample.DIED]),
        ("origins<=1", [sample.FLED, sample.DENIED]),
        ("outlets=2, language=ar", [sample.KILLED]),
        ("claim=clm_4denied", [sample.DENIED]),
    ],
)
def test_a_filter_takes_what_it_says(text: str, claims: list[str]) -> None:
    assert _selected(text) == claims


def test_several_filters_must_all_hold() -> None:
    assert _selected("verdict=likely", "language=ar") == [sample.KILLED]
    assert parse_filter(" verdict=likely ", "", "language=ar").text == "verdict=likely, language=ar"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("verdict", "“verdict” is no condition", "--where"),
        ("verdict=likely,,", "“,” is no condition", "--where"),
        ('source=مصدر لـ""', "is no condition", "--where"),
        ('source="open', "is no condition", "--where"),
        ("rating=B7", "does not fit the field “rating”", "a code such as B2"),
        ("verdct=likely", "no field “verdct”", "Use one of: verdict"),
        ("verdict=true", "“true” does not fit the field “verdict”", "verified, likely"),
        ("verdict>=likely", "“verdict” cannot be compared with >=", "!= ="),
        ("reliability>B", "cannot be compared with >", "="),
        ("source>x", "cannot be compared", "~"),
        ("date>=10/11/2020", "does not fit the field “date”", "2020-11-01"),
        ("origins=two", "does not fit", "a whole number"),
        ("source=", "compared with nothing", "a name"),
        ("source=a||b", "compared with nothing", "a name"),
        ("source~\u200f", "compared with nothing", "a name"),
    ],
)
def test_what_cannot_be_meant_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        parse_filter(text)
    assert hint in caught.value.hint


def test_every_field_can_be_read_from_every_claim() -> None:
    dossier = sample.dossier()
    for entry in entries(dossier):
        for known in FIELDS.values():
            assert isinstance(known.read(entry), tuple)
