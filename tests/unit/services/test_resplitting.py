"""Splitting a sentence finer or coarser: only what is open, one change set, undone as one."""

import pytest

from tests.desk import article as article_of
from tests.desk import claim, desk_session, make_session, outlet, span_of, voice
from tracker.errors import RuleError
from tracker.model import (
    ArticleId,
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Credibility,
    SourceId,
    SourceKind,
)
from tracker.services.judging import rate
from tracker.services.linking import link_new_source
from tracker.services.reading import claims_of
from tracker.services.resplitting import split_coarser, split_finer
from tracker.services.reviewing import annotate, decide
from tracker.services.session import Session
from tracker.services.undoing import undo

ONE = ArticleId("art_one")
TWO = ClaimId("clm_2")
CLOSED, OPEN = "أغلق التنظيم الطريق، من جهة الغرب، صباح اليوم", "فيما بقي الجسر مفتوحاً، أمام المارة"
TEXT = f"أكد مصدر أن {CLOSED}، {OPEN}.\n"


def quotes(session: Session) -> list[str]:
    return [c.quote for c in claims_of(session.store, ONE)]


def sentence_session() -> Session:
    """Return a session on one sentence of two claims, clm_1 and clm_2."""
    session = make_session()
    records = (outlet(), voice(), article_of(TEXT), claim(CLOSED, "clm_1", text=TEXT))
    both = (*records, claim(OPEN, "clm_2", text=TEXT))
    session.commit("Add article", *(Change(after=record) for record in both))
    return session


def test_finer_splits_at_commas_and_coarser_joins_what_no_cue_parts() -> None:
    session = sentence_session()
    finer = split_finer(session, TWO)
    assert [c.quote for c in finer] == [
        "أغلق التنظيم الطريق", "من جهة الغرب، صباح اليوم", "فيما بقي الجسر مفتوحاً", "أمام المارة",
    ]  # fmt: skip
    assert all(c.fits(TEXT) for c in finer)
    split_coarser(session, finer[0].id)
    assert quotes(session) == [CLOSED, OPEN]
    split_coarser(session, claims_of(session.store, ONE)[0].id)
    assert quotes(session) == [f"{CLOSED}، {OPEN}"]


def test_one_undo_brings_the_claims_back_as_they_were() -> None:
    session = sentence_session()
    before = [(c.id, c.spans, c.attribution) for c in claims_of(session.store, ONE)]
    split_finer(session, TWO)
    undo(session)
    assert [(c.id, c.spans, c.attribution) for c in claims_of(session.store, ONE)] == before


def test_a_decided_claim_keeps_its_words_and_its_decision() -> None:
    session = sentence_session()
    decide(session, [ClaimId("clm_1")], ClaimState.ACCEPTED)
    kept = session.store.get(Claim, ClaimId("clm_1"))
    split_finer(session, TWO)
    assert session.store.get(Claim, ClaimId("clm_1")) == kept
    assert quotes(session) == [CLOSED, "فيما بقي الجسر مفتوحاً", "أمام المارة"]


def test_a_rated_or_annotated_claim_is_left_alone_and_cannot_be_split_anew() -> None:
    session = sentence_session()
    rate(session, ClaimId("clm_1"), credibility=Credibility.POSSIBLY_TRUE)
    annotate(session, TWO, note="ask the desk")
    for claim_id in (ClaimId("clm_1"), TWO):
        with pytest.raises(RuleError, match="words stay"):
            split_finer(session, claim_id)
    assert quotes(session) == [CLOSED, OPEN]


def test_parts_keep_the_source_that_a_reviewer_gave_the_whole() -> None:
    session = sentence_session()
    given = link_new_source(session, [TWO], SourceKind.NAMED_PERSON, "سالم حسن")
    split_finer(session, TWO)
    sources = [c.source_id for c in claims_of(session.store, ONE)]
    assert sources == [SourceId("src_voice")] * 2 + [given.id] * 2


def test_claims_of_other_sentences_are_not_touched() -> None:
    session = desk_session()
    before = session.store.get(Claim, ClaimId("clm_1"))
    split_coarser(session, TWO)
    assert session.store.get(Claim, ClaimId("clm_1")) == before


def test_a_sentence_that_splits_no_further_says_so_and_changes_nothing() -> None:
    session = sentence_session()
    split_coarser(session, TWO)
    last = session.store.sequence
    (only,) = claims_of(session.store, ONE)
    with pytest.raises(RuleError, match="no coarser"):
        split_coarser(session, only.id)
    assert session.store.sequence == last
    assert only.spans[0].start == span_of(CLOSED, TEXT).start
