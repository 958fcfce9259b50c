"""Candidates from a server's own index are those of the index in memory."""

import itertools
import random
from collections.abc import Iterator

import pytest
from attrs import evolve

from tests.cases import matching_traps, reports_in_two_languages
from tests.desk import make_session
from tests.matched_desk import claim_with, matched_session
from tests.unit.store.samples import article, claim, creation
from tracker.errors import CancelledError
from tracker.model import Claim, ClaimState, Relation
from tracker.services.claim_index import ClaimIndex
from tracker.services.corroborating import judge
from tracker.services.match_queue import MatchQueue
from tracker.services.reviewing import decide
from tracker.services.table_matches import TableMatches, table_matches
from tracker.store.memory import MemoryStore
from tracker.store.shared import term_table
from tracker.store.shared.store import SharedStore

#: From this score on the two must name the same; below it only trigrams may have brought a text
#: onto the shortlist, which the table does not post.
SHOWN = 0.3


@pytest.fixture
def store(url: str) -> Iterator[SharedStore]:
    opened = SharedStore(url)
    yield opened
    opened.close()


def matches(store: SharedStore) -> TableMatches:
    found = table_matches(store, None)
    assert found is not None
    return found


def statements(count: int) -> list[str]:
    """Texts of many words that share some, in both languages."""
    told = [text for trap in matching_traps() for text in (trap.ours, trap.theirs)]
    told += itertools.chain.from_iterable(reports_in_two_languages())
    chance = random.Random(5)  # noqa: S311  (no secret)
    words = [word for text in told for word in text.split()]
    while len(told) < count:
        changed = chance.choice(told).split()
        changed[chance.randrange(len(changed))] = chance.choice(words)
        told.append(" ".join(changed))
    return told


def test_both_name_the_same_candidates_with_the_same_scores(store: SharedStore) -> None:
    told = statements(500)
    store.apply(creation(*(article(f"art_{n}", text) for n, text in enumerate(told))))
    store.apply(
        creation(
            *(evolve(claim(f"clm_{n}", f"art_{n}"), wording=text) for n, text in enumerate(told))
        )
    )
    near, far = ClaimIndex(store), matches(store)
    same = shown = 0
    for asked in itertools.islice(store.scan(Claim), 0, None, 5):
        expected = {c.claim_id: c for c in near.candidates(asked) if c.score >= SHOWN}
        found = {c.claim_id: c for c in far.candidates(asked)}
        shown += len(expected)
        same += len(expected.keys() & found.keys())
        for name in expected.keys() & found.keys():
            assert found[name].score == pytest.approx(expected[name].score, abs=0.01)
            assert found[name].suggestion is expected[name].suggestion
    assert shown > 300
    assert same >= 0.98 * shown


def test_judged_pairs_own_articles_and_rejected_claims_stay_away(store: SharedStore) -> None:
    session = matched_session(store)
    asked = claim_with(session, "مقتل 15")
    first, second, *_ = matches(store).candidates(asked)
    judge(session, asked.id, first.claim_id, Relation.CORROBORATES)
    decide(session, (second.claim_id,), ClaimState.REJECTED)
    found = [c.claim_id for c in matches(store).candidates(asked)]
    assert found
    assert not {asked.id, first.claim_id, second.claim_id} & set(found)
    assert all(store.get(Claim, c).article_id != asked.article_id for c in found)


def test_the_queue_asks_the_server_for_one_claim_and_reads_no_table(
    store: SharedStore, url: str
) -> None:
    session = matched_session(store)
    asked = claim_with(session, "مقتل 15")
    other = SharedStore(url)
    expected = {m.candidate.claim_id for m in MatchQueue(store).candidates(asked.id)}
    assert {m.candidate.claim_id for m in MatchQueue(other).candidates(asked.id)} == expected
    assert not other._replica.tables
    other.close()


def test_making_the_index_can_be_stopped(
    store: SharedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped:
        cancelled = True

        def report(self, done: int, total: int, label: str) -> None:
            """Never reached."""

    session = matched_session(store)
    asked = claim_with(session, "مقتل 15")
    store._run(lambda c: c.execute("UPDATE tracker_head SET matched_by = 0"))
    monkeypatch.setattr(term_table, "_CLAIMS", 1)
    with pytest.raises(CancelledError):
        matches(store).candidates(asked, progress=Stopped())
    assert matches(store).candidates(asked)


def test_a_store_without_an_index_and_a_reader_of_meanings_build_their_own(
    store: SharedStore,
) -> None:
    class Encoder:
        name = "none"
        dimensions = 1

        def encode(self, texts: object) -> None:
            """Never asked."""

    assert table_matches(MemoryStore(), None) is None
    assert table_matches(make_session().store, None) is None
    assert table_matches(store, Encoder()) is None  # type: ignore[arg-type]  # never asked
