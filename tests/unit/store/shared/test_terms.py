"""The match index on the server follows the claims: with each commit, or taken in afterwards."""

from collections import Counter
from collections.abc import Callable, Iterator

import psycopg
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.store.samples import changeset, claim, creation, replacement
from tracker.matching.terms import TERMS, WRITING_TERMS, text_terms
from tracker.model import Change, Claim, ClaimState
from tracker.store import open_store
from tracker.store.shared import term_table
from tracker.store.shared import terms as terms_module
from tracker.store.shared.keys import key_of
from tracker.store.shared.store import SharedStore

Held = tuple[set[tuple[str, str]], dict[str, int], dict[str, str]]
WORDS = ("مقتل", "المدنيين", "15", "strike", "strikes", "الرقة", "في", "x" * 3000)


@pytest.fixture
def store(url: str) -> Iterator[SharedStore]:
    opened = SharedStore(url)
    yield opened
    opened.close()


def worded(name: str, *words: str) -> Claim:
    return evolve(claim(name), wording=" ".join(words) or "…")


def held(url: str) -> Held:
    """What the three tables hold."""
    with psycopg.connect(url) as connection:
        ask = connection.execute
        return (
            set(ask("SELECT term, claim FROM tracker_terms").fetchall()),
            dict(ask("SELECT term, held FROM tracker_frequencies").fetchall()),
            dict(ask("SELECT claim, stems FROM tracker_texts").fetchall()),
        )


def wanted(store: SharedStore) -> Held:
    """What they should hold, from the claims alone."""
    texts = {
        found.id: text_terms(found.statement)
        for found in store.scan(Claim)
        if found.state is not ClaimState.REJECTED
    }
    counted = Counter(key_of(term) for terms in texts.values() for term in terms.counted)
    return (
        {(key_of(term), name) for name, terms in texts.items() for term in terms.posted},
        dict(counted),
        {name: " ".join(terms.stems) for name, terms in texts.items()},
    )


def quiet(done: int, total: int) -> None:
    assert 0 <= done < total


def unheeded(url: str, work: Callable[[SharedStore], object]) -> None:
    """Do ``work`` as a program that does not keep the index."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SharedStore, "terms", None)
        other = SharedStore(url)
        other._indexed = False
        work(other)
        other.close()


def test_terms_follow_claims_in_the_same_commit(store: SharedStore, url: str) -> None:
    store.apply(creation(worded("clm_a", "مقتل", "15"), worded("clm_b", "strike", "15")))
    assert held(url) == wanted(store)
    store.apply(replacement(store.get(Claim, "clm_a"), wording="مقتل 20 في الرقة"))
    assert held(url) == wanted(store)
    store.apply(replacement(store.get(Claim, "clm_a"), state=ClaimState.REJECTED))
    assert held(url) == wanted(store)
    store.apply(changeset(Change(before=store.get(Claim, "clm_b"))))
    assert held(url) == (set(), {}, {})
    assert store.terms is not None
    assert store.terms.missing == 0
    assert store.check() == ()


def test_a_refused_commit_leaves_the_terms_alone(store: SharedStore, url: str) -> None:
    store.apply(creation(worded("clm_a", "مقتل")))
    before = held(url)
    with pytest.raises(Exception, match="clm_a"):
        store.apply(creation(worded("clm_a", "strike")))
    assert held(url) == before


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["clm_a", "clm_b", "clm_c"]),
        st.none() | st.lists(st.sampled_from(WORDS), max_size=4),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_whoever_commits_the_index_ends_as_the_claims_say(
    server: object, steps: list[tuple[str, list[str] | None, bool]]
) -> None:
    url = server.new_schema()  # type: ignore[attr-defined]  # PostgresServer
    keeper = SharedStore(url)
    for name, words, heeded in steps:
        before = next((c for c in keeper.scan(Claim) if c.id == name), None)
        after = None if words is None else worded(name, *words)
        if before is None and after is None:
            continue
        change = (
            Change.replace(before, after)
            if before and after
            else Change(before=before, after=after)
        )

        def commit(store: SharedStore, change: Change = change) -> None:
            store.apply(changeset(change))

        commit(keeper) if heeded else unheeded(url, commit)
        keeper.refresh()
    assert keeper.terms is not None
    keeper.terms.settle(quiet)
    assert held(url) == wanted(keeper)
    assert keeper.terms.missing == 0
    keeper.close()


def test_what_a_program_without_the_index_committed_is_taken_in_later(url: str) -> None:
    SharedStore(url).close()
    names = [f"clm_{number}" for number in range(40)]
    unheeded(url, lambda s: s.apply(creation(*(worded(n, "strike", n) for n in names))))
    store = SharedStore(url)
    assert held(url) == (set(), {}, {})
    assert store.terms is not None
    assert store.terms.missing == 1
    store.apply(creation(worded("clm_x", "مقتل")))
    assert store.terms.missing == 2
    store.terms.settle(quiet)
    assert held(url) == wanted(store)
    store.apply(replacement(store.get(Claim, "clm_x"), wording="strikes"))
    assert store.terms.missing == 0
    assert held(url) == wanted(store)
    store.close()


def test_taking_in_can_be_stopped_and_goes_on(
    store: SharedStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.apply(creation(*(worded(f"clm_{number}", "strike") for number in range(9))))
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE tracker_head SET matched_by = 0")
    monkeypatch.setattr(term_table, "_CLAIMS", 4)
    assert store.terms is not None

    def stop(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.terms.settle(stop)
    assert 0 < len(held(url)[2]) < 9
    store.apply(changeset(Change(before=store.get(Claim, "clm_0"))))
    store.terms.settle(quiet)
    assert held(url) == wanted(store)


def test_an_index_of_another_version_is_made_anew(
    store: SharedStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.apply(creation(worded("clm_a", "strike")))
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE tracker_terms SET term = 'odd ' || term")
    for module in (terms_module, term_table):
        monkeypatch.setattr(module, "TERMS", TERMS + 1)
    store.apply(replacement(store.get(Claim, "clm_a"), note="in between"))
    assert store.terms is not None
    assert store.terms.missing == store.sequence
    store.terms.settle(quiet)
    assert held(url) == wanted(store)


def test_an_index_that_a_newer_program_keeps_is_left_alone(store: SharedStore, url: str) -> None:
    store.apply(creation(worded("clm_a", "strike")))
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE tracker_head SET matched_by = 99")
    older = SharedStore(url)
    assert older.terms is None
    assert "newer tracker" in older.notices[0]
    before = held(url)
    older.apply(replacement(older.get(Claim, "clm_a"), wording="مقتل"))
    assert held(url) == before
    older.close()


def test_a_reader_uses_what_is_in_step_and_writes_nothing(store: SharedStore, url: str) -> None:
    store.apply(creation(worded("clm_a", "strike")))
    reader = open_store(url, readonly=True)
    assert reader.terms is not None
    reader.close()
    unheeded(url, lambda s: s.apply(creation(worded("clm_b", "strike"))))
    reader = open_store(url, readonly=True)
    assert reader.terms is None
    reader.close()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM tracker_terms WHERE term = '=strike'",
        "UPDATE tracker_frequencies SET held = held + 1 WHERE term = '=strike'",
        "UPDATE tracker_texts SET stems = 'odd'",
    ],
)
def test_a_check_finds_what_is_wrong_with_it(store: SharedStore, url: str, damage: str) -> None:
    store.apply(creation(worded("clm_a", "strike")))
    assert store.check() == ()
    with psycopg.connect(url) as connection:
        connection.execute(damage.encode())
    assert [problem.where for problem in store.check()] == ["match index"]


def test_frequencies_and_sharing_answer_for_words_of_any_length(store: SharedStore) -> None:
    store.apply(creation(worded("clm_a", "x" * 3000, "15"), worded("clm_b", "15")))
    assert store.terms is not None
    (long,) = text_terms("x" * 3000).stems
    found = store.terms.frequencies(["=" + long, "=15", "=none", *WRITING_TERMS])
    assert (found["=" + long], found["=15"], found.get("=none", 0)) == (1, 2, 0)
    assert sum(found[term] for term in WRITING_TERMS if term in found) == 2
    shared = store.terms.sharing({"=" + long: 2.0, "=15": 1.0}, 1)
    assert [text.id for text in shared] == ["clm_a"]
    assert long in shared[0].stems
