"""TinyDB's own methods on our classes: they work, are checked, and are in the history."""

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, cast

import pytest
from tinydb import TinyDB, where
from tinydb.operations import set as set_field
from tinydb.table import Document, Table

from tests.unit.store.samples import article, claim, creation
from tracker.codec import to_document
from tracker.errors import InputError, RuleError
from tracker.model import Claim
from tracker.store.database import RecordDB
from tracker.store.embedded import EmbeddedStore


@pytest.fixture
def opened(path: Path) -> Iterator[EmbeddedStore]:
    store = EmbeddedStore(path)
    yield store
    store.close()


@pytest.fixture
def database(opened: EmbeddedStore) -> RecordDB:
    return opened.database


def test_inserted_document_is_a_record_and_in_the_history(
    opened: EmbeddedStore, database: RecordDB
) -> None:
    key = database.table("claims").insert(to_document(claim()))
    assert str(key) == "clm_one"
    assert opened.get(Claim, "clm_one") == claim()
    commit = next(opened.history())
    assert commit.changeset.reviewer == "TinyDB"
    assert commit.changeset.label == "Edit claims through TinyDB"


def test_several_documents_are_one_change_set(opened: EmbeddedStore, database: RecordDB) -> None:
    table = database.table("claims")
    table.insert_multiple(to_document(claim(name)) for name in ("clm_a", "clm_b"))
    assert opened.sequence == 1
    assert [document["id"] for document in table] == ["clm_a", "clm_b"]
    assert len(table) == 2


def test_search_get_contains_count(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(claim("clm_a"), claim("clm_b", source="src_b")))
    table = database.table("claims")
    found = table.search(where("attribution").source_id == "src_b")
    assert [document["id"] for document in found] == ["clm_b"]
    assert table.get(where("id") == "clm_a") == to_document(claim("clm_a"))
    assert table.get(doc_ids=["clm_a", "clm_b"]) == table.all()
    assert table.contains(where("id") == "clm_b")
    assert not table.contains(where("id") == "clm_c")
    assert table.count(where("state") == "proposed") == 2
    assert database.tables() == {"claims"}


def test_update_adds_a_version(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(claim("clm_a"), claim("clm_b")))
    table = database.table("claims")
    assert [*map(str, table.update({"note": "seen"}, where("id") == "clm_a"))] == ["clm_a"]
    assert opened.get(Claim, "clm_a").note == "seen"
    assert opened.get(Claim, "clm_a").version == 2
    assert opened.get(Claim, "clm_b").version == 1
    table.update(set_field("state", "accepted"))
    assert [c.version for c in opened.scan(Claim)] == [3, 2]
    assert opened.check() == ()


def test_update_multiple_and_upsert(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(claim("clm_a"), claim("clm_b")))
    table = database.table("claims")
    table.update_multiple(
        [({"note": "a"}, where("id") == "clm_a"), ({"note": "b"}, where("id") == "clm_b")]
    )
    assert [c.note for c in opened.scan(Claim)] == ["a", "b"]
    table.upsert({"note": "again"}, where("id") == "clm_b")
    assert opened.get(Claim, "clm_b").note == "again"
    table.upsert(Document(to_document(claim("clm_c")), "clm_c"))  # type: ignore[arg-type]  # our keys
    assert opened.get(Claim, "clm_c") == claim("clm_c")


def test_update_that_changes_nothing_is_no_commit(
    opened: EmbeddedStore, database: RecordDB
) -> None:
    opened.apply(creation(claim()))
    database.table("claims").update({"note": ""})
    assert opened.sequence == 1


def test_remove_truncate_and_drop(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(*(claim(f"clm_{n}") for n in range(4)), article()))
    table = database.table("claims")
    assert [*map(str, table.remove(where("id") == "clm_1"))] == ["clm_1"]
    assert [*map(str, table.remove(doc_ids=cast("list[int]", ["clm_2"])))] == ["clm_2"]
    assert opened.count(Claim) == 2
    table.truncate()
    assert opened.count(Claim) == 0
    database.drop_table("articles")
    assert database.tables() == set()
    opened.apply(creation(claim("clm_5")))
    database.drop_tables()
    assert opened.count(Claim) == 0
    assert opened.check() == ()


@pytest.mark.parametrize("fields", [{"version": "x"}, {"spans": []}, {"colour": 1}])
def test_update_to_something_that_is_no_record_changes_nothing(
    opened: EmbeddedStore, database: RecordDB, fields: dict[str, object]
) -> None:
    opened.apply(creation(claim("clm_a"), claim("clm_b")))
    with pytest.raises(InputError, match="claims/clm_a"):
        database.table("claims").update(fields)
    assert list(opened.scan(Claim)) == [claim("clm_a"), claim("clm_b")]
    assert opened.sequence == 1


def test_version_may_not_be_skipped(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(claim()))
    with pytest.raises(RuleError, match="version"):
        database.table("claims").update({"version": 7})


def test_insert_refuses_what_is_no_record(database: RecordDB) -> None:
    table = database.table("claims")
    with pytest.raises(InputError, match="without an id"):
        table.insert({"quote": "x"})
    with pytest.raises(InputError, match="claims/clm_x"):
        table.insert({"id": "clm_x"})
    with pytest.raises(ValueError, match="not a Mapping"):
        table.insert([1])  # type: ignore[arg-type]  # the case
    with pytest.raises(InputError, match="no table 'notes'"):
        database.table("notes")


def test_insert_of_a_known_id_is_refused(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(claim()))
    with pytest.raises(ValueError, match="already exists"):
        database.table("claims").insert(to_document(claim()))


def test_failing_update_function_changes_nothing(opened: EmbeddedStore, database: RecordDB) -> None:
    opened.apply(creation(*(claim(f"clm_{n}") for n in range(3))))

    def spoil(document: MutableMapping[Any, Any]) -> None:
        if document["id"] == "clm_1":
            raise LookupError
        document["note"] = "changed"

    with pytest.raises(LookupError):
        database.table("claims").update(spoil)
    assert {c.note for c in opened.scan(Claim)} == {""}


def test_changing_what_was_returned_changes_nothing(
    opened: EmbeddedStore, database: RecordDB, path: Path
) -> None:
    opened.apply(creation(claim()))
    opened.compact()
    for reader in (database, RecordDB(path, readonly=True)):
        table = reader.table("claims")
        found = table.get(where("id") == "clm_one")
        assert isinstance(found, Document)
        found["attribution"]["chain"].append("src_evil")
        assert table.all() == [to_document(claim())]


class PlainTable(Table):
    document_id_class = str  # type: ignore[assignment]  # documented as replaceable


class PlainDB(TinyDB):
    table_class = PlainTable


def test_snapshot_is_a_plain_tinydb_file(opened: EmbeddedStore, path: Path) -> None:
    opened.apply(creation(claim(), article()))
    opened.compact()
    with PlainDB(path, access_mode="r") as plain:
        assert plain.table("claims").all() == [to_document(claim())]
        assert plain.table("articles").get(where("id") == "art_one") == to_document(article())
        assert plain.table("_meta").all()[0]["sequence"] == 1
    assert next(iter(json.loads(path.read_text("utf-8")))) == "_meta"
