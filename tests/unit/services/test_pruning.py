"""Originals go when nothing can lead back to an article of theirs, and not before."""

from pathlib import Path

import pytest

from tests.desk import make_session
from tracker.errors import CancelledError
from tracker.intake import read_text
from tracker.model import Article
from tracker.services.adding import add_article
from tracker.services.pruning import orphans, prune
from tracker.services.session import Session, Silent
from tracker.services.undoing import redo, undo

FIRST = "Police said the first man was arrested in Aleppo on Monday."
SECOND = "A minister denied that the second bridge had been closed since May."


def add(session: Session, text: str) -> str:
    return add_article(session, read_text(text, "a.txt")).article.original


def test_an_original_of_an_article_or_of_an_import_to_be_redone_stays() -> None:
    session = make_session()
    add(session, FIRST)
    assert orphans(session.store) == ()
    undo(session)
    assert session.store.count(Article) == 0
    assert orphans(session.store) == ()
    redo(session)
    assert orphans(session.store) == ()


def test_an_original_goes_once_its_import_can_no_longer_be_redone() -> None:
    session = make_session()
    first = add(session, FIRST)
    undo(session)
    second = add(session, SECOND)
    (orphan,) = orphans(session.store)
    assert (orphan.sha256, orphan.size) == (first, len(FIRST))
    assert orphan.title
    pruned = prune(session, [orphan])
    assert (pruned.originals, pruned.size) == (1, len(FIRST))
    assert [kept.sha256 for kept in session.store.originals()] == [second]
    assert orphans(session.store) == ()


def test_an_original_whose_article_was_never_added_goes() -> None:
    session = make_session()
    session.store.keep_original(b"half an import")
    (orphan,) = orphans(session.store)
    assert (orphan.title, orphan.size) == ("", 14)


def test_another_reviewers_edit_keeps_ones_own_redo_and_its_original() -> None:
    session = make_session(reviewer="Huda")
    other = Session(store=session.store, reviewer=make_session(reviewer="Sami").reviewer)
    add(session, FIRST)
    undo(session)
    add(other, SECOND)
    assert orphans(session.store) == ()
    undo(other)
    redo(session)
    add(session, "Two officers told reporters that the third camp was empty.")
    assert orphans(session.store) == ()


def test_the_same_bytes_added_again_keep_their_original() -> None:
    session = make_session()
    add(session, FIRST)
    undo(session)
    found = [*orphans(session.store)]
    add(session, SECOND)
    found += orphans(session.store)
    add(session, FIRST)
    assert prune(session, found).originals == 0
    assert len(session.store.originals()) == 2


def test_pruning_stops_when_asked(tmp_path: Path) -> None:
    session = make_session()
    for data in (b"one", b"two"):
        session.store.keep_original(data)

    class StopAtOnce(Silent):
        cancelled = True

    with pytest.raises(CancelledError, match="0 of 2"):
        prune(session, orphans(session.store), StopAtOnce())
    assert len(session.store.originals()) == 2
