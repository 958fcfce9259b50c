"""Two people at one record: the slower one is told, and may settle it either way."""

import pytest
from attrs import evolve

from tests.desk import colleague, desk_session
from tracker.errors import RuleError
from tracker.model import Change, Claim, ClaimId, ClaimState, Entity, Source, StaleError
from tracker.services.conflicts import put_mine
from tracker.services.reviewing import annotate, decide
from tracker.services.session import Session
from tracker.services.sources import edit_source

CLAIM = ClaimId("clm_2")


def refused(session: Session, before: Entity, after: Entity | None) -> StaleError:
    change = Change(before=before) if after is None else Change.replace(before, after)
    with pytest.raises(StaleError) as caught:
        session.commit("Mine", change)
    return caught.value


def test_the_error_names_who_did_what_and_when() -> None:
    session = desk_session()
    seen = session.store.get(Claim, CLAIM)
    annotate(colleague(session), CLAIM, note="hers")
    stale = refused(session, seen, evolve(seen, note="mine"))
    assert str(stale) == (
        "clm_2 was changed by Sami since it was read: “Edit the claim's note” (note), "
        "2026-11-22 12:00 UTC. Look at it again and repeat the edit."
    )
    assert stale.theirs == session.store.get(Claim, CLAIM)
    assert stale.change.after == evolve(seen, note="mine", version=2)


def test_a_text_written_over_one_that_was_not_seen_is_refused() -> None:
    session = desk_session()
    seen = session.store.get(Claim, CLAIM)
    annotate(colleague(session), CLAIM, note="hers")
    with pytest.raises(StaleError, match="Sami"):
        annotate(session, CLAIM, seen=seen, note="mine")
    voice = session.store.get(Source, "src_voice")
    edit_source(colleague(session), voice.id, gloss="a source")
    with pytest.raises(StaleError, match="Sami"):
        edit_source(session, voice.id, seen=voice, gloss="one source")


def test_texts_on_different_fields_do_not_meet() -> None:
    session = desk_session()
    seen = session.store.get(Claim, CLAIM)
    annotate(colleague(session), CLAIM, note="hers")
    decide(colleague(session), (CLAIM,), ClaimState.ACCEPTED)
    both = annotate(session, CLAIM, seen=seen, gloss="mine")
    assert (both.note, both.gloss, both.state) == ("hers", "mine", ClaimState.ACCEPTED)


def test_mine_goes_over_theirs_and_leaves_the_rest_of_theirs() -> None:
    session = desk_session()
    seen = session.store.get(Claim, CLAIM)
    annotate(colleague(session), CLAIM, note="hers", gloss="hers")
    stale = refused(session, seen, evolve(seen, note="mine", state=ClaimState.REJECTED))
    put_mine(session, stale)
    now = session.store.get(Claim, CLAIM)
    assert (now.note, now.gloss, now.state) == ("mine", "hers", ClaimState.REJECTED)
    assert now.version == 3


def test_what_was_deleted_comes_back_and_what_was_changed_can_be_deleted() -> None:
    session = desk_session()
    seen = session.store.get(Claim, CLAIM)
    colleague(session).commit("Delete", Change(before=seen))
    put_mine(session, refused(session, seen, evolve(seen, note="mine")))
    back = session.store.get(Claim, CLAIM)
    assert (back.note, back.version) == ("mine", 2)
    colleague(session).commit("Edit", Change.replace(back, evolve(back, note="hers")))
    put_mine(session, refused(session, back, None))
    assert [c.id for c in session.store.scan(Claim)] == ["clm_1", "clm_3", "clm_4"]
    assert session.store.check() == ()


def test_the_other_changes_of_the_edit_are_made_as_well() -> None:
    session = desk_session()
    seen = [session.store.get(Claim, i) for i in ("clm_2", "clm_3")]
    annotate(colleague(session), CLAIM, gloss="hers")
    changes = [Change.replace(c, evolve(c, note="mine")) for c in seen]
    with pytest.raises(StaleError) as caught:
        session.commit("Mine", *changes)
    put_mine(session, caught.value)
    assert [session.store.get(Claim, c.id).note for c in seen] == ["mine", "mine"]


def test_nothing_is_left_to_do_when_both_did_the_same() -> None:
    session = desk_session()
    seen = session.store.get(Claim, CLAIM)
    annotate(colleague(session), CLAIM, note="the same")
    with pytest.raises(RuleError, match="so already"):
        put_mine(session, refused(session, seen, evolve(seen, note="the same")))
