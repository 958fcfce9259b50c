"""The ways that lead from a review elsewhere: to other articles, to matches, to assertions."""

from collections.abc import Callable, Sequence

from textual.message import Message as TextualMessage

from tracker.model import ArticleId, Claim, ClaimId
from tracker.presenters.review import ReviewState
from tracker.presenters.review_decisions import NOTHING_IN_HAND
from tracker.presenters.review_head import address_of
from tracker.presenters.tones import Message, Tone
from tracker.tui.keyed import KeyedScreen
from tracker.tui.places import OpenAssertion, OpenDetails, OpenFactChecks, OpenMatches


class ReviewWays(KeyedScreen[None]):
    """The part of the review that leads away from its article.

    Attributes:
        state: where the reviewer is.
        articles: the articles that next and previous lead through, in order.
    """

    state: ReviewState
    articles: Callable[[], Sequence[ArticleId]] = tuple

    def open_article(self) -> None:
        """Show the article that the state is on; for the screen to say how."""

    def action_details(self) -> None:
        """Show where the article comes from."""
        self.post_message(OpenDetails(self.state.article.id))

    def action_next_article(self) -> None:
        """Go on to the next article of the desk's list."""
        self._go_article(1)

    def action_previous_article(self) -> None:
        """Go to the article before in the desk's list."""
        self._go_article(-1)

    def _go_article(self, steps: int) -> None:
        listed, here = list(self.articles()), self.state.article.id
        index = listed.index(here) + steps if here in listed else -1
        if not 0 <= index < len(listed):
            self.say(Message("There is no further article in the list.", Tone.MUTED))
            return
        self.state = ReviewState(self.workspace.session, listed[index])
        self.open_article()
        self.say(Message(f"Article {index + 1} of {len(listed)}.", Tone.MUTED))

    def action_address(self) -> None:
        """Open the article's web address in a browser."""
        told, address = address_of(self.state.article.url, "article")
        if address:
            self.app.open_url(address)
        self.say(told)

    def in_hand(self) -> Claim | None:
        """Return the claim in hand; where there is none, say so."""
        if self.state.claim is None:
            self.say(Message(NOTHING_IN_HAND, Tone.WARN))
        return self.state.claim

    def action_matches(self) -> None:
        """See which claims elsewhere may say the same."""
        self._leave(OpenMatches)

    def action_fact_checks(self) -> None:
        """See which published fact-checks may be about the claim in hand."""
        self._leave(OpenFactChecks)

    def action_assertion(self) -> None:
        """Show what the claim asserts, and who stands behind it."""
        self._leave(OpenAssertion)

    def _leave(self, opening: Callable[[ClaimId], TextualMessage]) -> None:
        if claim := self.in_hand():
            self.post_message(opening(claim.id))
