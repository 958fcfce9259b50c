"""A copy of a database can do what the database can."""

from pathlib import Path

from tracker.intake import read_text
from tracker.model import Article, Reviewer
from tracker.services.adding import add_article
from tracker.services.copying import copy_database
from tracker.services.session import Session
from tracker.services.undoing import redo, undo
from tracker.store import open_store

TEXT = "Police said the first man was arrested in Aleppo on Monday."


def test_an_undone_import_is_redone_in_the_copy_with_its_original(tmp_path: Path) -> None:
    source, target = str(tmp_path / "desk.json"), str(tmp_path / "copy.json")
    session = Session(store=open_store(source), reviewer=Reviewer("Rana"))
    sha256 = add_article(session, read_text(TEXT, "a.txt")).article.original
    undo(session)
    session.store.close()

    copy_database(source, target)

    copied = Session(store=open_store(target), reviewer=Reviewer("Rana"))
    assert copied.store.count(Article) == 0
    redo(copied)
    (article,) = copied.store.scan(Article)
    assert article.original == sha256
    assert copied.store.original(sha256) == TEXT.encode()
    assert copied.store.check() == ()
    copied.store.close()
