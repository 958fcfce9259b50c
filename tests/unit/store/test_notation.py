"""The JSON of the files: what any JSON program reads, and always read back as it was."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tracker.errors import RuleError
from tracker.store.notation import read_json, write_json

plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
)
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4)
)
halves = st.text(st.characters(categories=["Cs"]) | st.sampled_from("aق😀"), max_size=4)


@given(values)
def test_what_is_written_is_read_back_on_one_line_by_any_program(value: object) -> None:
    written = write_json(value)
    assert b"\n" not in written
    assert read_json(written) == json.loads(written) == value


@given(st.lists(halves))
def test_half_characters_are_kept_or_refused(value: list[str]) -> None:
    if value == json.loads(json.dumps(value)):
        assert read_json(write_json(value)) == value
    else:
        with pytest.raises(RuleError, match="half characters"):
            write_json(value)


def test_texts_are_written_as_they_are() -> None:
    assert write_json({"note": "قال\t«\u200f😀»"}) == '{"note":"قال\\t«\u200f😀»"}'.encode()


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**30])
def test_a_number_that_would_come_back_rounded_is_refused(number: int) -> None:
    with pytest.raises(RuleError, match="beyond 64 bits"):
        write_json({"version": number})


@pytest.mark.parametrize("data", [b"", b"{", b'"\xff"', b"[1,]", b"[" * 100_000, b"{}{}"])
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"char|byte|nested|utf-8"):
        read_json(data)
