"""Undo and redo follow from the history, for each reviewer apart."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import colleague, desk_session, records
from tracker.errors import ConflictError, RuleError
from tracker.model import Change, Claim, ClaimId, ClaimState, Reviewer
from tracker.services.reviewing import annotate, decide
from tracker.services.session import Session
from tracker.services.undoing import redo, redoable, undo, undoable
from tracker.store import Store, open_store


def states(session: Session) -> list[str]:
    return [f"{c.id}:{c.state.value}:{c.note}" for c in session.store.scan(Claim)]


def test_undo_and_redo_go_back_and_forth_through_several_edits() -> None:
    session = desk_session()
    seen = [states(session)]
    for claim_id in ("clm_1", "clm_2", "clm_3"):
        decide(session, [ClaimId(claim_id)], ClaimState.ACCEPTED)
        seen.append(states(session))
    for past in reversed(seen[:-1]):
        undo(session)
        assert states(session) == past
    for later in seen[1:]:
        redo(session)
        assert states(session) == later


def test_a_new_edit_after_an_undo_leaves_nothing_to_redo() -> None:
    session = desk_session()
    decide(session, [ClaimId("clm_1")], ClaimState.ACCEPTED)
    undo(session)
    decide(session, [ClaimId("clm_2")], ClaimState.REJECTED)
    assert redoable(session) is None
    with pytest.raises(RuleError, match="nothing of Nour's to redo"):
        redo(session)


def test_undo_names_what_it_takes_back() -> None:
    session = desk_session()
    decide(session, [ClaimId("clm_1")], ClaimState.ACCEPTED)
    found = undoable(session)
    assert found is not None
    assert found.changeset.label == "Accept claim"
    assert undo(session).changeset.label == "Accept claim"


def test_one_reviewer_never_undoes_anothers_edit() -> None:
    session = desk_session()
    other = colleague(session)
    decide(session, [ClaimId("clm_1")], ClaimState.ACCEPTED)
    with pytest.raises(RuleError, match="nothing of Sami's"):
        undo(other)


def test_undo_refuses_politely_what_a_colleague_changed_since() -> None:
    session = desk_session()
    decide(session, [ClaimId("clm_1")], ClaimState.ACCEPTED)
    annotate(colleague(session), ClaimId("clm_1"), note="checked")
    before = states(session)
    with pytest.raises(ConflictError, match="Cannot undo “Accept claim”") as caught:
        undo(session)
    assert caught.value.changed_by == "Sami"
    assert states(session) == before


@given(st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=40))
def test_any_walk_agrees_with_two_plain_stacks(walk: list[str]) -> None:
    session = desk_session()
    undo(session)
    redo(session)
    past: list[list[str]] = []
    future: list[list[str]] = []
    for number, step in enumerate(walk):
        now = states(session)
        if step == "edit":
            annotate(session, ClaimId("clm_1"), note=f"note {number}")
            past, future = [*past, now], []
        elif step == "undo" and past:
            undo(session)
            assert states(session) == past[-1]
            past, future = past[:-1], [*future, now]
        elif step == "redo" and future:
            redo(session)
            assert states(session) == future[-1]
            past, future = [*past, now], future[:-1]


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[Callable[[str], Session]]:
    """Close the database and open it again for a reviewer, as a new run of the program does."""
    opened: list[Store] = []

    def reopen(reviewer: str) -> Session:
        if opened:
            opened.pop().close()
        opened.append(open_store(str(tmp_path / "desk.tracker")))
        return Session(store=opened[0], reviewer=Reviewer(reviewer))

    yield reopen
    opened.pop().close()


def test_bulk_edits_are_undone_and_redone_after_restarts(
    reopened: Callable[[str], Session],
) -> None:
    session = reopened("Nour")
    session.commit("Import", *(Change(after=record) for record in records()))
    every = [claim.id for claim in session.store.scan(Claim)]
    decide(session, every, ClaimState.ACCEPTED)
    before = states(session)
    decide(session, every[1:], ClaimState.REJECTED)
    after = states(session)
    for _ in range(3):
        undo(session := reopened("Nour"))
        assert states(session) == before
        redo(session := reopened("Nour"))
        assert states(session) == after
    session = reopened("Nour")
    assert session.store.check() == ()


def test_bulk_undo_is_refused_whole_where_a_colleague_changed_one_record(
    reopened: Callable[[str], Session],
) -> None:
    session = reopened("Nour")
    session.commit("Import", *(Change(after=record) for record in records()))
    every = [claim.id for claim in session.store.scan(Claim)]
    decide(session, every, ClaimState.ACCEPTED)
    annotate(reopened("Sami"), every[2], note="mine")
    session = reopened("Nour")
    before = states(session)
    with pytest.raises(ConflictError, match=f"Sami changed {every[2]} since") as caught:
        undo(session)
    assert caught.value.changed_by == "Sami"
    assert states(session) == before
    undo(reopened("Sami"))
    undo(session := reopened("Nour"))
    assert {claim.state for claim in session.store.scan(Claim)} == {ClaimState.PROPOSED}
