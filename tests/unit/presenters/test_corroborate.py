"""Judging pairs: what is shown, what a key records, and which pair a key concerns."""

from tests.matched_desk import claim_with, matched_session, queue_of
from tracker.model import Claim, ClaimState, Corroboration, Dependence, Relation
from tracker.presenters.corroborate import CorroborateState
from tracker.presenters.corroborate_pane import (
    careful_lines,
    claim_lines,
    how_far,
    last_line,
    nothing_lines,
    why_lines,
)
from tracker.presenters.history import undo_last
from tracker.presenters.tones import Line, Tone
from tracker.services.match_queue import pair_of
from tracker.services.reviewing import decide
from tracker.services.session import Session


def opened(session: Session | None = None) -> CorroborateState:
    session = session or matched_session()
    return CorroborateState.open(session, queue_of(session).refresh())


def candidates_of(words: str, outlet: str = "البادية") -> CorroborateState:
    session = matched_session()
    claim = claim_with(session, words, outlet)
    matches = queue_of(session).candidates(claim.id)
    return CorroborateState.open(session, matches, claim.id)


def at_suggestion(state: CorroborateState, words: str) -> CorroborateState:
    """Return the state at the first pair with those words in its head."""
    while words not in text((how_far(state),)):
        assert state.index < len(state.matches) - 1
        state = state.moved(1)
    return state


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join("".join(cell.text for cell in line) for line in lines)


def stored(state: CorroborateState) -> list[Corroboration]:
    return list(state.session.store.scan(Corroboration))


def test_a_claim_shows_its_candidates_with_outlet_day_and_voice() -> None:
    state = candidates_of("مقتل 15")
    assert state.claims is not None
    ours, theirs = (text(claim_lines(state.session.store, claim)) for claim in state.claims)
    assert "2021-03-12  البادية · ? مصدر محلي" in ours
    assert "مقتل 15 جندياً" in ours
    assert "2021-03-12  بريد الشرق" in theirs
    assert text((how_far(state),)).startswith(f"candidate 1 of {len(state.matches)} · score 1.00")


def test_nearly_the_same_wording_is_asked_about_as_a_reprint_never_as_confirmed() -> None:
    state = candidates_of("مقتل 15")
    assert text((how_far(state),)).endswith("reprint?")
    careful = text(careful_lines(state))
    assert "probably one dispatch" in careful
    assert "does not count" in careful


def test_numbers_that_clash_stand_with_both_sides_words() -> None:
    state = at_suggestion(opened(), "contradicts?")
    careful = text(careful_lines(state)).splitlines()
    place = careful.index("! The numbers differ.")
    assert sorted(careful[place + 1 : place + 3]) == ["①  15", "②  20"]


def test_what_speaks_for_a_pair_names_the_words() -> None:
    state = opened()
    assert state.match is not None
    why = text(why_lines(state.match.candidate))
    assert "+ Words in common." in why
    assert "الميادين" in why


def test_two_unnamed_voices_are_not_called_different() -> None:
    state = candidates_of("مقتل 15")
    assert "two unnamed voices that may be one" in text(careful_lines(state))


def test_a_decision_is_saved_with_what_suggested_it_and_the_next_pair_comes() -> None:
    state = opened()
    match = state.match
    assert match is not None
    after, message = state.judge(Relation.CORROBORATES)
    (kept,) = stored(after)
    assert (kept.relation, kept.score) == (Relation.CORROBORATES, match.candidate.score)
    assert kept.signals == match.candidate.signals
    assert after.index == 1
    assert after.left == state.left - 1
    assert message.tone is Tone.GOOD
    assert message.text.startswith("Corroborates. Saved. Are the origins independent?")


def test_independent_concerns_the_pair_judged_just_now() -> None:
    state, _ = opened().judge(Relation.CORROBORATES)
    assert "corroborates" in text((last_line(state),))
    state, message = state.depend(Dependence.INDEPENDENT)
    (kept,) = stored(state)
    assert kept.dependence is Dependence.INDEPENDENT
    assert message.text == "Independent origins: recorded of the pair judged before. Saved."
    assert last_line(state) == ()


def test_after_a_move_independent_concerns_the_pair_shown_and_waits_for_its_decision() -> None:
    state, _ = opened().judge(Relation.CORROBORATES)
    state = state.moved(1).moved(-1)
    shown = state.match
    assert shown is not None
    state, message = state.depend(Dependence.INDEPENDENT)
    assert "kept with your decision" in message.text
    assert len(stored(state)) == 1
    assert "kept with your decision" in text(careful_lines(state))
    state, _ = state.judge(Relation.PARTLY)
    kept = state.judged[pair_of(shown)]
    assert (kept.relation, kept.dependence) == (Relation.PARTLY, Dependence.INDEPENDENT)


def test_a_reprint_judged_to_corroborate_is_warned_of() -> None:
    _, message = candidates_of("مقتل 15").judge(Relation.CORROBORATES)
    assert "reads like a reprint" in message.text


def test_unrelated_pairs_ask_nothing_more() -> None:
    state, message = opened().judge(Relation.UNRELATED)
    assert "independent" not in message.text
    assert last_line(state) == ()


def test_the_same_origin_is_no_second_witness() -> None:
    state, _ = opened().judge(Relation.SAME_ORIGIN)
    assert stored(state)[0].dependence is Dependence.SAME_ORIGIN


def test_a_judged_pair_can_be_gone_back_to_and_judged_anew() -> None:
    state, _ = opened().judge(Relation.CORROBORATES)
    state = state.moved(-1)
    assert text((how_far(state),)).endswith("✔ corroborates")
    state, _ = state.judge(Relation.CONTRADICTS)
    (kept,) = stored(state)
    assert kept.relation is Relation.CONTRADICTS


def test_a_pair_put_off_comes_back_after_the_others() -> None:
    state = opened()
    first = state.match
    state, _ = state.later()
    assert state.index == 1
    for _ in range(len(state.matches) - 1):
        assert state.match != first
        state, _ = state.judge(Relation.RELATED)
    assert state.match == first
    state, message = state.judge(Relation.RELATED)
    assert "Every pair is judged." in message.text


def test_when_every_open_pair_is_put_off_they_come_round() -> None:
    state = opened()
    for _ in state.matches[1:]:
        state, _ = state.later()
    state, message = state.later()
    assert message.text == f"Only pairs put off are left: {len(state.matches)}."
    assert state.index == 0


def test_a_note_goes_with_the_decision_or_on_the_one_made_just_now() -> None:
    state, _ = opened().noted("رأي أول")
    assert "رأي أول" in text(careful_lines(state))
    state, _ = state.judge(Relation.CORROBORATES)
    assert stored(state)[0].note == "رأي أول"
    state, _ = state.noted("رأي ثان")
    assert stored(state)[0].note == "رأي ثان"


def test_undo_brings_the_pair_back_into_sight() -> None:
    state, _ = opened().judge(Relation.CORROBORATES)
    state, _ = state.judge(Relation.RELATED)
    undo_last(state.session)
    state = state.reloaded()
    assert state.index == 1
    assert state.shown_judgement is None
    assert state.left == len(state.matches) - 1


def test_pairs_of_rejected_claims_are_left_out() -> None:
    state = opened()
    assert state.match is not None
    gone = state.match.claim.id
    decide(state.session, (gone,), ClaimState.REJECTED)
    state = state.reloaded()
    assert state.matches
    assert all(gone not in pair_of(match) for match in state.matches)


def test_one_article_has_no_matches_and_says_what_to_do() -> None:
    session = matched_session(None, "badia.txt")
    state = opened(session)
    assert state.match is None
    assert how_far(state) == ()
    assert "Add other articles" in text(nothing_lines(state, 1))
    for after, message in (state.judge(Relation.RELATED), state.later()):
        assert after == state
        assert message.text == "There is no pair to judge."
    assert state.moved(1).index == 0


def test_a_claim_without_candidates_says_so() -> None:
    state = candidates_of("خمسة أشخاص")
    empty = CorroborateState.open(state.session, (), state.claim_id)
    assert "comes close" in text(nothing_lines(empty, 3))


def test_a_pair_whose_claim_was_changed_meanwhile_is_still_judged_as_it_stands() -> None:
    state = opened()
    assert state.match is not None
    claim = state.session.store.get(Claim, state.match.claim.id)
    decide(state.session, (claim.id,), ClaimState.ACCEPTED)
    state, message = state.judge(Relation.CORROBORATES)
    assert message.tone is Tone.GOOD
