"""The sample: a throw-away database holding the articles that ship with the package."""

import io
import tomllib
from pathlib import Path

from tracker.model import Reviewer
from tracker.resources import data_folder, seeds_folder
from tracker.services.adding import Details, add_paths, add_stream
from tracker.services.results import Batch
from tracker.services.session import Session
from tracker.store.memory import MemoryStore


def sample_paths() -> tuple[Path, ...]:
    """Return the files of the sample articles, in order."""
    return tuple(sorted(seeds_folder().glob("*.txt")))


def add_sample(session: Session) -> Batch:
    """Import the sample articles and return what came of them."""
    return add_paths(session, sample_paths())


def add_tour_articles(session: Session) -> None:
    """Import the sample, and a report made up for the guided tour beside it."""
    add_sample(session)
    report = tomllib.loads((data_folder() / "tour_report.toml").read_text("utf-8"))
    text, title = report["text"].lstrip("\n"), report["title"]
    details = Details(outlet=report["outlet"], published=report["published"], title=title)
    add_stream(session, io.BytesIO(text.encode()), details=details)


def tour_session(reviewer: Reviewer) -> Session:
    """Return a session on a new database in memory that holds what the tour needs."""
    session = Session(store=MemoryStore(), reviewer=reviewer)
    add_tour_articles(session)
    return session


def sample_session(reviewer: Reviewer) -> Session:
    """Return a session on a new database in memory that holds the sample articles."""
    session = Session(store=MemoryStore(), reviewer=reviewer)
    add_sample(session)
    return session
