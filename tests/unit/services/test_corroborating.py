"""Judging pairs: what joins an assertion, what is kept beside it, what is never asked twice."""

import pytest

from tests.desk import (
    article,
    claim,
    colleague,
    desk_session,
    outlet,
    voice,
)
from tracker.errors import RuleError
from tracker.model import (
    Assertion,
    Assessment,
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Corroboration,
    Dependence,
    Relation,
    Verdict,
)
from tracker.services.claim_index import ClaimIndex
from tracker.services.corroborating import judge, set_dependence
from tracker.services.judging import lacks_independent_origin, rule_on_claim
from tracker.services.match_queue import MatchQueue, pair_of
from tracker.services.match_value import Match
from tracker.services.reading import assertion_of
from tracker.services.reviewing import annotate, decide
from tracker.services.session import Session
from tracker.services.undoing import undo

OTHER = 'شن "داعش" هجوماً على مواقع النظام. اعتقل 20 شخصاً في المدينة.'
TWO, SAME, FAR = ClaimId("clm_2"), ClaimId("clm_8"), ClaimId("clm_9")


def two_articles() -> Session:
    session = desk_session()
    second = article(text=OTHER, article_id="art_two", outlet_id="src_enab")
    made = (
        outlet("عنب بلدي", "src_enab"),
        voice(source_id="src_other", article_id="art_two"),
        second,
        claim(
            'شن "داعش" هجوماً على مواقع النظام',
            "clm_8",
            text=OTHER,
            article_id="art_two",
            source_id="src_other",
        ),
        claim(
            "اعتقل 20 شخصاً في المدينة",
            "clm_9",
            text=OTHER,
            article_id="art_two",
            source_id="src_other",
        ),
    )
    session.commit("Add", *(Change(after=entity) for entity in made))
    return session


def matches_of(session: Session, *ends: ClaimId) -> list[Match]:
    """Return the waiting matches of a pair."""
    found = MatchQueue(session.store).refresh()
    return [match for match in found if set(pair_of(match)) == set(ends)]


def test_the_best_candidate_is_the_same_event_in_the_other_article() -> None:
    session = two_articles()
    index = ClaimIndex(session.store)
    found = index.candidates(session.store.get(Claim, TWO))
    assert found[0].claim_id == SAME
    assert found[0].signals
    assert all(c.claim_id in {SAME, FAR} for c in found)


def test_the_index_follows_edits_without_being_rebuilt() -> None:
    session = two_articles()
    index = ClaimIndex(session.store)
    hand = session.store.get(Claim, TWO)
    decide(session, [SAME], ClaimState.REJECTED)
    assert SAME not in {c.claim_id for c in index.candidates(hand)}
    undo(session)
    assert index.candidates(hand)[0].claim_id == SAME
    annotate(session, FAR, wording="شن داعش هجوماً على مواقع")
    assert {c.claim_id for c in index.candidates(hand)} == {SAME, FAR}


def test_a_judged_pair_is_not_offered_again_even_when_rejected() -> None:
    session = two_articles()
    index = ClaimIndex(session.store)
    hand = session.store.get(Claim, TWO)
    judge(session, TWO, SAME, Relation.UNRELATED, candidate=index.candidates(hand)[0])
    assert SAME not in {c.claim_id for c in index.candidates(hand)}
    kept = next(session.store.scan(Corroboration))
    assert kept.score > 0
    assert kept.signals


def test_a_pair_set_aside_waits_anew_once_a_text_changes() -> None:
    session = two_articles()
    index = ClaimIndex(session.store)
    judge(session, TWO, SAME, Relation.RELATED)
    annotate(session, SAME, wording="شن داعش هجوماً على مواقع الجيش")
    hand = session.store.get(Claim, TWO)
    assert SAME in {c.claim_id for c in index.candidates(hand)}
    judge(session, TWO, SAME, Relation.RELATED)
    assert SAME not in {c.claim_id for c in index.candidates(hand)}


def test_a_pair_set_aside_waits_anew_under_another_matcher(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = two_articles()
    judge(session, TWO, SAME, Relation.UNRELATED)
    judge(session, TWO, FAR, Relation.CONTRADICTS)
    monkeypatch.setattr("tracker.matching.judgement.MATCHER", "next")
    found = ClaimIndex(session.store).candidates(session.store.get(Claim, TWO))
    assert [c.claim_id for c in found] == [SAME]


def test_the_first_further_origin_is_worth_more_than_the_third() -> None:
    session = two_articles()
    (before,) = matches_of(session, TWO, SAME)
    judge(session, TWO, FAR, Relation.CORROBORATES, dependence=Dependence.INDEPENDENT)
    (after,) = matches_of(session, TWO, SAME)
    assert after.value == pytest.approx(before.value / 2)


def test_corroborating_claims_form_one_assertion_and_share_nothing_else() -> None:
    session = two_articles()
    rule_on_claim(session, TWO, Verdict.LIKELY)
    judge(session, SAME, TWO, Relation.CORROBORATES)
    assertion = assertion_of(session.store, SAME)
    assert assertion is not None
    assert set(assertion.claim_ids) == {TWO, SAME}
    assert assertion.verdict is Verdict.LIKELY
    assert {a.claim_id for a in session.store.scan(Assessment)} == {TWO}


def test_judging_anew_parts_what_was_joined() -> None:
    session = two_articles()
    judge(session, TWO, SAME, Relation.CORROBORATES)
    judge(session, TWO, SAME, Relation.CONTRADICTS)
    assert session.store.count(Assertion) == 0
    assert session.store.count(Corroboration) == 1


def test_undoing_a_judgement_takes_the_assertion_back_too() -> None:
    session = two_articles()
    judge(session, TWO, SAME, Relation.CORROBORATES)
    undo(session)
    assert session.store.count(Assertion) == 0
    assert session.store.count(Corroboration) == 0


def test_independence_is_unknown_until_somebody_judges_it() -> None:
    session = two_articles()
    judge(session, TWO, SAME, Relation.CORROBORATES)
    made = next(session.store.scan(Corroboration))
    assert made.dependence is Dependence.UNKNOWN
    assert lacks_independent_origin(session.store, TWO)
    set_dependence(colleague(session), made.id, Dependence.INDEPENDENT)
    assert not lacks_independent_origin(session.store, TWO)
    assert next(session.store.scan(Corroboration)).reviewer == "Sami"


def test_same_origin_means_the_origins_are_not_independent() -> None:
    session = two_articles()
    judge(session, TWO, SAME, Relation.SAME_ORIGIN)
    assert next(session.store.scan(Corroboration)).dependence is Dependence.SAME_ORIGIN


def test_a_claim_cannot_corroborate_itself() -> None:
    with pytest.raises(RuleError, match="two different claims"):
        judge(two_articles(), TWO, TWO, Relation.CORROBORATES)
