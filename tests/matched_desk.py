"""Three short articles on one event, written for tests: an ambush told twice and a reprint."""

from pathlib import Path

from tests.desk import make_session
from tracker.model import Article, Claim
from tracker.services.adding import Details, add_paths
from tracker.services.match_queue import MatchQueue
from tracker.services.session import Session
from tracker.store import Store

CASES = Path(__file__).parent / "cases" / "bridge"
OUTLETS = {"badia.txt": "البادية", "furat.txt": "الفرات", "reprint.txt": "بريد الشرق"}


def matched_session(store: Store | None = None, *names: str) -> Session:
    """Return a session on a store that holds the articles, or those called ``names``."""
    session = make_session(store)
    for name in names or OUTLETS:
        batch = add_paths(session, [CASES / name], Details(outlet=OUTLETS[name]))
        assert not batch.refused
    return session


def claim_with(session: Session, words: str, outlet: str = "البادية") -> Claim:
    """Return the claim of an outlet's article that holds ``words``."""
    for claim in session.store.scan(Claim):
        article = session.store.get(Article, claim.article_id)
        if article.origin.startswith(_file_of(outlet)) and words in claim.quote:
            return claim
    raise AssertionError(words)


def _file_of(outlet: str) -> str:
    return next(name for name, label in OUTLETS.items() if label == outlet)


def queue_of(session: Session) -> MatchQueue:
    """Return the queue over a session's store."""
    return MatchQueue(session.store)
