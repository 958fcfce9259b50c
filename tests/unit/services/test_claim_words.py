"""Words of another claim that a claim is read with: kept through every edit, never its own."""

import pytest

from tests.desk import ATTACK, FLIGHT, TEXT, desk_session, make_session, span_of
from tracker.errors import RuleError
from tracker.intake import read_text
from tracker.model import Claim, ClaimId, Span
from tracker.services.adding import Details, add_article
from tracker.services.claim_words import set_shared, without
from tracker.services.reading import claims_of
from tracker.services.reviewing import merge_with_next, set_spans, split_claim
from tracker.services.session import Session
from tracker.services.undoing import undo

CHARGES = (
    "اعتقال ثلاثة رجال في الرقة\n\nواعتقلت الشرطة ثلاثة رجال في الرقة بتهمة التجسس وتسهيل حصولهم "
    "على السلاح.\n"
)


def read_with(session: Session, words: str) -> Claim:
    return set_shared(session, ClaimId("clm_3"), (span_of(words),))


def test_a_claim_is_read_with_words_of_another_and_the_edit_is_undone() -> None:
    session = desk_session()
    claim = read_with(session, '"داعش"')
    assert (claim.shared_quote, claim.quote) == ('"داعش"', FLIGHT)
    assert claim.statement == f'"داعش" … {FLIGHT}'
    assert claim.fits(TEXT)
    undo(session)
    assert session.store.get(Claim, "clm_3").shared == ()


def test_words_that_the_claim_holds_are_none_of_another() -> None:
    session = desk_session()
    with pytest.raises(RuleError, match="has these words already"):
        read_with(session, "فر المهاجمون")
    claim = set_shared(session, ClaimId("clm_3"), (span_of(f"{ATTACK}، {FLIGHT}"),))
    assert claim.shared_quote == ATTACK


def test_words_outside_the_article_are_refused() -> None:
    with pytest.raises(RuleError, match="characters"):
        set_shared(desk_session(), ClaimId("clm_3"), (Span(1, 9999),))


def test_both_parts_of_a_split_claim_keep_them_and_a_merged_one_drops_what_it_holds() -> None:
    session = desk_session()
    read_with(session, '"داعش"')
    first, second = split_claim(session, ClaimId("clm_3"), span_of("المهاجمون إلى").start)
    assert first.shared_quote == second.shared_quote == '"داعش"'
    assert merge_with_next(session, ClaimId("clm_2")).shared == ()


def test_a_claim_that_takes_shared_words_shares_them_no_longer() -> None:
    session = desk_session()
    read_with(session, ATTACK)
    claim = set_spans(session, ClaimId("clm_3"), (span_of("على مواقع"), span_of(FLIGHT)))
    assert claim.shared_quote == '"داعش" شن هجوماً'


def test_proposed_shared_words_are_stored_and_move_to_a_later_version() -> None:
    session = make_session()
    details = Details(outlet="وكالة", url="https://news.example/1")
    old = add_article(session, read_text(CHARGES), details)
    claim = claims_of(session.store, old.article.id)[-1]
    assert (claim.quote, claim.shared_quote) == ("وتسهيل حصولهم على السلاح", "بتهمة")
    new = add_article(session, read_text("عاجل\n" + CHARGES), details)
    moved = session.store.get(Claim, claim.id)
    assert (moved.article_id, moved.shared_quote) == (new.article.id, "بتهمة")
    assert moved.fits(new.article.text)


def test_what_is_cut_out_leaves_no_separators() -> None:
    assert without("one, two, three", (Span(0, 15),), (Span(5, 8),)) == (Span(0, 3), Span(10, 15))
