"""The desk that random hands get: the sample, three reports on one event, a colleague's word."""

from tests.desk import colleague
from tests.matched_desk import matched_session
from tests.unit.services.test_fact_checks import ATTACK, OTHER
from tracker.model import Claim, Credibility, Reliability
from tracker.resources import seeds_folder
from tracker.services.adding import add_paths
from tracker.services.fact_checks import take_in
from tracker.services.judging import rate
from tracker.services.session import Session
from tracker.store import Store


def laid_table(store: Store) -> Session:
    """Return a session in which every screen has something to show.

    Claims of the reports on one event match each other; two reviewers rate five claims
    differently; published fact-checks wait.
    """
    session = matched_session(store)
    add_paths(session, sorted(seeds_folder().glob("*.txt")))
    take_in(session, [ATTACK, OTHER], "feed.json")
    other = colleague(session)
    for claim in list(store.scan(Claim))[:5]:
        rate(session, claim.id, reliability=Reliability.B, credibility=Credibility.PROBABLY_TRUE)
        rate(other, claim.id, reliability=Reliability.E, credibility=Credibility.IMPROBABLE)
    return session
