from attrs import evolve

from tests.desk import colleague, desk_session
from tracker.model import ArticleId, ClaimId, ClaimState, Reliability
from tracker.presenters.desk import DeskState, Order, article_rows, progress_bar, progress_counts
from tracker.presenters.desk_pane import to_do_lines
from tracker.services.judging import rate
from tracker.services.reading import Progress
from tracker.services.reviewing import decide


def test_the_desk_counts_what_is_left() -> None:
    session = desk_session()
    decide(session, (ClaimId("clm_1"),), ClaimState.ACCEPTED)
    decide(session, (ClaimId("clm_2"),), ClaimState.REJECTED)
    state = DeskState(rows=article_rows(session.store))
    (row,) = state.shown
    assert progress_counts(row) == "●1 ○2 ✗1"
    assert row.outlet == "العربي الجديد"
    assert row.date == "~2026-11-22"
    assert state.to_do.claims == 2


def test_reviewers_who_rate_apart_are_a_disagreement() -> None:
    session = desk_session()
    rate(session, ClaimId("clm_2"), reliability=Reliability.B)
    rate(colleague(session), ClaimId("clm_2"), reliability=Reliability.D)
    assert DeskState(rows=article_rows(session.store)).to_do.disagreements == 1


def test_the_filter_finds_other_spellings_and_every_word_must_occur() -> None:
    state = DeskState(rows=article_rows(desk_session().store))
    assert state.filtered("الرقه هُجوم").shown
    assert state.filtered("العربى 2026-11").shown
    assert not state.filtered("الرقة حلب").shown


def test_the_order_turns_and_goes_round() -> None:
    state = DeskState(rows=article_rows(desk_session().store))
    newer = evolve(state.rows[0], date="2026-12-01", article_id=ArticleId("art_two"), title="آخر")
    state = state.with_rows((*state.rows, newer))
    assert [row.article_id for row in state.shown] == ["art_two", "art_one"]
    assert [row.article_id for row in state.reversed().shown] == ["art_one", "art_two"]
    orders = [state.order]
    for _ in Order:
        state = state.next_order()
        orders.append(state.order)
    assert orders == [*Order, Order.DATE]


def test_the_bar_is_full_only_when_nothing_is_left() -> None:
    assert progress_bar(Progress(accepted=99, proposed=1)) == "▓▓▓▓▓░"
    assert progress_bar(Progress(accepted=1)) == "▓▓▓▓▓▓"
    assert progress_bar(Progress(proposed=3)) == "░░░░░░"


def test_matches_that_nobody_looked_for_are_not_said_to_be_none() -> None:
    state = DeskState(rows=article_rows(desk_session().store)).with_matches_uncounted()
    words = ["".join(cell.text for cell in line) for line in to_do_lines(state)]
    assert words[-1].split() == ["?", "matches:", "open", "to", "count"]
    counted = ["".join(c.text for c in line) for line in to_do_lines(state.with_matches(7))]
    assert counted[-1].split() == ["7", "matches", "to", "judge"]


def test_a_search_for_matches_says_how_far_it_is_until_they_are_counted() -> None:
    state = DeskState(rows=article_rows(desk_session().store)).searched_for_matches("34% Matching")
    words = ["".join(cell.text for cell in line) for line in to_do_lines(state)]
    assert words[-1].strip() == "34% Matching …"
    counted = ["".join(c.text for c in line) for line in to_do_lines(state.with_matches(7))]
    assert counted[-1].split() == ["7", "matches", "to", "judge"]
