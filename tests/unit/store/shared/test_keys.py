"""Any text can be looked up."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tracker.store.shared.keys import key_of, storable


def test_plain_texts_stand_for_themselves() -> None:
    assert key_of("مصادر مقربة") == "مصادر مقربة"


@given(one=texts | st.text(st.characters()), other=texts)
def test_different_texts_have_different_keys_that_fit(one: str, other: str) -> None:
    assert (key_of(one) == key_of(other)) == (one == other)
    assert storable(key_of(one))
    assert len(key_of(one)) <= 200


def test_long_and_hostile_texts_are_digested() -> None:
    for text in ("x" * 201, "a\0b", "\ud800", key_of("x" * 201)):
        assert key_of(text).startswith("sha256:")
        assert key_of(text) != text
