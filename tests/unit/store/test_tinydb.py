"""What TinyDB does with its own storage, our classes do, too: the same calls, side by side."""

from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import delete
from tinydb.operations import set as set_field
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from tests.unit.store.samples import claim
from tracker.codec import to_document
from tracker.store.database import RecordDB
from tracker.store.embedded import EmbeddedStore

NAMES = ("clm_a", "clm_b", "clm_c")


class TextTable(Table):
    document_id_class = str  # type: ignore[assignment]  # documented as replaceable


class TextDB(TinyDB):
    table_class = TextTable
    default_table_name = "claims"


def row(name: str, **fields: object) -> Document:
    return Document({**to_document(claim(name)), **fields}, name)  # type: ignore[arg-type]  # our keys


def annotate(document: MutableMapping[Any, Any]) -> None:
    document["note"] = f"seen {document['id']}"


@pytest.fixture
def pair(path: Path) -> Iterator[tuple[TinyDB, RecordDB]]:
    """TinyDB in memory, and ours, with the same three claims."""
    store = EmbeddedStore(path)
    plain, ours = TextDB(storage=MemoryStorage), store.database
    for database in (plain, ours):
        database.table("claims").insert_multiple(row(name) for name in NAMES)
    yield plain, ours
    assert store.check() == ()
    store.close()


def outcome(call: Callable[[Any], object], database: TinyDB) -> tuple[object, object]:
    """Return what a call returns or raises, and the claims afterwards but for their versions."""
    try:
        answer = call(database)
    except Exception as error:  # noqa: BLE001  (compared)
        answer = type(error)
    if isinstance(answer, set | list):
        answer = sorted(map(str, answer))
    claims = database.table("claims").all()
    return str(answer), [{k: v for k, v in c.items() if k != "version"} for c in claims]


A = where("id") == "clm_a"
NONE = where("id") == "clm_x"
# Typed loosely: TinyDB declares keys as numbers.
CALLS: dict[str, Callable[[Any], object]] = {
    "all": lambda db: db.table("claims").all(),
    "length": lambda db: len(db.table("claims")),
    "length of the database": len,
    "iteration": lambda db: [d["id"] for d in db.table("claims")],
    "iteration over the database": lambda db: [d["id"] for d in db],
    "keys of documents": lambda db: [d.doc_id for d in db.table("claims")],
    "default table": lambda db: db.count(where("id").exists()),
    "tables": lambda db: db.tables(),
    "search": lambda db: db.table("claims").search(~A & where("state").one_of(["proposed"])),
    "search deep": lambda db: db.table("claims").search(Query().attribution.source_id == "src_a"),
    "search in lists": lambda db: db.table("claims").search(Query().spans.any(Query().start == 10)),
    "search by fragment": lambda db: db.table("claims").search(Query().fragment({"id": "clm_b"})),
    "search by test": lambda db: db.table("claims").search(
        Query().id.test(lambda value: value > "clm_a")
    ),
    "search twice": lambda db: [db.table("claims").search(A) for _ in range(2)],
    "get": lambda db: db.table("claims").get(A),
    "get none": lambda db: db.table("claims").get(NONE),
    "get by key": lambda db: db.table("claims").get(doc_id="clm_b"),
    "get by keys": lambda db: db.table("claims").get(doc_ids=["clm_c", "clm_a"]),
    "get by no key": lambda db: db.table("claims").get(doc_id="clm_x"),
    "get without anything": lambda db: db.table("claims").get(),
    "contains": lambda db: [db.table("claims").contains(c) for c in (A, NONE)],
    "contains by key": lambda db: db.table("claims").contains(doc_id="clm_a"),
    "contains without anything": lambda db: db.table("claims").contains(),
    "count": lambda db: db.table("claims").count(~A),
    "insert": lambda db: db.table("claims").insert(row("clm_d")),
    "insert what is there": lambda db: db.table("claims").insert(row("clm_a")),
    "insert several": lambda db: db.table("claims").insert_multiple([row("clm_e"), row("clm_d")]),
    "insert several, one there": lambda db: db.table("claims").insert_multiple(
        [row("clm_e"), row("clm_a")]
    ),
    "insert no mapping": lambda db: db.table("claims").insert([1]),
    "update all": lambda db: db.table("claims").update({"note": "n"}),
    "update some": lambda db: db.table("claims").update({"note": "n"}, ~A),
    "update by keys": lambda db: db.table("claims").update({"note": "n"}, doc_ids=["clm_c"]),
    "update by no key": lambda db: db.table("claims").update({"note": "n"}, doc_ids=["clm_x"]),
    "update none": lambda db: db.table("claims").update({"note": "n"}, NONE),
    "update by operation": lambda db: db.table("claims").update(set_field("note", "n"), A),
    "update by function": lambda db: db.table("claims").update(annotate),
    "update that fails": lambda db: db.table("claims").update(delete("nothing"), A),
    "update multiple": lambda db: db.table("claims").update_multiple(
        [({"note": "n"}, A), (annotate, ~A)]
    ),
    "upsert there": lambda db: db.table("claims").upsert({"note": "n"}, A),
    "upsert new": lambda db: db.table("claims").upsert(row("clm_d"), NONE),
    "upsert by key": lambda db: db.table("claims").upsert(row("clm_b", note="n")),
    "upsert without anything": lambda db: db.table("claims").upsert({"note": "n"}),
    "remove some": lambda db: db.table("claims").remove(~A),
    "remove by keys": lambda db: db.table("claims").remove(doc_ids=["clm_b"]),
    "remove by no key": lambda db: db.table("claims").remove(doc_ids=["clm_x"]),
    "remove none": lambda db: db.table("claims").remove(NONE),
    "remove without anything": lambda db: db.table("claims").remove(),
    "truncate": lambda db: db.table("claims").truncate(),
    "drop table": lambda db: (db.drop_table("claims"), db.tables()),
    "drop tables": lambda db: (db.drop_tables(), db.tables()),
    "drop no table": lambda db: db.drop_table("sources"),
    "the same table twice": lambda db: db.table("claims") is db.table("claims"),
    "clear the cache": lambda db: db.table("claims").clear_cache(),
}


@pytest.mark.parametrize("name", CALLS)
def test_call_does_what_it_does_with_tinydbs_own_storage(
    pair: tuple[TinyDB, RecordDB], name: str
) -> None:
    plain, ours = pair
    assert outcome(CALLS[name], ours) == outcome(CALLS[name], plain)


def test_database_closes_at_the_end_of_its_block(path: Path) -> None:
    with RecordDB(path) as database:
        database.insert(row("clm_a"))
    with RecordDB(path) as again:
        assert [document["id"] for document in again] == ["clm_a"]
