"""The queue of open matches: found once, then followed."""

import pytest
from attrs import define

from tests.matched_desk import claim_with, matched_session
from tracker.errors import CancelledError
from tracker.model import ClaimState, Relation
from tracker.services.corroborating import judge
from tracker.services.match_queue import MatchQueue, pair_of
from tracker.services.match_value import Match
from tracker.services.reviewing import decide
from tracker.services.undoing import undo


@define
class Watcher:
    """Counts reports and stops after ``stop_after`` of them."""

    stop_after: int = 10**9
    reports: int = 0

    def report(self, done: int, total: int, label: str) -> None:
        assert 0 <= done < total
        assert label
        self.reports += 1

    @property
    def cancelled(self) -> bool:
        return self.reports >= self.stop_after


def pairs(matches: tuple[Match, ...]) -> set[tuple[str, str]]:
    return {pair_of(match) for match in matches}


def test_each_pair_waits_once_and_the_most_valuable_first() -> None:
    found = MatchQueue(matched_session().store).refresh()
    assert len(pairs(found)) == len(found) > 3
    assert [m.value for m in found] == sorted((m.value for m in found), reverse=True)
    assert all(m.candidate.score >= 0.3 for m in found)


def test_a_judged_pair_waits_no_longer_and_an_undone_one_again() -> None:
    session = matched_session()
    queue = MatchQueue(session.store)
    first = queue.refresh()[0]
    judge(session, *pair_of(first), Relation.UNRELATED)
    assert pair_of(first) not in pairs(queue.refresh())
    undo(session)
    assert pair_of(first) in pairs(queue.refresh())


def test_a_rejected_claim_brings_no_matches_and_later_looks_agree_with_a_first_one() -> None:
    session = matched_session()
    queue = MatchQueue(session.store)
    queue.refresh()
    gone = claim_with(session, "مقتل 15")
    decide(session, (gone.id,), ClaimState.REJECTED)
    later = pairs(queue.refresh())
    assert all(gone.id not in pair for pair in later)
    assert later == pairs(MatchQueue(session.store).refresh())


def test_later_looks_go_through_what_changed_alone() -> None:
    session = matched_session()
    queue = MatchQueue(session.store)
    queue.refresh()
    decide(session, (claim_with(session, "مقتل 15").id,), ClaimState.ACCEPTED)
    watcher = Watcher()
    queue.refresh(watcher)
    assert watcher.reports == 1


def test_a_large_database_is_gone_through_only_when_somebody_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    queue = MatchQueue(matched_session().store)
    assert queue.quick
    monkeypatch.setattr("tracker.services.match_queue.UNASKED", 0)
    assert not queue.quick
    queue.count()
    assert queue.quick


@pytest.mark.parametrize("stop_after", [0, 2, 13])
def test_stopping_keeps_nothing_unfinished_and_the_next_look_is_whole(stop_after: int) -> None:
    session = matched_session()
    queue = MatchQueue(session.store)
    with pytest.raises(CancelledError):
        queue.refresh(Watcher(stop_after=stop_after))
    assert pairs(queue.refresh()) == pairs(MatchQueue(session.store).refresh())


def test_a_claims_candidates_come_best_first() -> None:
    session = matched_session()
    claim = claim_with(session, "مقتل 15")
    found = MatchQueue(session.store).candidates(claim.id)
    scores = [m.candidate.score for m in found]
    assert scores == sorted(scores, reverse=True)
    assert all(m.claim.id == claim.id for m in found)
