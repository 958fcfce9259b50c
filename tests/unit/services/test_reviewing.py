"""Decisions on claims: each one change set, each undoable, none that breaks the text."""

import pytest

from tests.desk import ATTACK, FLIGHT, TEXT, desk_session, span_of
from tracker.errors import RuleError
from tracker.model import (
    ArticleId,
    Claim,
    ClaimId,
    ClaimState,
    Credibility,
    Delivery,
    SourceId,
    Span,
)
from tracker.services.judging import rate
from tracker.services.reading import claims_of, progress_of
from tracker.services.reviewing import (
    add_claim,
    annotate,
    decide,
    merge_with_next,
    set_spans,
    split_claim,
)
from tracker.services.session import Session
from tracker.services.undoing import undo

ONE = ArticleId("art_one")


def the(session: Session, claim_id: str) -> Claim:
    return session.store.get(Claim, claim_id)


def test_accepting_several_claims_is_one_change_set() -> None:
    session = desk_session()
    decide(session, [ClaimId("clm_1"), ClaimId("clm_2")], ClaimState.ACCEPTED)
    progress = progress_of(claims_of(session.store, ONE))
    assert (progress.accepted, progress.proposed) == (2, 2)
    assert session.store.sequence == 2


def test_deciding_what_is_decided_says_so_and_changes_nothing() -> None:
    session = desk_session()
    decide(session, [ClaimId("clm_1")], ClaimState.REJECTED)
    with pytest.raises(RuleError, match="rejected already"):
        decide(session, [ClaimId("clm_1")], ClaimState.REJECTED)
    assert session.store.sequence == 2


def test_splitting_leaves_two_claims_whose_quotes_are_the_articles_words() -> None:
    session = desk_session()
    cut = span_of("شن هجوماً").start
    first, second = split_claim(session, ClaimId("clm_2"), cut)
    assert (first.quote, second.quote) == ('"داعش"', "شن هجوماً على مواقع")
    assert first.fits(TEXT)
    assert second.fits(TEXT)
    assert second.attribution == first.attribution


@pytest.mark.parametrize("offset", [0, span_of(ATTACK).start, span_of(ATTACK).end, len(TEXT)])
def test_a_cut_that_leaves_one_side_empty_is_refused(offset: int) -> None:
    session = desk_session()
    with pytest.raises(RuleError, match="no word on one side"):
        split_claim(session, ClaimId("clm_2"), offset)
    assert the(session, "clm_2").quote == ATTACK


def test_splitting_at_the_gap_of_a_claim_in_two_spans_parts_the_spans() -> None:
    session = desk_session()
    merge_with_next(session, ClaimId("clm_3"))
    first, second = split_claim(session, ClaimId("clm_3"), span_of("15 شخصاً").start)
    assert first.quote == FLIGHT
    assert second.quote == "15 شخصاً اعتقلوا"


def test_merging_neighbours_with_only_a_comma_between_makes_one_span() -> None:
    session = desk_session()
    merged = merge_with_next(session, ClaimId("clm_2"))
    assert merged.quote == f"{ATTACK}، {FLIGHT}"
    assert [c.id for c in claims_of(session.store, ONE)] == ["clm_1", "clm_2", "clm_4"]


def test_merging_over_a_cue_keeps_the_cue_out_of_the_claim() -> None:
    session = desk_session()
    merged = merge_with_next(session, ClaimId("clm_3"))
    assert merged.quote == f"{FLIGHT} … 15 شخصاً اعتقلوا"
    assert merged.fits(TEXT)


def test_merging_the_last_claim_is_refused() -> None:
    with pytest.raises(RuleError, match="last claim"):
        merge_with_next(desk_session(), ClaimId("clm_4"))


def test_merging_never_swallows_a_claim_that_somebody_rated() -> None:
    session = desk_session()
    rate(session, ClaimId("clm_3"), credibility=Credibility.POSSIBLY_TRUE)
    with pytest.raises(RuleError, match="already rated"):
        merge_with_next(session, ClaimId("clm_2"))


def test_undoing_a_merge_brings_both_claims_back_as_they_were() -> None:
    session = desk_session()
    before = [(c.id, c.quote) for c in claims_of(session.store, ONE)]
    merge_with_next(session, ClaimId("clm_2"))
    undo(session)
    assert [(c.id, c.quote) for c in claims_of(session.store, ONE)] == before


def test_adjusting_to_the_same_words_records_nothing() -> None:
    session = desk_session()
    set_spans(session, ClaimId("clm_2"), [span_of(ATTACK)])
    assert session.store.sequence == 1


def test_adjusted_words_must_lie_in_the_text() -> None:
    session = desk_session()
    with pytest.raises(RuleError, match="the text has"):
        set_spans(session, ClaimId("clm_2"), [Span(5, len(TEXT) + 1)])


def test_a_claim_from_a_selection_is_accepted_and_in_the_outlets_voice_unless_told() -> None:
    session = desk_session()
    own = add_claim(session, ONE, [span_of("على مواقع")])
    told = add_claim(session, ONE, [span_of("مكان مجهول")], SourceId("src_voice"))
    assert own.state is ClaimState.ACCEPTED
    assert (own.source_id, own.attribution.delivery) == ("src_outlet", Delivery.OWN_VOICE)
    assert (told.source_id, told.attribution.delivery) == ("src_voice", Delivery.PARAPHRASE)


def test_wording_gloss_and_note_are_kept_apart_from_the_quote() -> None:
    session = desk_session()
    edited = annotate(session, ClaimId("clm_2"), wording="هاجم داعش", gloss="ISIS attacked")
    assert (edited.statement, edited.quote) == ("هاجم داعش", ATTACK)
    annotate(session, ClaimId("clm_2"), wording="هاجم داعش")
    assert session.store.sequence == 2
