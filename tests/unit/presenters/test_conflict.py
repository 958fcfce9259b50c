"""Both versions side by side, in words."""

from attrs import evolve

from tests.desk import colleague, desk_session
from tracker.model import Change, Claim, ClaimId, ClaimState, Entity, SourceId, StaleError
from tracker.presenters.conflict import ConflictState
from tracker.presenters.tones import Line, Tone
from tracker.services.reviewing import annotate
from tracker.services.session import Session


def conflict(session: Session, seen: Entity, after: Entity | None) -> ConflictState:
    change = Change(before=seen) if after is None else Change.replace(seen, after)
    try:
        session.commit("Edit the claim's note", change)
    except StaleError as stale:
        return ConflictState(session=session, stale=stale)
    raise AssertionError


def written(lines: tuple[Line, ...]) -> list[str]:
    return [" ".join("".join(cell.text for cell in line).split()) for line in lines]


def test_only_what_differs_is_shown_on_both_sides() -> None:
    session = desk_session()
    seen = session.store.get(Claim, "clm_2")
    annotate(colleague(session, "سامي"), ClaimId("clm_2"), note="ملاحظته", gloss="hers")
    after = evolve(
        seen,
        note="mine",
        state=ClaimState.ACCEPTED,
        attribution=evolve(seen.attribution, source_id=SourceId("src_outlet")),
    )
    state = conflict(session, seen, after)
    assert state.title == "Changed meanwhile by سامي"
    assert written(state.theirs) == [
        "source مصدر",
        "decision proposed",
        "second language hers",
        "note ملاحظته",
    ]
    assert written(state.mine) == [
        "source العربي الجديد",
        "decision accepted",
        "second language –",
        "note mine",
    ]
    assert written(state.told) == [
        "Theirs: Edit the claim's gloss and note 2026-11-22 12:00 UTC",
        "Yours, not saved yet: Edit the claim's note",
    ]
    assert "replaces what you both changed" in state.advice[0].text


def test_different_things_are_said_to_fit_together() -> None:
    session = desk_session()
    seen = session.store.get(Claim, "clm_2")
    annotate(colleague(session), ClaimId("clm_2"), gloss="hers")
    state = conflict(session, seen, evolve(seen, note="mine"))
    assert "all of theirs stays" in state.advice[0].text
    assert state.put_mine().tone is Tone.GOOD
    now = session.store.get(Claim, "clm_2")
    assert (now.note, now.gloss) == ("mine", "hers")


def test_deleted_records_say_so() -> None:
    session = desk_session()
    seen = session.store.get(Claim, "clm_2")
    colleague(session).commit("Merge claims", Change(before=seen))
    state = conflict(session, seen, evolve(seen, note="mine"))
    assert written(state.theirs) == ["deleted"]
    assert "note mine" in written(state.mine)
    assert "brings the record back" in state.advice[0].text
    assert state.keep_theirs().text == "Left as Sami has it."


def test_deleting_what_somebody_changed_says_so() -> None:
    session = desk_session()
    seen = session.store.get(Claim, "clm_2")
    annotate(colleague(session), ClaimId("clm_2"), note="hers")
    state = conflict(session, seen, None)
    assert written(state.mine) == ["deleted"]
    assert "deletes the record" in state.advice[0].text


def test_somebody_quicker_once_more_is_shown_again() -> None:
    session = desk_session()
    seen = session.store.get(Claim, "clm_2")
    annotate(colleague(session), ClaimId("clm_2"), note="hers")
    state = conflict(session, seen, evolve(seen, note="mine"))
    store = session.store
    apply = store.apply

    def late(changeset: object) -> object:
        store.apply = apply  # type: ignore[method-assign]
        annotate(colleague(session, "Rana"), ClaimId("clm_2"), note="third")
        return apply(changeset)  # type: ignore[arg-type]

    store.apply = late  # type: ignore[method-assign, assignment]
    message = state.put_mine()
    assert message.tone is Tone.BAD
    assert message.conflict is not None
    assert message.conflict.changed_by == "Rana"
