"""The sample under review, as every terminal should show it."""

from tests.pilot.desk_app import driven
from tests.terminals.rig import COLUMNS, ROWS
from tracker.model import Claim, Reviewer
from tracker.services.sampling import sample_session
from tracker.tui.review_article import ReviewArticle

_NAMES = {"Return": "enter"}


def keys() -> tuple[str, ...]:
    """Open the sample, accept every claim, go back to the first; as X names the keys."""
    claims = sample_session(Reviewer("Rana")).store.count(Claim)
    return "Return", *["Return"] * claims, "g", "g"


async def article_in_sight() -> str:
    """Return the part of the article that is on the screen after ``keys``, as received."""
    async with driven(sample_session(Reviewer("Rana")), size=(COLUMNS, ROWS)) as driver:
        await driver.press(*(_NAMES.get(key, key) for key in keys()))
        article = driver.review.query_one(ReviewArticle)
        top = article.scroll_offset.y
        lines = article._layout.lines(top, top + article.scrollable_content_region.height)
        return article.text[lines[0].start : lines[-1].end]
