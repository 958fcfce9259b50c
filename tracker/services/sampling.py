"""The sample: a throw-away database holding the articles that ship with the package."""

from pathlib import Path

from tracker.model import Reviewer
from tracker.resources import seeds_folder
from tracker.services.adding import add_paths
from tracker.services.results import Batch
from tracker.services.session import Session
from tracker.store.memory import MemoryStore


def sample_paths() -> tuple[Path, ...]:
    """Return the files of the sample articles, in order."""
    return tuple(sorted(seeds_folder().glob("*.txt")))


def add_sample(session: Session) -> Batch:
    """Import the sample articles and return what came of them."""
    return add_paths(session, sample_paths())


def sample_session(reviewer: Reviewer) -> Session:
    """Return a session on a new database in memory that holds the sample articles."""
    session = Session(store=MemoryStore(), reviewer=reviewer)
    add_sample(session)
    return session
