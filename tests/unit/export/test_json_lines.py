"""What JSON Lines holds can be read back, and whatever is wrong with a line is named."""

import json
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.export import sample
from tests.unit.export.databases import databases
from tracker.errors import InputError
from tracker.export import EXPORTERS, Dossier, Records, parse_filter, read_jsonl

Line = dict[str, object]


def _lines(dossier: Dossier) -> list[bytes]:
    return b"".join(EXPORTERS["jsonl"].write(dossier)).splitlines(keepends=True)


@given(databases(), st.booleans())
def test_what_was_read_back_is_written_the_same(records: Records, confidential: bool) -> None:
    dossier = sample.dossier(records, include_confidential=confidential)
    lines = _lines(dossier)
    again = read_jsonl(lines)
    assert again == dossier
    assert _lines(again) == lines
    assert _lines(sample.dossier(again.records, include_confidential=confidential)) == lines


@given(databases(), st.sampled_from(["state=accepted", "verdict!=refuted", "origins>1"]))
def test_a_selection_refers_to_nothing_outside(records: Records, text: str) -> None:
    lines = _lines(sample.dossier(records, parse_filter(text)))
    assert _lines(read_jsonl(lines)) == lines


@given(databases())
def test_the_order_of_records_does_not_matter(records: Records) -> None:
    mirrored = Records.of(reversed(list(records)))
    for exporter in EXPORTERS.values():
        one = b"".join(exporter.write(sample.dossier(records)))
        assert b"".join(exporter.write(sample.dossier(mirrored))) == one


def test_every_line_is_one_object_and_nothing_in_it_acts_on_a_screen() -> None:
    hostile = "\x1b[2J\x9b31m\u202e\u2066\u2028\x7f=1+1"
    source = sample.records().sources[0]
    records = evolve(
        sample.records(), sources=(*sample.records().sources[1:], evolve(source, gloss=hostile))
    )
    lines = _lines(sample.dossier(records))
    text = b"".join(lines).decode()
    assert not set(hostile) & set(text) - set("[2J31m=+")
    assert all(line.endswith(b"}\n") for line in lines)
    assert hostile in {s.gloss for s in read_jsonl(lines).records.sources}


def test_the_head_says_what_the_file_is() -> None:
    dossier = sample.dossier(filter=parse_filter("claim=clm_2fled"))
    head = json.loads(_lines(dossier)[0])
    assert head["schema_version"] == 1
    assert head["tool"] == "tracker 0.1.0"
    assert head["filter"] == "claim=clm_2fled"
    assert head["as_of"] == "2026-01-10T08:30:00+00:00"
    assert head["scales"]["reliability"]["grades"][5]["code"] == "F"
    assert head["counts"]["claims"] == 1
    assert json.loads(_lines(sample.dossier())[0])["selected"] is None


def test_a_selection_brings_what_was_joined_to_it() -> None:
    dossier = sample.dossier(filter=parse_filter("claim=clm_1killed"))
    assert dossier.selected == (sample.KILLED,)
    assert [claim.id for claim in dossier.records.claims] == [sample.KILLED, sample.DIED]
    assert read_jsonl(_lines(dossier)).selected == (sample.KILLED,)


def _change(kind: str, change: Callable[[Line], None]) -> list[bytes]:
    """Return the desk's lines with the first line of ``kind`` changed."""
    lines = [json.loads(line) for line in _lines(sample.dossier())]
    change(next(line for line in lines if line["kind"] == kind))
    return [json.dumps(line).encode() for line in lines]


def _set(*path: str, value: object) -> Callable[[Line], None]:
    def change(line: Line) -> None:
        inner = line
        for name in path[:-1]:
            found = inner[name]
            assert isinstance(found, dict)
            inner = found
        inner[path[-1]] = value

    return change


HEADER = "tracker-export"


@pytest.mark.parametrize(
    ("kind", "change", "message"),
    [
        (HEADER, _set("schema_version", value=2), "Line 1: its layout 2 is not 1"),
        (HEADER, _set("kind", value="x"), "Line 1: it is not the first line of an export"),
        (HEADER, _set("as_of", value="2026-01-10"), "as_of must be null or a time"),
        (HEADER, _set("as_of", value="soon"), "as_of must be null or a time"),
        (HEADER, _set("tool", value=3), "Line 1: tool must be text"),
        (HEADER, _set("selected", value=[1]), "Line 1: selected must be"),
        (HEADER, _set("selected", value=["clm_x"]), "Line 1: The export selects a claim"),
        (HEADER, _set("confidential", value=None), "Line 1: confidential must be"),
        (HEADER, _set("counts", "claims", value=9), "holds 4 claims, but its first line counts 9"),
        (HEADER, _set("scales", "verdict", value=[]), "Line 1: the rating scales are malformed"),
        ("articles", _set("kind", value="x"), "Line 2: it must hold a record of a kind among"),
        ("articles", _set("record", "text", value="x"), "Line 2: .*does not have the hash"),
        ("articles", _set("record", "outlet_id", value="y"), "Line 2: .*names sources/y"),
        ("articles", _set("record", "extra", value=1), "Line 2: .*extra"),
        ("sources", _set("record", "confidential", value="x"), "Line 1: Notes taken in confidence"),
        ("sources", _set("record", "version", value="1"), "Line 4: .*version"),
        ("claims", _set("record", "quote", value="x"), "Line 9: .*quotes words that its article"),
        ("claims", _set("record", "id", value="clm_2fled"), "Line 10: .*stands on line 9 already"),
        ("corroborations", _set("record", "score", value=2), "Line 13: .*score|Line 13: "),
        ("assertions", _set("record", "claim_ids", value=["q"]), "Line 15: .*names claims/q"),
        ("assessments", _set("record", "reliability", value="G"), "Line 16: .*reliability"),
    ],
)
def test_a_changed_line_is_named(kind: str, change: Callable[[Line], None], message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_jsonl(_change(kind, change))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "it is not JSON"),
        (b"\xff", "it is not UTF-8"),
        (b"[]", "it is not a JSON object"),
        (b'{"kind": NaN}', "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"kind": ' + b"9" * 5000 + b"}", "it is not JSON"),
        (b"", "it is not JSON"),
    ],
)
def test_a_line_that_is_no_record_is_named(line: bytes, message: str) -> None:
    lines = _lines(sample.dossier())
    with pytest.raises(InputError, match=f"Line 3: {message}"):
        read_jsonl([*lines[:2], line, *lines[2:]])
    with pytest.raises(InputError, match=f"Line 1: {message}"):
        read_jsonl([line])


def test_a_file_that_was_cut_short_is_refused() -> None:
    with pytest.raises(InputError, match="holds 1 assessments, but its first line counts 2"):
        read_jsonl(_lines(sample.dossier())[:-1])
    with pytest.raises(InputError, match="Line 1"):
        read_jsonl([])


_changes = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 64), st.binary(max_size=32)),
    min_size=1,
    max_size=8,
)


@given(_changes)
def test_bytes_changed_anywhere_give_records_or_a_sentence(
    changes: list[tuple[float, int, bytes]],
) -> None:
    data = b"".join(EXPORTERS["jsonl"].write(sample.dossier()))
    for share, gone, come in changes:
        at = int(share * len(data))
        data = data[:at] + come + data[at + gone :]
    try:
        read_jsonl(data.splitlines(keepends=True))
    except InputError as error:
        message = error.message
    else:
        message = "read."
    assert message.endswith(".")
