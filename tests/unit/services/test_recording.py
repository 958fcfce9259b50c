"""Track records from a store: of a voice, of its class, of an outlet's unnamed voices."""

from datetime import UTC, datetime

import pytest
from attrs import evolve

from tests.desk import article, claim, make_session, outlet, voice
from tracker.errors import RuleError
from tracker.model import (
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Dependence,
    Identity,
    Likelihood,
    Profile,
    Relation,
    Source,
    SourceId,
    Verdict,
    Weighing,
)
from tracker.services.corroborating import judge
from tracker.services.judging import rate, rule_on_claim
from tracker.services.recording import (
    Scope,
    account_of,
    all_records,
    members_of,
    record_of,
    reviewers_calibration,
)
from tracker.services.session import Session
from tracker.services.sources import link_sources, unlink_sources

NOW = datetime(2026, 11, 22, tzinfo=UTC).date()
TEXTS = ("هجوم في الرقة، وقال مصدر ثان إن", "مقتل جندي في الرقة وجرح آخر", "اعتقال عنصر في حلب")
ONE, TWO, THREE = (SourceId(f"src_v{n}") for n in range(3))


def desk() -> Session:
    """Return a desk with three articles of one outlet, an unnamed voice and its claim in each."""
    session = make_session()
    changes = [Change(after=outlet())]
    for number, text in enumerate(TEXTS):
        about = f"art_{number}"
        spoken = claim(
            text, f"clm_{number}", text=text, article_id=about, source_id=f"src_v{number}"
        )
        changes += [
            Change(after=article(text, about)),
            Change(after=voice(source_id=f"src_v{number}", article_id=about)),
            Change(after=evolve(spoken, state=ClaimState.ACCEPTED)),
        ]
    session.commit("Set up", *changes)
    return session


def clm(number: int) -> ClaimId:
    return ClaimId(f"clm_{number}")


def test_a_record_joins_the_sources_judged_the_same_and_parts_with_them() -> None:
    session = desk()
    rule_on_claim(session, clm(0), Verdict.VERIFIED)
    rule_on_claim(session, clm(1), Verdict.REFUTED)
    assert record_of(session.store, ONE).resolved == 1
    link_sources(session, ONE, TWO, Identity.SAME_AS, "the second report says so")
    joined = record_of(session.store, TWO)
    assert (joined.voices, joined.borne_out, joined.refuted) == (2, 1, 1)
    shared = {source.id: record for source, record in all_records(session.store)}
    assert shared[ONE].resolved == shared[TWO].resolved == 2
    unlink_sources(session, ONE, TWO)
    assert record_of(session.store, TWO).resolved == 1


@pytest.mark.parametrize("identity", [Identity.LIKELY_SAME, Identity.DISTINCT_FROM])
def test_less_than_the_same_voice_joins_no_record(identity: Identity) -> None:
    session = desk()
    link_sources(session, ONE, TWO, identity, "perhaps")
    assert record_of(session.store, ONE).voices == 1


def test_a_class_is_what_is_stated_alike_and_the_outlet_has_all_its_unnamed_voices() -> None:
    session = desk()
    store = session.store
    third = store.get(Source, THREE)
    profile = Profile(beat="النفط")
    session.commit("Describe", Change.replace(third, evolve(third, profile=profile)))
    assert [s.id for s in members_of(store, store.get(Source, ONE), Scope.PROFILE)] == [ONE, TWO]
    own = store.get(Source, SourceId("src_outlet"))
    assert len(members_of(store, own, Scope.ANONYMOUS)) == 3
    assert record_of(store, own.id, Scope.ANONYMOUS).cited == 3
    assert record_of(store, own.id).cited == 0
    with pytest.raises(RuleError, match="named"):
        record_of(store, own.id, Scope.PROFILE)


def test_an_echo_among_an_outlets_voices_scores_once_and_independence_twice() -> None:
    session = desk()
    own = SourceId("src_outlet")
    judge(session, clm(0), clm(1), Relation.CORROBORATES, dependence=Dependence.REPRINT)
    rule_on_claim(session, clm(0), Verdict.VERIFIED)
    assert record_of(session.store, own, Scope.ANONYMOUS).borne_out == 1
    judge(session, clm(0), clm(1), Relation.CORROBORATES, dependence=Dependence.INDEPENDENT)
    assert record_of(session.store, own, Scope.ANONYMOUS).borne_out == 2
    assert record_of(session.store, ONE).borne_out == 1


def test_a_contradicted_open_claim_is_told() -> None:
    session = desk()
    judge(session, clm(0), clm(1), Relation.CONTRADICTS)
    assert record_of(session.store, ONE).contradicted == 1
    rejected = session.store.get(Claim, clm(1))
    session.commit("x", Change.replace(rejected, evolve(rejected, state=ClaimState.REJECTED)))
    assert record_of(session.store, ONE).contradicted == 0


def test_a_shrunk_record_is_drawn_to_the_outlets_other_voices() -> None:
    session = desk()
    rule_on_claim(session, clm(0), Verdict.VERIFIED)
    rule_on_claim(session, clm(1), Verdict.REFUTED)
    plain = record_of(session.store, ONE)
    shrunk = record_of(session.store, ONE, weighing=Weighing(shrinkage=2), today=NOW)
    assert shrunk.drawn_to == pytest.approx(0.25)
    assert shrunk.mean < plain.mean
    assert len(account_of(session.store, session.store.get(Source, ONE)).outcomes) == 1


def test_a_record_over_all_sources_is_the_record_of_each() -> None:
    session = desk()
    judge(session, clm(0), clm(1), Relation.CORROBORATES, dependence=Dependence.INDEPENDENT)
    judge(session, clm(1), clm(2), Relation.CONTRADICTS)
    link_sources(session, TWO, THREE, Identity.SAME_AS, "named later")
    rule_on_claim(session, clm(0), Verdict.VERIFIED)
    for source, record in all_records(session.store):
        assert record == record_of(session.store, source.id)


def test_a_likelihood_before_the_verdict_is_a_forecast_whatever_is_added_later() -> None:
    session = desk()
    rate(session, clm(0), likelihood=Likelihood.LIKELY)
    rule_on_claim(session, clm(0), Verdict.VERIFIED)
    rate(session, clm(0), rationale="seen since")
    rate(session, clm(1), likelihood=Likelihood.LIKELY)
    (found,) = reviewers_calibration(session.store)
    assert (found.reviewer, found.forecasts, found.open) == ("Nour", 1, 1)
