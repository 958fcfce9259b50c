import copy
import inspect
import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest
from attrs import evolve, fields, has
from hypothesis import given

from tests.strategies import records
from tests.unit.store.samples import NOON, article, claim
from tracker.codec import ENUMS, from_document, place_of, to_document
from tracker.errors import InputError, RuleError
from tracker.model import Corroboration, Entity, Relation, Signal, Stance, kind_of
from tracker.model.change import KINDS
from tracker.model.entity import ClaimId, CorroborationId
from tracker.store.migrations import migrate
from tracker.store.notation import read_json, write_json
from tracker.store.protocol import INDEXES
from tracker.store.records import values_of, written


@given(records)
def test_every_record_survives_the_round_trip(entity: Entity) -> None:
    document = to_document(entity)
    assert from_document(kind_of(entity), document) == entity
    assert from_document(kind_of(entity), read_json(write_json(document))) == entity


@given(records)
def test_documents_name_every_field(entity: Entity) -> None:
    assert set(to_document(entity)) == {f.name for f in fields(type(entity))}


@given(records)
def test_indexed_values_are_the_same_in_document_and_record(entity: Entity) -> None:
    kind = kind_of(entity)
    for field in INDEXES[kind]:
        assert values_of(written(entity), field) == values_of(entity, field)


def _enums(kind: type, seen: set[type]) -> set[type]:
    if kind in seen:
        return set()
    seen.add(kind)
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return {kind}
    parts: tuple[type, ...] = get_args(kind)
    if has(kind):
        parts = tuple(get_type_hints(kind).values())
    return {enum for part in parts for enum in _enums(part, seen)}


def test_every_enumeration_of_the_model_is_registered() -> None:
    found = {enum for kind in KINDS.values() for enum in _enums(kind, set())}
    assert found <= set(ENUMS)
    assert Relation in found


Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda d: d["spans"][0].pop("end"), r"claims/clm_one: spans\[0\].end is missing."),
        (lambda d: d.update(spans="ab"), "spans is not a list"),
        (lambda d: d.update(spans=[[1, 2]]), r"spans\[0\] is not an object"),
        (lambda d: d.update(spans=[]), "cannot be used"),
        (lambda d: d.update(quote=5), "quote is not text"),
        (lambda d: d.update(version=True), "version is not a whole number"),
        (lambda d: d.update(version=1.0), "version is not a whole number"),
        (lambda d: d.update(version="1"), "version is not a whole number"),
        (lambda d: d.update(version=0), "must be >= 1"),
        (lambda d: d.update(state="acc"), "state is not one of proposed, accepted, rejected"),
        (lambda d: d.update(state=["accepted"]), "state is not one of"),
        (lambda d: d.update(colour=1), r"it has unknown fields \(colour\)"),
        (lambda d: d["attribution"].update(anaphoric=1), "anaphoric is not true or false"),
        (lambda d: d["attribution"].update(hedging=9), "must be in range"),
        (lambda d: d.update(attribution=None), "attribution is not an object"),
        (lambda d: d["spans"].append({"start": 1, "end": 2}), "breaks a rule: The spans"),
    ],
)
def test_misfits_are_told_by_their_place(spoil: Spoil, message: str) -> None:
    document = copy.deepcopy(to_document(claim()))
    spoil(document)
    with pytest.raises(InputError, match=message):
        from_document("claims", document)


@pytest.mark.parametrize("value", [None, [], "claim", 7])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="claims: it is not an object"):
        from_document("claims", value)


@pytest.mark.parametrize(
    "value", ["2020-11-10", "2020-11-10T12:00:00", "noon", 1605009600, None, ""]
)
def test_times_need_their_offset(value: object) -> None:
    document = to_document(article()) | {"added_at": value}
    with pytest.raises(InputError, match="articles/art_one: added_at is not a time"):
        from_document("articles", document)


def test_times_are_kept_in_utc() -> None:
    east = timezone(timedelta(hours=3))
    document = to_document(evolve(article(), added_at=NOON.astimezone(east)))
    assert document["added_at"] == "2020-11-10T12:00:00+00:00"


def test_days_are_days() -> None:
    with pytest.raises(InputError, match="published is not a day as 2020-11-10"):
        from_document("articles", to_document(article()) | {"published": "10/11/2020"})


def test_naive_times_are_not_written() -> None:
    with pytest.raises(RuleError, match="no zone"):
        to_document(evolve(article(), added_at=datetime(2020, 11, 10)))  # noqa: DTZ001  (the case)


def test_numbers_that_are_not_finite_are_not_written() -> None:
    signal = Signal(name="words", stance=Stance.NOTES, weight=float("nan"))
    bad = Corroboration(
        id=CorroborationId("cor_1"),
        claim_id=ClaimId("clm_a"),
        other_id=ClaimId("clm_b"),
        relation=Relation.RELATED,
        signals=(signal,),
        reviewer="Huda",
        decided_at=NOON,
    )
    with pytest.raises(RuleError, match="nan"):
        to_document(bad)
    document = to_document(evolve(bad, signals=()))
    assert from_document("corroborations", document | {"score": 1}) == evolve(
        bad, signals=(), score=1.0
    )
    with pytest.raises(InputError, match="score is not a number"):
        from_document("corroborations", document | {"score": "1"})


def test_half_characters_survive_unless_two_would_become_one() -> None:
    name = "report\udcff.txt"
    assert read_json(write_json({"origin": name})) == {"origin": name}
    with pytest.raises(RuleError, match="half characters"):
        write_json({"origin": "\ud83d\ude00"})


def test_json_takes_one_line() -> None:
    assert write_json({"a": "س\n\u2028"}) == '{"a":"س\\n\u2028"}'.encode()


def test_json_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="nested"):
        read_json(b"[" * 100_000)
    with pytest.raises(json.JSONDecodeError):
        read_json(b"[1")


def test_place_names_table_and_record() -> None:
    assert place_of(claim()) == "claims/clm_one"


def test_migrations_run_one_after_the_other() -> None:
    steps = {
        1: lambda kind, d: {**d, "kind": kind},
        2: lambda _, d: {k: v for k, v in d.items() if k != "old"},
    }
    found = migrate("claims", {"old": 1, "id": "x"}, 1, target=3, migrations=steps)
    assert found == {"id": "x", "kind": "claims"}
    assert migrate("claims", {"old": 1}, 2, target=2, migrations=steps) == {"old": 1}
