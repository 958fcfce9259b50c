"""The copy key takes text as it was received, in the order it is read."""

from tests.pilot.desk_app import driven, reviewing
from tracker.model import Reviewer
from tracker.services.sampling import sample_session


async def test_review_copies_the_claim_or_what_is_selected() -> None:
    async with reviewing(sample_session(Reviewer("Rana"))) as driver:
        state = driver.review.state
        await driver.press("y")
        assert state.claim is not None
        assert driver.app.clipboard == state.claim.quote
        await driver.press("shift+left", "shift+left", "y")
        selected = state.cursor.selection
        assert selected is not None
        assert driver.app.clipboard == state.article.text[selected.start : selected.end]
        assert driver.said.text == "Copied the selected words."


async def test_lists_copy_headlines_and_names() -> None:
    async with driven(sample_session(Reviewer("Rana"))) as driver:
        await driver.press("y")
        assert driver.app.clipboard.startswith('"داعش" يهاجم النظام')
        await driver.press("s", "y")
        listed = driver.app.clipboard
        await driver.press("enter", "y")
        assert driver.app.clipboard == listed
        assert driver.said.text == "Copied the name."
