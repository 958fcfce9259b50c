"""JSON that acts on no screen and in no script, and is the same for the same values."""

import json

import pytest

from tracker.export.json_text import indented, listed, to_json
from tracker.export.plain import harmless

#: What reorders, breaks or steers: C1 controls, separators, embeddings and isolates, surrogates.
_ACTING = (
    *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF,
    0xD800, 0xDFFF,
)  # fmt: skip


@pytest.mark.parametrize("code", _ACTING)
def test_what_acts_is_written_as_its_code_and_reads_back(code: int) -> None:
    text = f"خبر{chr(code)}."
    assert to_json(text) == f'"خبر\\u{code:04x}."'.encode()
    assert json.loads(to_json(text)) == text
    if code != 0xFEFF:
        assert chr(code) not in harmless(text)


def test_text_of_every_script_is_written_as_it_is() -> None:
    text = "قتل ١٥ شخصاً 😀 – “so”"
    assert to_json(text) == f'"{text}"'.encode()


def test_a_list_is_one_object_of_a_line_an_item_and_reads_well_when_indented() -> None:
    pieces = list(listed({"a": 1}, "items", [{"b": [1]}, {"b": []}]))
    assert b"".join(pieces).splitlines()[3:5] == [b'{"b":[1]},', b'{"b":[]}']
    assert json.loads(b"".join(pieces)) == {"a": 1, "items": [{"b": [1]}, {"b": []}]}
    assert b"".join(indented(pieces)).count(b"\n") > b"".join(pieces).count(b"\n")
