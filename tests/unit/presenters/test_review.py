from pathlib import Path

from attrs import evolve

from tests.desk import (
    ARRESTS,
    ATTACK,
    FLIGHT,
    TEXT,
    article,
    claim,
    colleague,
    desk_session,
    make_session,
    outlet,
)
from tracker.model import (
    ArticleId,
    Change,
    Claim,
    ClaimId,
    ClaimState,
    Confidence,
    Credibility,
    Likelihood,
    Reliability,
    Verdict,
)
from tracker.presenters import review_decisions as decisions
from tracker.presenters import review_ratings as ratings
from tracker.presenters.claim_pane import claim_lines, claim_title, history_lines
from tracker.presenters.history import redo_last, undo_last
from tracker.presenters.marks import MarkKind, claim_marks, hand_marks
from tracker.presenters.rating_options import (
    confidence_options,
    credibility_options,
    likelihood_options,
    reliability_options,
    verdict_options,
)
from tracker.presenters.review import ReviewState
from tracker.presenters.standing import Standing
from tracker.presenters.tones import Tone
from tracker.services.judging import rate
from tracker.services.session import Session


def open_review(session: Session | None = None) -> ReviewState:
    return ReviewState(session or desk_session(), ArticleId("art_one"))


def stored(state: ReviewState, claim_id: str) -> Claim:
    return state.session.store.get(Claim, claim_id)


def pane(state: ReviewState) -> str:
    return "\n".join("".join(cell.text for cell in line) for line in claim_lines(state))


def put_cursor_on(state: ReviewState, words: str) -> None:
    state.cursor = state.cursor.placed(TEXT.index(words))


def test_a_review_opens_on_the_first_claim_nobody_decided_on() -> None:
    state = open_review()
    assert state.index == 0
    decisions.accept(state)
    assert open_review(state.session).index == 1


def test_the_pane_tells_what_the_claim_names() -> None:
    state = open_review()
    state.go_to_offset(TEXT.index(ARRESTS))
    (found,) = (line for line in pane(state).splitlines() if line.startswith("found"))
    assert found.endswith("number 15")


def test_the_pane_tells_of_a_newsrooms_bad_name_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("key\tkind\twithin\tnames\nx\ttown\t\tx\n", "utf-8")
    state = open_review(evolve(desk_session(), tables=tmp_path))
    assert "names.tsv, line 2: kind is 'town'" in pane(state)


def test_accepting_saves_and_goes_on_to_the_next_undecided_claim() -> None:
    state = open_review()
    state.next()
    decisions.reject(state)
    state.first()
    message = decisions.accept(state)
    assert message.tone is Tone.GOOD
    assert message.text == "Accepted claim 1. Saved."
    assert stored(state, "clm_1").state is ClaimState.ACCEPTED
    assert state.index == 2
    assert state.cursor.word == state.cursor.placed(TEXT.index(FLIGHT)).word


def test_the_last_decision_says_that_nothing_is_left() -> None:
    state = open_review()
    for _ in range(3):
        decisions.accept(state)
    assert "none is left open" in decisions.accept(state).text
    assert state.progress.share == 1


def test_accepting_what_is_accepted_just_goes_on() -> None:
    state = open_review()
    decisions.accept(state)
    state.first()
    before = state.session.store.sequence
    decisions.accept(state)
    assert state.index == 1
    assert state.session.store.sequence == before


def test_a_decision_can_be_reopened() -> None:
    state = open_review()
    decisions.reject(state)
    state.first()
    decisions.reopen(state)
    assert stored(state, "clm_1").state is ClaimState.PROPOSED


def test_splitting_needs_the_cursor_inside_the_claim() -> None:
    state = open_review()
    state.next()
    refused = decisions.split(state)
    assert refused.tone is Tone.BAD
    assert "not inside" in refused.text
    put_cursor_on(state, "هجوماً")
    decisions.split(state)
    assert [c.quote for c in state.claims][1:3] == ['"داعش" شن', "هجوماً على مواقع"]
    assert state.index == 1


def test_merging_takes_the_next_claim_in() -> None:
    state = open_review()
    state.next()
    assert decisions.merge(state).text == "Merged claims 2 and 3. Saved."
    assert len(state.claims) == 3


def test_ends_move_word_by_word_and_a_claim_keeps_one_word() -> None:
    state = open_review()
    state.next()
    decisions.move_end(state, -1)
    assert stored(state, "clm_2").quote == '"داعش" شن هجوماً على'
    decisions.move_end(state, 1)
    assert stored(state, "clm_2").quote == ATTACK
    decisions.move_start(state, 1)
    assert stored(state, "clm_2").quote == "شن هجوماً على مواقع"
    for _ in range(3):
        decisions.move_start(state, 1)
    refused = decisions.move_start(state, 1)
    assert refused.tone is Tone.BAD
    assert stored(state, "clm_2").quote == "مواقع"


def test_the_first_claim_cannot_start_before_the_article() -> None:
    state = open_review()
    assert decisions.move_start(state, -1).text == "The article ends here."


def test_a_claim_is_made_of_selected_words_in_the_voice_around_them() -> None:
    state = open_review()
    assert decisions.add_selection(state).tone is Tone.BAD
    put_cursor_on(state, "وأضاف")
    state.move_cursor(1, select=True)
    message = decisions.add_selection(state)
    assert message.tone is Tone.GOOD
    added = state.claim
    assert added is not None
    assert (added.quote, added.state, added.source_id) == (
        "وأضاف المصدر", ClaimState.ACCEPTED, "src_voice",
    )  # fmt: skip
    assert not state.clear_selection()


def test_a_claim_takes_the_selected_words() -> None:
    state = open_review()
    put_cursor_on(state, "جديد")
    state.move_cursor(1, select=True)
    decisions.take_selection(state)
    assert stored(state, "clm_1").quote == "جديد في"


def test_a_claim_is_read_with_selected_words_and_alone_again() -> None:
    state = open_review()
    state.reload(ClaimId("clm_2"))
    put_cursor_on(state, "جديد")
    state.move_cursor(1, select=True)
    assert "read with these words" in decisions.share_selection(state).text
    assert stored(state, "clm_2").shared_quote == "جديد في"
    assert "shared  جديد في" in pane(state)
    assert MarkKind.SHARED in {mark.kind for mark in hand_marks(state)}
    assert "read with none" in decisions.share_selection(state).text
    assert stored(state, "clm_2").shared == ()
    assert decisions.share_selection(state).tone is Tone.BAD


def test_same_as_before_names_the_source() -> None:
    state = open_review()
    state.next()
    assert "العربي الجديد" in decisions.same_as_before(state).text
    assert stored(state, "clm_2").source_id == "src_outlet"
    state.first()
    assert decisions.same_as_before(state).tone is Tone.BAD


def test_undo_names_the_edit_and_goes_to_its_claim() -> None:
    state = open_review()
    decisions.accept(state)
    decisions.accept(state)
    step = undo_last(state.session)
    state.reload(step.claim_id)
    assert step.message.text == "Undone: Accept claim. Saved."
    assert state.index == 1
    assert redo_last(state.session).message.text == "Done again: Accept claim. Saved."
    assert redo_last(state.session).message.tone is Tone.BAD


def test_an_edit_made_elsewhere_is_refused_and_read_anew() -> None:
    state = open_review()
    claim_ = state.claim
    assert claim_ is not None
    decisions.write(open_review(colleague(state.session)), claim_, note="by another hand")
    refused = decisions.move_end(state, -1)
    assert refused.text == "Changed meanwhile by Sami: “Edit the claim's note”. Look at it again."
    assert state.claim is not None
    assert state.claim.note == "by another hand"
    assert state.claim.spans == claim_.spans
    assert decisions.move_end(state, -1).tone is Tone.GOOD


def test_ratings_stand_on_axes_of_their_own() -> None:
    state = open_review()
    ratings.rate_credibility(state, Credibility.PROBABLY_TRUE)
    assessment = state.assessment()
    assert assessment is not None
    assert assessment.code == "–2"
    assert "source      –" in pane(state)
    assert "information 2 probably true" in pane(state)


def test_confirmed_without_an_independent_origin_is_asked_about_once() -> None:
    state = open_review()
    message = ratings.rate_credibility(state, Credibility.CONFIRMED)
    assert "No independent origin" in message.text
    assert message.tone is Tone.WARN
    assert state.assessment() is None
    assert ratings.rate_credibility(state, Credibility.CONFIRMED).tone is Tone.GOOD
    assessment = state.assessment()
    assert assessment is not None
    assert assessment.credibility is Credibility.CONFIRMED


def test_the_source_is_rated_after_the_information() -> None:
    state = open_review()
    refused = ratings.rate_reliability(state, Reliability.B)
    assert (refused.tone, state.assessment()) == (Tone.WARN, None)
    ratings.rate_credibility(state, Credibility.DOUBTFUL)
    assert ratings.rate_reliability(state, Reliability.B).tone is Tone.GOOD
    assert "source      B usually reliable" in pane(state)


def test_what_others_rated_comes_into_sight_with_ones_own_number() -> None:
    state = open_review()
    claim_ = state.claim
    assert claim_ is not None
    rate(
        colleague(state.session),
        claim_.id,
        credibility=Credibility.IMPROBABLE,
        reliability=Reliability.E,
    )
    assert "E5" not in pane(state)
    assert "1 rating by others, hidden" in pane(state)
    ratings.rate_credibility(state, Credibility.PROBABLY_TRUE)
    assert "Sami: E5" in pane(state)
    assert state.standing is Standing.DISAGREED


def test_likelihood_and_confidence_never_share_a_line() -> None:
    state = open_review()
    ratings.rate_confidence(state, Confidence.LOW)
    ratings.rate_likelihood(state, Likelihood.LIKELY)
    lines = pane(state).splitlines()
    (line,) = [line for line in lines if "likely (55–80 %)" in line]
    assert "confidence" not in line
    assert "low" not in line


def test_a_verdict_settles_a_claim() -> None:
    state = open_review()
    decisions.accept(state)
    state.first()
    ratings.give_verdict(state, Verdict.REFUTED)
    assert state.standing is Standing.SETTLED
    assert claim_title(state) == "Claim 1 ✔ settled"
    assert "refuted" in pane(state)


def test_options_have_keys_of_their_own_and_know_what_holds() -> None:
    state = open_review()
    ratings.rate_credibility(state, Credibility.DOUBTFUL)
    own = state.assessment()
    options = credibility_options(own)
    assert [o.value for o in options if o.current] == ["4"]
    for offered in (
        options,
        reliability_options(own),
        confidence_options(own),
        likelihood_options(own),
        verdict_options(None),
    ):
        assert len({option.key for option in offered}) == len(offered)


def test_the_pane_tells_who_and_through_whom() -> None:
    state = open_review()
    state.next()
    decisions.write(
        state,
        state.session.store.get(Claim, "clm_2"),
        gloss="ISIS attacked positions",
        note="check",
    )
    text = pane(state)
    assert "? مصدر" in text
    assert "مصدر ▸ العربي الجديد" not in text  # the fixture's attribution has no chain
    assert "ISIS attacked positions" in text
    assert "Nour" in "".join(cell.text for line in history_lines(state) for cell in line)


def test_marks_show_claims_cue_and_cursor() -> None:
    state = open_review()
    state.next()
    state.toggle_selection()
    assert [mark.kind for mark in claim_marks(state)] == [MarkKind.PROPOSED] * 4
    assert [mark.kind for mark in hand_marks(state)] == [
        MarkKind.CURRENT,
        MarkKind.CUE,
        MarkKind.SELECTION,
        MarkKind.CURSOR,
    ]


def test_a_click_brings_the_claim_there_into_hand() -> None:
    state = open_review()
    state.go_to_offset(TEXT.index("المهاجمون"))
    assert state.index == 2
    state.go_to_offset(TEXT.index("وأضاف"))
    assert state.index == 2


def test_an_article_without_claims_says_what_to_do() -> None:
    session = make_session()
    session.commit("Add", Change(after=outlet()), Change(after=article()))
    state = open_review(session)
    assert "press a" in decisions.accept(state).text
    assert not state.next_open()
    assert [mark.kind for mark in hand_marks(state)] == [MarkKind.CURSOR]
    assert claim_title(state) == "No claims"
    assert "press a" in pane(state)


def test_a_charge_is_shown_as_one() -> None:
    from tracker.model import Allegation

    session = make_session()
    charged = evolve(
        claim(ATTACK, "clm_9", source_id="src_outlet"), allegation=Allegation(accuser="النظام")
    )
    session.commit("Add", *(Change(after=e) for e in (outlet(), article(), charged)))
    assert "made by النظام" in pane(open_review(session))
