"""Databases that earlier versions wrote, kept as they left them: each still opens, whole.

``formats/N`` holds one made by the last version that wrote format N, on two short articles:
claims accepted and rejected, a corroboration, a rating, a verdict, two sources judged the same
voice, an undo, a redo, and an edit after the snapshot; from format 4 on, an assignment and a
settlement, too; from format 5 on, a claim read with words of another and a fact-check, made by
``python -m tests.unit.store.keep_format``. ``exported.jsonl`` is what that version said it held.
"""

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.store.samples import replacement
from tracker.codec import Document, to_document
from tracker.export import read_jsonl
from tracker.model import Claim, Reviewer, kind_of
from tracker.services.checking import check
from tracker.services.session import Session
from tracker.services.undoing import undo
from tracker.store.embedded import EmbeddedStore
from tracker.store.migrations import FORMAT, migrate

_KEPT = Path(__file__).with_name("formats")
_VERSIONS = range(1, FORMAT + 1)


@pytest.fixture(params=_VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def kept(version: int, tmp_path: Path) -> Path:
    shutil.copytree(_KEPT / str(version), tmp_path / "desk")
    return tmp_path / "desk" / "claims.json"


def held(store: EmbeddedStore) -> dict[tuple[str, str], Document]:
    tables = store.database.storage.read() or {}
    return {(kind, i): dict(row) for kind, table in tables.items() for i, row in table.items()}


def exported(version: int) -> dict[tuple[str, str], Document]:
    lines = (_KEPT / str(version) / "exported.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if "record" in row]
    return {
        (row["kind"], row["record"]["id"]): migrate(row["kind"], row["record"], version)
        for row in rows
    }


def test_a_database_of_every_format_is_kept() -> None:
    assert [int(path.name) for path in sorted(_KEPT.iterdir())] == list(_VERSIONS)
    for version in _VERSIONS:
        first = (_KEPT / str(version) / "claims.json.journal").read_text("utf-8").partition("\n")[0]
        assert json.loads(first)["record"]["format"] == version


@pytest.mark.parametrize("missing", [(), ("", ".previous"), ("", ".previous", ".lock")])
def test_it_opens_with_every_record_as_it_was_left(
    kept: Path, version: int, missing: tuple[str, ...]
) -> None:
    for ending in missing:
        kept.with_name(kept.name + ending).unlink()
    store = EmbeddedStore(kept)
    assert bool(store.notices) == bool(missing)
    assert {key: to_document(store.record(*key)) for key in held(store)} == exported(version)
    assert [c.sequence for c in store.history()] == list(range(store.sequence, 0, -1))
    assert check(store) == ()
    store.close()


@pytest.mark.parametrize("version", range(4, FORMAT + 1))
def test_an_export_made_with_it_is_read(version: int) -> None:
    lines = (_KEPT / str(version) / "exported.jsonl").read_bytes().splitlines(keepends=True)
    records = read_jsonl(lines).records
    assert {(kind_of(one), one.id) for one in records} == set(exported(version))


def test_work_goes_on_in_it(kept: Path, version: int) -> None:
    store = EmbeddedStore(kept)
    session = Session(store=store, reviewer=Reviewer("Huda"))
    assert undo(session).changeset.label == "Accept claim"
    claim = next(store.scan(Claim))
    store.apply(replacement(claim, note="later"))
    store.compact()
    store.close()
    again = EmbeddedStore(kept)
    assert again.notices == ()
    assert again.get(Claim, claim.id).note == "later"
    assert again.count(Claim) == sum(kind == "claims" for kind, _ in exported(version))
    assert check(again) == ()
    again.close()
