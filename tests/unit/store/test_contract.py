"""What every store does, whatever is behind it."""

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import creations
from tests.unit.store.conftest import address_of
from tests.unit.store.samples import (
    article,
    assertion,
    changeset,
    claim,
    creation,
    outlet,
    replacement,
)
from tracker.errors import ConflictError, NotFoundError
from tracker.model import Article, Assertion, Change, ChangeSet, Claim, ClaimState, Source
from tracker.model.change import KINDS
from tracker.store import INDEXES, Store, open_store


def test_new_store_is_empty(store: Store) -> None:
    assert store.sequence == 0
    assert store.count(Article) == 0
    assert list(store.history()) == []
    assert store.check() == ()
    assert store.notices == ()
    assert not store.readonly


def test_created_record_is_found_as_it_was_given(store: Store) -> None:
    commit = store.apply(creation(claim()))
    assert commit.sequence == store.sequence == 1
    assert store.get(Claim, "clm_one") == claim()
    assert list(store.scan(Claim)) == [claim()]


def test_missing_record_is_named(store: Store) -> None:
    with pytest.raises(NotFoundError, match="clm_none among the claims"):
        store.get(Claim, "clm_none")


def test_kinds_do_not_mix(store: Store) -> None:
    store.apply(creation(claim("same"), article("same")))
    assert store.get(Claim, "same").article_id == "art_one"
    assert store.get(Article, "same").language == "ar"


def test_records_come_in_order_of_creation(store: Store) -> None:
    for name in ("clm_c", "clm_a", "clm_b"):
        store.apply(creation(claim(name)))
    store.apply(replacement(store.get(Claim, "clm_c"), note="seen"))
    assert [c.id for c in store.scan(Claim)] == ["clm_c", "clm_a", "clm_b"]
    assert [c.id for c in store.find(Claim, "article_id", "art_one")] == [
        "clm_c",
        "clm_a",
        "clm_b",
    ]


def test_order_of_find_survives_moving_between_values(store: Store) -> None:
    store.apply(creation(claim("clm_a", article="art_x"), claim("clm_b", article="art_y")))
    store.find(Claim, "article_id", "art_x")
    store.apply(replacement(store.get(Claim, "clm_a"), article_id="art_y"))
    assert store.find(Claim, "article_id", "art_x") == ()
    assert [c.id for c in store.find(Claim, "article_id", "art_y")] == ["clm_a", "clm_b"]


def test_deleted_and_recreated_record_comes_last(store: Store) -> None:
    store.apply(creation(claim("clm_a"), claim("clm_b")))
    gone = store.get(Claim, "clm_a")
    deletion = changeset(Change(before=gone))
    store.apply(deletion)
    assert store.count(Claim) == 1
    assert store.find(Claim, "source_id", "src_a") == (store.get(Claim, "clm_b"),)
    store.apply(changeset(deletion.changes[0].inverse(None)))
    assert [(c.id, c.version) for c in store.scan(Claim)] == [("clm_b", 1), ("clm_a", 2)]


def test_find_looks_into_tuples(store: Store) -> None:
    store.apply(creation(assertion("ast_1", "clm_a", "clm_b"), assertion("ast_2", "clm_b")))
    assert [a.id for a in store.find(Assertion, "claim_ids", "clm_b")] == ["ast_1", "ast_2"]
    store.apply(replacement(store.get(Assertion, "ast_1"), claim_ids=("clm_a",)))
    assert [a.id for a in store.find(Assertion, "claim_ids", "clm_b")] == ["ast_2"]


def test_holders_are_what_find_returns_by_name(store: Store) -> None:
    store.apply(creation(claim("clm_b"), claim("clm_a"), claim("clm_x", article="art_x")))
    store.apply(replacement(store.get(Claim, "clm_b"), note="seen"))
    found = store.find(Claim, "article_id", "art_one")
    assert store.holders(Claim, "article_id", "art_one") == tuple(c.id for c in found)
    store.apply(changeset(Change(before=store.get(Claim, "clm_a"))))
    assert store.holders(Claim, "article_id", "art_one") == ("clm_b",)
    assert store.holders(Claim, "article_id", "art_none") == ()


def test_tally_counts_combinations_whether_records_were_read_or_not(store: Store) -> None:
    store.apply(creation(claim("clm_a"), claim("clm_b"), claim("clm_x", article='art_"x')))
    store.apply(replacement(store.get(Claim, "clm_b"), state=ClaimState.ACCEPTED))
    misleading = '"state":"rejected","article_id":"art_none"'
    store.apply(replacement(store.get(Claim, "clm_a"), quote=misleading, note=misleading))
    counted = {
        ("art_one", "proposed"): 1,
        ("art_one", "accepted"): 1,
        ('art_"x', "proposed"): 1,
    }
    assert store.tally(Claim, "article_id", "state") == counted
    store.compact()
    assert store.tally(Claim, "article_id", "state") == counted
    list(store.scan(Claim))
    assert store.tally(Claim, "article_id", "state") == counted


def test_find_refuses_fields_without_an_index(store: Store) -> None:
    with pytest.raises(KeyError):
        store.find(Claim, "note", "x")


def test_find_skips_records_without_a_value(store: Store) -> None:
    store.apply(creation(outlet()))
    assert store.find(Source, "article_id", "None") == ()


def test_resolve_returns_at_most_ten_beginnings(store: Store) -> None:
    store.apply(creation(*(claim(f"clm_{n:02}") for n in range(15))))
    assert store.resolve(Claim, "clm_0") == tuple(f"clm_{n:02}" for n in range(10))
    assert store.resolve(Claim, "clm_14") == ("clm_14",)
    assert store.resolve(Claim, "zzz") == ()


def test_stale_edit_is_refused_and_names_who_changed_the_record(store: Store) -> None:
    store.apply(creation(claim(), article()))
    seen = store.get(Claim, "clm_one")
    store.apply(replacement(seen, reviewer="رنا", note="hers"))
    with pytest.raises(ConflictError, match="clm_one was changed by رنا") as caught:
        store.apply(replacement(seen, note="mine"))
    assert caught.value.changed_by == "رنا"
    assert store.get(Claim, "clm_one").note == "hers"
    assert store.sequence == 2


def test_conflict_in_one_change_undoes_none_because_none_is_made(store: Store) -> None:
    store.apply(creation(claim("clm_a")))
    with pytest.raises(ConflictError):
        store.apply(creation(claim("clm_new"), claim("clm_a")))
    assert store.count(Claim) == 1


def test_deleting_what_is_gone_is_a_conflict(store: Store) -> None:
    store.apply(creation(claim()))
    deletion = changeset(Change(before=claim()), reviewer="Alex")
    store.apply(deletion)
    with pytest.raises(ConflictError, match="Alex"):
        store.apply(changeset(Change(before=claim())))


def test_edit_of_a_record_never_seen_is_a_conflict(store: Store) -> None:
    with pytest.raises(ConflictError, match="somebody else"):
        store.apply(replacement(claim("clm_none"), note="x"))


def test_edit_with_another_content_of_the_same_version_is_a_conflict(store: Store) -> None:
    store.apply(creation(claim()))
    with pytest.raises(ConflictError):
        store.apply(replacement(claim(source="src_b"), note="x"))


def test_history_is_newest_first_and_whole(store: Store) -> None:
    made = creation(claim(), article())
    changed = replacement(claim(), note="seen", reviewer="رنا")
    store.apply(made)
    store.apply(changed)
    found = list(store.history())
    assert [c.sequence for c in found] == [2, 1]
    assert [c.changeset for c in found] == [changed, made]


def test_history_of_one_record(store: Store) -> None:
    made = creation(claim(), article())
    store.apply(made)
    store.apply(creation(claim("clm_other")))
    changed = replacement(claim(), note="seen")
    store.apply(changed)
    assert [c.changeset for c in store.history("clm_one")] == [changed, made]
    store.apply(changeset(changed.changes[0].inverse(changed.changes[0].after)))
    assert [c.sequence for c in store.history("clm_one")] == [4, 3, 1]
    assert list(store.history("clm_none")) == []


def test_history_of_one_reviewer(store: Store) -> None:
    made = creation(claim())
    changed = replacement(claim(), note="seen", reviewer="رنا")
    for step in (made, changed, creation(claim("clm_other"))):
        store.apply(step)
    assert [c.changeset for c in store.history_of("رنا")] == [changed]
    assert [c.sequence for c in store.history_of("Huda")] == [3, 1]
    assert list(store.history_of("")) == []


def test_history_is_as_it_was_when_asked_for(store: Store) -> None:
    store.apply(creation(claim("clm_a")))
    asked = store.history()
    first = next(asked)
    store.apply(creation(claim("clm_b")))
    assert first.sequence == 1
    assert list(asked) == []


def test_scan_is_as_it_was_when_asked_for(store: Store) -> None:
    store.apply(creation(claim("clm_a"), claim("clm_b")))
    asked = store.scan(Claim)
    next(asked)
    store.apply(replacement(store.get(Claim, "clm_b"), note="later"))
    store.apply(creation(claim("clm_c")))
    assert [c.note for c in asked] == [""]


def test_undo_by_inverse_brings_back_what_was(store: Store) -> None:
    store.apply(creation(claim("clm_a"), claim("clm_b")))
    edits = [
        Change.replace(store.get(Claim, "clm_a"), claim("clm_a", source="src_b")),
        Change(before=store.get(Claim, "clm_b")),
    ]
    store.apply(changeset(*edits))
    store.apply(changeset(*(edit.inverse(edit.after) for edit in edits)))
    assert store.get(Claim, "clm_a").source_id == "src_a"
    assert store.get(Claim, "clm_a").version == 3
    assert store.get(Claim, "clm_b").version == 2
    assert store.check() == ()


def test_refresh_finds_nothing_new_in_ones_own_store(store: Store) -> None:
    store.apply(creation(claim()))
    assert not store.refresh()


def test_nobody_else_at_work_is_no_news(store: Store) -> None:
    store.apply(creation(claim()))
    assert not store.watch(0)


def test_compacting_changes_nothing_that_can_be_seen(store: Store) -> None:
    store.apply(creation(claim(), article()))
    before = [list(store.scan(kind)) for kind in KINDS.values()]
    history = list(store.history())
    store.compact()
    assert [list(store.scan(kind)) for kind in KINDS.values()] == before
    assert list(store.history()) == history
    assert store.check() == ()


def test_threads_each_get_their_edits_in(store: Store) -> None:
    def work(name: str) -> None:
        for number in range(20):
            store.apply(creation(claim(f"clm_{name}_{number}")))

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.count(Claim) == store.sequence == 80
    assert store.check() == ()


@pytest.mark.parametrize("kind", ["embedded", "shared"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(made=st.lists(creations, max_size=4))
def test_any_records_are_kept_as_given(
    kind: str,
    made: list[ChangeSet],
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> None:
    url = address_of(kind, tmp_path_factory.mktemp("any") / "claims.json", request)
    kept, memory = open_store(url), open_store("memory:")
    for changes in made:
        for each in (kept, memory):
            try:
                each.apply(changes)
            except ConflictError:
                continue
    assert_same_records(kept, memory)
    kept.close()
    reader = open_store(url, readonly=True)
    assert_same_look_ups(reader, memory)
    assert_same_records(reader, memory)
    assert_same_look_ups(reader, memory)
    assert [c.changeset for c in reader.history()] == [c.changeset for c in memory.history()]
    assert reader.check() == ()
    reader.close()


def assert_same_records(one: Store, other: Store) -> None:
    for kind in KINDS.values():
        assert list(one.scan(kind)) == list(other.scan(kind))


def assert_same_look_ups(one: Store, other: Store) -> None:
    for name, kind in KINDS.items():
        for field in INDEXES[name]:
            for entity in other.scan(kind):
                assert one.get(kind, entity.id) == entity
                value = getattr(entity, field)
                for wanted in value if isinstance(value, tuple) else (value,):
                    if wanted is not None:
                        assert one.find(kind, field, wanted) == other.find(kind, field, wanted)
