"""A track record counts what the desk ruled on, once, and owns up to how little it knows."""

import pytest

from tests.unit.credibility.records import assertion, claim
from tracker.credibility import jeffreys_interval, propose_letter, track_record, track_records
from tracker.model import ClaimState, Reliability, SourceId, Verdict

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
    record = track_record(S1, claims, ruled)
    assert (record.cited, record.borne_out, record.refuted, record.resolved) == (8, 2, 1, 3)
    assert record.mean == pytest.approx(2.5 / 4)
    assert record.interval == jeffreys_interval(2, 3)


def test_an_assertion_counts_once_however_often_the_source_said_it() -> None:
    record = track_record(
        S1, [claim("c1"), claim("c2")], [assertion("a", "c1 c2", Verdict.VERIFIED)]
    )
    assert (record.cited, record.borne_out) == (2, 1)


def test_claims_not_accepted_and_claims_of_others_do_not_count() -> None:
    claims = [
        claim("c1", state=ClaimState.PROPOSED),
        claim("c2", state=ClaimState.REJECTED),
        claim("c3", source="s2"),
    ]
    record = track_record(S1, claims, [assertion("a", "c1 c2 c3", Verdict.VERIFIED)])
    assert (record.cited, record.resolved) == (0, 0)


def test_a_charge_the_source_passes_on_brings_it_neither_credit_nor_blame() -> None:
    record = track_record(
        S1, [claim("c1", allegation=True)], [assertion("a", "c1", Verdict.VERIFIED)]
    )
    assert (record.cited, record.resolved) == (1, 0)


def test_sources_judged_to_be_the_same_voice_share_a_record() -> None:
    claims = [claim("c1"), claim("c2", source="s2")]
    ruled = [assertion("a", "c1", Verdict.VERIFIED), assertion("b", "c2", Verdict.REFUTED)]
    record = track_record(S1, claims, ruled, same_as=[SourceId("s2")])
    assert (record.source_id, record.cited, record.resolved) == (S1, 2, 2)


def test_all_records_at_once_are_the_single_records() -> None:
    claims = [claim(f"c{n}", source=f"s{n % 3}") for n in range(9)]
    ruled = [assertion(f"a{n}", f"c{n}", Verdict.VERIFIED) for n in range(0, 9, 2)]
    records = track_records(claims, ruled)
    assert len(records) == 3
    for source_id, record in records.items():
        assert record == track_record(source_id, claims, ruled)


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
