"""Published fact-checks come in once, are brought up to date, and wait for a person's word."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from tests.desk import colleague, desk_session, make_session
from tracker.errors import InputError, NotFoundError, RuleError
from tracker.intake.claim_reviews import ClaimReview
from tracker.intake.received import Limits
from tracker.model import Bearing, Claim, ClaimId, ClaimState, FactCheck, FactCheckId, FactCheckLink
from tracker.services.fact_check_index import FactCheckIndex
from tracker.services.fact_checks import (
    TakenIn,
    fact_checks_of,
    judge_fact_check,
    links_of,
    settled,
    take_in,
    take_in_file,
)
from tracker.services.reviewing import annotate, decide, merge_with_next
from tracker.services.session import Session
from tracker.services.undoing import undo

ATTACK = ClaimReview(
    claim="داعش شن هجوماً على مواقع النظام",
    title="لا صحة لهجوم داعش",
    url="https://checks.example/1",
    publisher="تحقق",
    published="2026-11-20",
    language="ar",
    rating="زائف",
    claimant="صفحة على فيسبوك",
)
OTHER = ClaimReview(claim="ارتفاع سعر الخبز في تونس", publisher="تحقق", rating="صحيح")
ATTACKED = ClaimId("clm_2")


@pytest.fixture
def session() -> Session:
    return desk_session()


def checks(session: Session) -> list[FactCheck]:
    return list(session.store.scan(FactCheck))


def test_every_field_is_kept_as_it_was_published(session: Session) -> None:
    assert take_in(session, [ATTACK, OTHER], "feed.json") == TakenIn(added=2, changed=0, known=0)
    first, second = checks(session)
    assert (first.claim_reviewed, first.rating, first.publisher) == (
        ATTACK.claim, "زائف", "تحقق",
    )  # fmt: skip
    assert first.published is not None
    assert first.published.isoformat() == "2026-11-20"
    assert (first.url, first.claimant) == (ATTACK.url, ATTACK.claimant)
    assert (second.url, second.published) == ("", None)


def test_the_same_archive_again_changes_nothing(session: Session) -> None:
    take_in(session, [ATTACK, OTHER], "feed.json")
    sequence = session.store.sequence
    assert take_in(session, [OTHER, ATTACK, ATTACK], "feed.json").known == 2
    assert session.store.sequence == sequence


def test_a_rating_that_changed_replaces_the_old_one_and_judgements_stay(session: Session) -> None:
    take_in(session, [ATTACK], "feed.json")
    (check,) = checks(session)
    judge_fact_check(session, ATTACKED, FactCheckId(check.id), Bearing.SAME_CLAIM)
    assert take_in(session, [evolve(ATTACK, rating="مضلل")], "feed.json").changed == 1
    (after,) = fact_checks_of(session.store, ATTACKED)
    assert (after.id, after.rating, after.version) == (check.id, "مضلل", 2)


def test_one_undo_takes_the_whole_archive_back(session: Session) -> None:
    take_in(session, [ATTACK, OTHER], "feed.json")
    undo(session)
    assert checks(session) == []


def test_hostile_fields_are_made_harmless(session: Session) -> None:
    review = ClaimReview(
        claim="one\x1b[31m\ntwo\x00",
        url="javascript:alert(1)",
        published="2026-13-77",
        title="\udc00",
    )
    take_in(session, [review, ClaimReview(claim="\x00 \n")], "x\x1b]0;.json")
    (check,) = checks(session)
    assert check.claim_reviewed == "one[31m two"
    assert (check.url, check.published, check.title) == ("", None, "")
    label = next(session.store.history()).changeset.label
    assert "\x1b" not in label


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"{}", "holds no fact-check"), (b"\xff", "holds no fact-check"), (b"[" * 9999, "holds no")],
)
def test_a_file_without_fact_checks_is_refused_by_name(
    session: Session, tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "checks.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"checks\.json {message}"):
        take_in_file(session, path)
    with pytest.raises(InputError, match="could not be read"):
        take_in_file(session, tmp_path / "nowhere.json")
    assert checks(session) == []


def test_a_file_beyond_the_limit_is_refused(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "checks.json"
    path.write_text(json.dumps({"@type": "ClaimReview", "claimReviewed": "x"}))
    with pytest.raises(InputError, match="larger than 10 bytes"):
        take_in_file(session, path, Limits(archive=10))
    assert take_in_file(session, path).added == 1


def test_judging_anew_replaces_the_word_and_keeps_what_is_not_given(session: Session) -> None:
    take_in(session, [ATTACK], "feed.json")
    check_id = FactCheckId(checks(session)[0].id)
    judge_fact_check(session, ATTACKED, check_id, Bearing.RELATED, score=0.5, note=" why ")
    judge_fact_check(colleague(session), ATTACKED, check_id, Bearing.SAME_CLAIM)
    (link,) = links_of(session.store, ATTACKED)
    assert (link.bearing, link.score, link.note) == (Bearing.SAME_CLAIM, 0.5, "why")
    assert (link.reviewer, link.version) == ("Sami", 2)


def test_judging_what_is_not_there_is_refused(session: Session) -> None:
    take_in(session, [ATTACK], "feed.json")
    check_id = FactCheckId(checks(session)[0].id)
    with pytest.raises(NotFoundError):
        judge_fact_check(session, ClaimId("clm_gone"), check_id, Bearing.RELATED)
    with pytest.raises(NotFoundError):
        judge_fact_check(session, ATTACKED, FactCheckId("fck_gone"), Bearing.RELATED)
    assert session.store.count(FactCheckLink) == 0


def test_the_right_fact_check_comes_first_with_reasons(session: Session) -> None:
    take_in(session, [OTHER, ATTACK], "feed.json")
    best = FactCheckIndex(session.store).candidates(ATTACKED)[0]
    assert best.fact_check.claim_reviewed == ATTACK.claim
    assert best.suggestion is Bearing.SAME_CLAIM
    assert any(signal.name == "words" for signal in best.candidate.signals)


def test_what_was_judged_is_not_asked_again_until_the_text_changes(session: Session) -> None:
    take_in(session, [ATTACK], "feed.json")
    index = FactCheckIndex(session.store)
    (match,) = index.candidates(ATTACKED)
    check_id = FactCheckId(match.fact_check.id)
    judge_fact_check(session, ATTACKED, check_id, Bearing.UNRELATED)
    assert index.candidates(ATTACKED) == ()
    annotate(session, ATTACKED, wording="شن تنظيم داعش هجوماً على مواقع النظام")
    assert len(index.candidates(ATTACKED)) == 1
    judge_fact_check(session, ATTACKED, check_id, Bearing.SAME_CLAIM)
    annotate(session, ATTACKED, wording="")
    assert index.candidates(ATTACKED) == ()
    claim_now = session.store.get(Claim, ATTACKED)
    assert settled(session.store, claim_now, links_of(session.store, ATTACKED)[0])


def test_the_queue_follows_what_is_edited(session: Session) -> None:
    index = FactCheckIndex(session.store)
    assert index.waiting() == ()
    take_in(session, [ATTACK], "feed.json")
    waiting = index.waiting()
    assert next(match.claim.id for match in waiting) == ATTACKED
    check_id = FactCheckId(waiting[0].fact_check.id)
    judge_fact_check(session, ATTACKED, check_id, Bearing.SAME_CLAIM)
    assert ATTACKED not in [match.claim.id for match in index.waiting()]
    undo(session)
    assert ATTACKED in [match.claim.id for match in index.waiting()]
    decide(session, [ATTACKED], ClaimState.REJECTED)
    assert ATTACKED not in [match.claim.id for match in index.waiting()]


def test_an_undone_archive_leaves_the_index() -> None:
    session = make_session(desk_session().store)
    take_in(session, [ATTACK], "feed.json")
    index = FactCheckIndex(session.store)
    assert index.candidates(ATTACKED)
    undo(session)
    assert index.candidates(ATTACKED) == ()


def test_a_claim_with_a_judged_fact_check_is_not_merged_away(session: Session) -> None:
    take_in(session, [ATTACK], "feed.json")
    judge_fact_check(session, ClaimId("clm_3"), FactCheckId(checks(session)[0].id), Bearing.RELATED)
    with pytest.raises(RuleError, match="already rated or related"):
        merge_with_next(session, ATTACKED)
