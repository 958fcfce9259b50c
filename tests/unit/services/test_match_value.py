"""What a match is worth, and that the queue reads no more pairs than it must."""

from attrs import evolve

from tests.desk import desk_session
from tracker.matching import OpenPair
from tracker.model import (
    Candidate,
    Claim,
    ClaimId,
    ClaimState,
    Relation,
    Verdict,
)
from tracker.services.judging import rule_on_claim
from tracker.services.match_value import Match, Standing, most_valuable, standing_of, value_of
from tracker.services.reviewing import decide
from tracker.services.session import Session

ALONE = Standing(origins=1, stakes=0.5, source_id="src_a", outlet_id="out_a")
ELSEWHERE = evolve(ALONE, source_id="src_b", outlet_id="out_b")


def any_claim(session: Session) -> Claim:
    return session.store.get(Claim, ClaimId("clm_2"))


def test_an_accepted_claim_weighs_more_and_one_with_a_verdict_less() -> None:
    session = desk_session()
    proposed = standing_of(session.store, any_claim(session)).stakes
    decide(session, (ClaimId("clm_2"),), ClaimState.ACCEPTED)
    accepted = standing_of(session.store, any_claim(session)).stakes
    rule_on_claim(session, ClaimId("clm_2"), Verdict.VERIFIED)
    settled = standing_of(session.store, any_claim(session)).stakes
    assert accepted > settled > proposed


def test_one_outlet_and_one_voice_are_known_before_signals_are_read() -> None:
    assert value_of(ALONE, ELSEWHERE, 0.6) > value_of(ALONE, ALONE, 0.6)


def test_of_two_claims_the_better_supported_one_counts() -> None:
    many = evolve(ELSEWHERE, origins=3)
    assert value_of(ALONE, many, 0.6) == value_of(many, ALONE, 0.6)
    assert value_of(ALONE, many, 0.6) < value_of(ALONE, ELSEWHERE, 0.6)


def test_the_most_valuable_come_first_and_few_are_read() -> None:
    claim = any_claim(desk_session())
    worth = {"a": 0.2, "b": 0.5, "c": 0.4, "d": 0.1}
    bounds = [(0.6, "a"), (0.5, "b"), (0.45, "c"), (0.3, "d"), (0.9, "gone")]
    read: list[str] = []

    def reading(pair: OpenPair) -> Match | None:
        read.append(pair.theirs)
        if pair.theirs == "gone":
            return None
        candidate = Candidate(claim_id=ClaimId(pair.theirs), score=0.5, suggestion=Relation.RELATED)
        return Match(claim=claim, candidate=candidate, value=worth[pair.theirs])

    found = most_valuable(((b, OpenPair("x", name, 0.5)) for b, name in bounds), reading)
    assert [next(found).candidate.claim_id, next(found).candidate.claim_id] == ["b", "c"]
    assert read == ["gone", "a", "b", "c"]
    assert [match.candidate.claim_id for match in found] == ["a", "d"]
