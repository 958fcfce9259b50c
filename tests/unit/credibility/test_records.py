"""A track record counts what the desk ruled on, once, and owns up to how little it knows."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from tests.unit.credibility.records import WHEN, assertion, claim, judged, known
from tracker.credibility import (
    beta_interval,
    jeffreys_interval,
    outcomes,
    propose_letter,
    track_record,
    track_records,
)
from tracker.model import (
    ArticleId,
    ClaimState,
    Dependence,
    Relation,
    Reliability,
    SourceId,
    Verdict,
    Weighing,
)

S1 = SourceId("s1")


def test_verified_is_borne_out_refuted_is_refuted_and_the_rest_is_open() -> None:
    verdicts = [
        Verdict.VERIFIED,
        Verdict.VERIFIED,
        Verdict.REFUTED,
        Verdict.LIKELY,
        Verdict.UNVERIFIED,
        Verdict.DISPUTED,
        None,
    ]
    claims = [claim(f"c{number}") for number in range(len(verdicts) + 1)]
    ruled = [assertion(f"a{n}", f"c{n}", verdict) for n, verdict in enumerate(verdicts)]
    record = track_record(S1, claims, known(claims, ruled))
    assert (record.cited, record.borne_out, record.refuted, record.resolved) == (8, 2, 1, 3)
    assert record.mean == pytest.approx(2.5 / 4)
    assert record.interval == jeffreys_interval(2, 3)


def test_an_assertion_counts_once_however_often_the_source_said_it() -> None:
    claims = [claim("c1"), claim("c2")]
    ruled = [assertion("a", "c1 c2", Verdict.VERIFIED)]
    record = track_record(S1, claims, known(claims, ruled))
    assert (record.cited, record.borne_out) == (2, 1)


def test_claims_not_accepted_do_not_count() -> None:
    claims = [
        claim("c1", state=ClaimState.PROPOSED),
        claim("c2", state=ClaimState.REJECTED),
    ]
    ruled = [assertion("a", "c1 c2", Verdict.VERIFIED)]
    record = track_record(S1, claims, known(claims, ruled))
    assert (record.cited, record.resolved) == (0, 0)


def test_a_charge_the_source_passes_on_brings_it_neither_credit_nor_blame() -> None:
    claims = [claim("c1", allegation=True), claim("c2", allegation=True)]
    record = track_record(S1, claims, known(claims, [assertion("a", "c1", Verdict.VERIFIED)]))
    assert (record.cited, record.resolved, record.open) == (2, 0, 0)


def test_sources_judged_to_be_the_same_voice_share_a_record() -> None:
    claims = [claim("c1"), claim("c2", source="s2"), claim("c3", source="s3")]
    ruled = [assertion("a", "c1", Verdict.VERIFIED), assertion("b", "c2", Verdict.REFUTED)]
    same = {SourceId("s1"): S1, SourceId("s2"): S1}
    records = track_records(claims, known(claims, ruled), same_as=same)
    for name in ("s1", "s2"):
        shared = records[SourceId(name)]
        assert (shared.source_id, shared.voices) == (name, 2)
        assert (shared.cited, shared.resolved) == (2, 2)
    assert (records[SourceId("s3")].voices, records[SourceId("s3")].resolved) == (1, 0)


def test_all_records_at_once_are_the_single_records() -> None:
    claims = [claim(f"c{n}", source=f"s{n % 3}") for n in range(9)]
    ledger = known(claims, [assertion(f"a{n}", f"c{n}", Verdict.VERIFIED) for n in range(0, 9, 2)])
    records = track_records(claims, ledger)
    assert len(records) == 3
    for source_id, record in records.items():
        own = [one for one in claims if one.source_id == source_id]
        assert record == track_record(source_id, own, ledger)


def test_several_voices_count_once_an_event_unless_their_origins_are_independent() -> None:
    claims = [claim(f"c{n}", source=f"s{n}", article=f"art{n}") for n in range(4)]
    ruled = [assertion("a", "c0 c1 c2 c3", Verdict.VERIFIED)]
    echo = [judged("c0", "c1", Dependence.REPRINT), judged("c0", "c2"), judged("c0", "c3")]
    assert track_record(S1, claims, known(claims, ruled, echo)).borne_out == 1
    two = [*echo[:2], judged("c0", "c3", Dependence.INDEPENDENT)]
    assert track_record(S1, claims, known(claims, ruled, two)).borne_out == 2


def test_what_is_unsettled_is_open_once_an_event_and_told_when_contradicted() -> None:
    claims = [claim("c1"), claim("c2"), claim("c3"), claim("x", source="s2")]
    pairs = [judged("c3", "x", relation=Relation.CONTRADICTS)]
    ledger = known(claims, [assertion("a", "c1 c2")], pairs)
    record = track_record(S1, claims[:3], ledger)
    assert (record.cited, record.open, record.contradicted) == (3, 2, 1)


def test_a_contradiction_that_was_not_accepted_contradicts_nothing() -> None:
    claims = [claim("c1"), claim("x", source="s2", state=ClaimState.PROPOSED)]
    pairs = [judged("c1", "x", relation=Relation.CONTRADICTS)]
    assert track_record(S1, claims[:1], known(claims, (), pairs)).contradicted == 0


def test_an_old_outcome_weighs_half_after_its_half_life_and_the_weighing_is_told() -> None:
    claims = [claim("c1"), claim("c2")]
    ledger = known(
        claims, [assertion("a", "c1", Verdict.VERIFIED), assertion("b", "c2", Verdict.REFUTED)]
    )
    weighing = Weighing(half_life_days=100)
    later = (WHEN + timedelta(days=200)).date()
    record = track_record(S1, claims, ledger, weighing=weighing, today=later)
    assert (record.borne_out, record.refuted) == (1, 1)
    assert record.weight == pytest.approx(0.5)
    assert record.interval == beta_interval(0.75, 0.75)
    assert record.weighing == weighing


def test_shrinkage_draws_the_estimate_to_the_mean_of_others_and_tells_it() -> None:
    claims = [claim("c1")]
    ledger = known(claims, [assertion("a", "c1", Verdict.VERIFIED)])
    record = track_record(S1, claims, ledger, weighing=Weighing(shrinkage=4), drawn_to=0.5)
    assert record.mean == pytest.approx(3.5 / 6)
    assert record.interval == beta_interval(3.5, 2.5)
    assert record.drawn_to == 0.5
    plain = track_record(S1, claims, ledger, weighing=Weighing(shrinkage=4))
    assert (plain.mean, plain.drawn_to) == (0.75, None)


def test_outcomes_come_in_the_order_they_were_said() -> None:
    claims = [claim("c1", article="late"), claim("c2", article="early")]
    ledger = known(
        claims, [assertion("a", "c1", Verdict.VERIFIED), assertion("b", "c2", Verdict.REFUTED)]
    )
    dated = evolve(
        ledger,
        published={ArticleId("late"): date(2021, 1, 1), ArticleId("early"): date(2020, 1, 1)},
    )
    assert [one.borne_out for one in outcomes(claims, dated)] == [False, True]


@pytest.mark.parametrize(
    ("borne_out", "resolved", "letter"),
    [
        (2, 2, Reliability.F),
        (3, 3, Reliability.C),
        (2, 3, Reliability.D),
        (0, 3, Reliability.D),
        (0, 5, Reliability.E),
        (7, 7, Reliability.B),
        (11, 11, Reliability.B),
        (12, 12, Reliability.A),
        (18, 20, Reliability.B),
        (50, 100, Reliability.D),
        (10, 100, Reliability.E),
    ],
)
def test_a_letter_has_to_be_earned(borne_out: int, resolved: int, letter: Reliability) -> None:
    assert propose_letter(resolved, jeffreys_interval(borne_out, resolved)) is letter
