"""Documents held against field lists: what is missing, unknown or wrong is named."""

import pytest

from tracker.errors import RuleError
from tracker.export.required import (
    DAY,
    FLAG,
    TEXT,
    Each,
    Either,
    Shape,
    exactly,
    number,
)

INNER = Shape("part", {"type": exactly("part"), "day": DAY})
OTHER = Shape("other", {"type": exactly("other")})
WHOLE = Shape(
    "whole",
    {"name": TEXT, "parts": Each(Either("type", {"part": INNER, "other": OTHER}))},
    {"size": number(1, 9), "open": FLAG, "inner": INNER},
    one_of=("size", "open"),
)
RIGHT = {"name": "a", "parts": [{"type": "part", "day": "2020-11-10"}], "open": True}


def test_a_document_that_fits_is_handed_back() -> None:
    assert WHOLE.check(RIGHT, "claims/1") is RIGHT


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": ""}, "“name” of whole: must be text that is not empty"),
        ({"name": None}, "“name” of whole"),
        ({"size": 0}, "must be a whole number from 1 to 9"),
        ({"size": True}, "must be a whole number from 1 to 9"),
        ({"parts": []}, "must be a list of 1 or more"),
        ({"parts": "x"}, "must be a list of 1 or more"),
        ({"parts": [{"type": "part"}]}, "part lacks “day”"),
        ({"parts": [{"type": "part", "day": "soon"}]}, "“day” of part: must be a day"),
        ({"parts": [{"type": "third"}]}, "no object of a kind that fits"),
        ({"parts": [None]}, "no object of a kind that fits"),
        ({"inner": 3}, "part must be an object"),
        ({"extra": 1}, "whole has no field “extra”"),
        ({"open": "yes"}, "“open” of whole: must be true or false"),
    ],
)
def test_what_does_not_fit_is_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(RuleError, match="claims/1 cannot be written") as caught:
        WHOLE.check({**RIGHT, **change}, "claims/1")
    assert message in caught.value.message
    assert caught.value.hint


def test_what_is_missing_is_named() -> None:
    with pytest.raises(RuleError, match="whole lacks “parts”"):
        WHOLE.check({"name": "a", "open": True}, "claims/1")
    with pytest.raises(RuleError, match="whole lacks one of size, open"):
        WHOLE.check({key: value for key, value in RIGHT.items() if key != "open"}, "claims/1")
