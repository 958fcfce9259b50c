"""A database copied between stores is the same database: records, history, hash."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import creations
from tests.unit.store.conftest import address_of
from tests.unit.store.samples import article, changeset, claim, creation, outlet, replacement
from tracker.errors import ConflictError, DamagedError, InputError, StoreError
from tracker.model import Change, ChangeSet, Claim
from tracker.model.change import KINDS
from tracker.store import Store, copy_target, open_store
from tracker.store.copying import copy_history, original_of
from tracker.store.files import Files
from tracker.store.shared import copying as to_server

BETWEEN = [("embedded", "shared"), ("shared", "embedded"), ("embedded", "embedded"),
           ("shared", "shared")]  # fmt: skip


def copied(source: str, target: str, report: object = lambda done, total: None) -> None:
    store = open_store(source, readonly=True)
    try:
        copy_history(original_of(store), copy_target(target), report)  # type: ignore[arg-type]  # as named there
    finally:
        store.close()


def fill(url: str) -> None:
    """Everything that a history can hold: creations, edits, deletions, what came back."""
    store = open_store(url)
    store.apply(creation(outlet(), article()))
    store.apply(creation(*(claim(f"clm_{n:02}") for n in range(40))))
    store.apply(replacement(claim("clm_03"), note="نص\n\0", article_id="art_two"))
    deletion = changeset(*(Change(before=claim(f"clm_{n:02}")) for n in range(10, 15)))
    store.apply(deletion)
    store.apply(changeset(deletion.changes[0].inverse(None)))
    store.apply(creation(claim("clm_gone")))
    store.apply(changeset(Change(before=claim("clm_gone"))))
    store.close()


def contents(store: Store) -> tuple[object, ...]:
    records = [list(store.scan(kind)) for kind in KINDS.values()]
    return records, list(store.history()), [c.id for c in store.find(Claim, "source_id", "src_a")]


@pytest.fixture(params=BETWEEN, ids=lambda pair: " to ".join(pair))
def places(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    source, target = request.param
    return (
        address_of(source, tmp_path / "from" / "desk.tracker", request),
        address_of(target, tmp_path / "to" / "desk.tracker", request),
    )


def test_everything_arrives_with_its_history_and_hash(places: tuple[str, str]) -> None:
    source, target = places
    fill(source)
    copied(source, target)
    one, other = open_store(source, readonly=True), open_store(target)
    assert contents(other) == contents(one)
    assert [c.hash for c in other.history()] == [c.hash for c in one.history()]
    assert other.check() == ()
    # Work goes on in the copy.
    other.apply(creation(claim("clm_new")))
    assert [c.id for c in other.scan(Claim)][-2:] == ["clm_10", "clm_new"]
    assert other.check() == ()
    one.close()
    other.close()


def test_small_steps_lead_to_the_same(
    places: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(to_server, "_RECORDS", 1)
    test_everything_arrives_with_its_history_and_hash(places)


def test_what_is_there_already_is_never_written_over(places: tuple[str, str]) -> None:
    source, target = places
    fill(source)
    fill(target)
    before = open_store(target, readonly=True)
    for _ in range(2):
        with pytest.raises(StoreError, match="already") as caught:
            copied(source, target)
        assert "nothing is written over" in caught.value.hint
    assert not before.refresh()
    before.close()


def test_an_empty_database_can_be_copied(places: tuple[str, str]) -> None:
    source, target = places
    open_store(source).close()
    copied(source, target)
    store = open_store(target)
    assert store.sequence == 0
    assert store.check() == ()
    store.close()


class StoppedError(Exception):
    pass


def stopping(at: int) -> object:
    def report(done: int, total: int) -> None:
        assert total == 7
        if done == at:
            raise StoppedError

    return report


def test_a_copy_that_was_stopped_can_be_finished_and_not_be_used_before(
    places: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = places
    fill(source)
    monkeypatch.setattr(to_server, "_RECORDS", 1)
    for at in (2, 5):
        with pytest.raises(StoppedError):
            copied(source, target, stopping(at))
        with pytest.raises(StoreError):
            open_store(target, readonly=True)
    copied(source, target)
    one, other = open_store(source, readonly=True), open_store(target, readonly=True)
    assert contents(other) == contents(one)
    assert other.check() == ()
    one.close()
    other.close()


def test_an_unfinished_copy_of_something_else_is_not_gone_on_from(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(str(tmp_path / "one.tracker"))
    fill(str(tmp_path / "two.tracker"))
    monkeypatch.setattr(to_server, "_RECORDS", 1)
    with pytest.raises(StoppedError):
        copied(str(tmp_path / "one.tracker"), url, stopping(3))
    with pytest.raises(StoreError, match="beginning of another copy"):
        copied(str(tmp_path / "two.tracker"), url)
    with pytest.raises(StoreError, match=r"one\.tracker"):
        open_store(url)


def test_what_is_committed_meanwhile_is_left_out(tmp_path: Path, url: str) -> None:
    source = str(tmp_path / "desk.tracker")
    fill(source)
    writer = open_store(source)
    late = iter([creation(claim("clm_late"))])

    def report(done: int, total: int) -> None:
        for made in late:
            writer.apply(made)

    copied(source, url, report)
    writer.close()
    store = open_store(url, readonly=True)
    assert store.sequence == 7
    assert store.check() == ()
    store.close()


def test_damage_on_the_way_is_found(tmp_path: Path, url: str) -> None:
    source = tmp_path / "desk.tracker"
    fill(str(source))
    store = open_store(str(source), readonly=True)
    journal = Files(source).journal
    journal.write_bytes(journal.read_bytes().replace(b'"Huda"', b'"Hudb"', 1))
    with pytest.raises(DamagedError):
        copy_history(original_of(store), copy_target(url), lambda done, total: None)
    target = copy_target(str(tmp_path / "copy.tracker"))
    with pytest.raises(DamagedError):
        copy_history(original_of(store), target, lambda done, total: None)
    assert not list(tmp_path.glob("copy*"))
    store.close()


def test_memory_is_no_place_for_copies(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        copy_target("memory:")
    with pytest.raises(InputError):
        original_of(open_store("memory:"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(made=st.lists(creations, max_size=4), step=st.integers(1, 5))
def test_any_records_arrive_as_they_were(
    made: list[ChangeSet],
    step: int,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(to_server, "_RECORDS", step)
    folder = tmp_path_factory.mktemp("any")
    first, last = str(folder / "first"), str(folder / "last")
    url = address_of("shared", folder, request)
    store = open_store(first)
    for changes in made:
        try:
            store.apply(changes)
            edits = [
                Change.replace(c.entity, evolve(c.entity, version=c.entity.version + 1))
                for c in changes.changes
            ]
            store.apply(changeset(*edits))
        except ConflictError:
            continue
    store.close()
    copied(first, url)
    copied(url, last)
    assert (
        Files(folder / "last").journal.read_bytes() == Files(folder / "first").journal.read_bytes()
    )
    between = open_store(url, readonly=True)
    assert between.check() == ()
    between.close()
