"""Where screens ask the application to go, so that none of them needs to know the others."""

from textual.message import Message

from tracker.model import ArticleId, AssertionId, ClaimId, SourceId, StaleError
from tracker.presenters.trail import Place


class Arrived(Message):
    """A place came into sight."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Left(Arrived):
    """A place went out of sight; what one stood on there is known now."""


class LeaveDesk(Message):
    """Leave the desk, and with it the program or the tour."""


class OpenArticle(Message):
    """Review an article."""

    def __init__(self, article_id: ArticleId) -> None:
        super().__init__()
        self.article_id = article_id


class OpenDetails(OpenArticle):
    """Show where an article comes from."""


class OpenClaim(Message):
    """Go to a claim in its article."""

    def __init__(self, claim_id: ClaimId) -> None:
        super().__init__()
        self.claim_id = claim_id


class OpenMatches(Message):
    """Judge the candidates of a claim, or for None all matches that wait."""

    def __init__(self, claim_id: ClaimId | None = None) -> None:
        super().__init__()
        self.claim_id = claim_id


class OpenFactChecks(Message):
    """Judge the published fact-checks that may be about a claim."""

    def __init__(self, claim_id: ClaimId) -> None:
        super().__init__()
        self.claim_id = claim_id


class OpenSources(Message):
    """Show every source."""


class OpenSource(Message):
    """Show a source's page."""

    def __init__(self, source_id: SourceId) -> None:
        super().__init__()
        self.source_id = source_id


class OpenConflict(Message):
    """Settle an edit that met another one."""

    def __init__(self, stale: StaleError) -> None:
        super().__init__()
        self.stale = stale


class OpenExport(Message):
    """Write claims to a file."""


class OpenAssertion(Message):
    """Show an assertion, or what a claim asserts, as the tree of its reports."""

    def __init__(self, subject: AssertionId | ClaimId) -> None:
        super().__init__()
        self.subject = subject


class OpenAssertions(Message):
    """Show every assertion."""


class OpenDisagreements(Message):
    """Show the claims that more than one reviewer rates."""
