"""The review of one article: its claims in reading order, the one in hand, and the word cursor."""

from collections.abc import Callable

from tracker.model import Article, ArticleId, Assessment, Claim, ClaimId, ClaimState, Source
from tracker.presenters.standing import Standing, standing_of
from tracker.presenters.word_cursor import WordCursor, words_of
from tracker.services.reading import Progress, claims_of, progress_of
from tracker.services.session import Session


class ReviewState:
    """Where a reviewer is in an article. Decisions are taken through the modules beside this one.

    Attributes:
        session: who reviews, and where it is kept.
        article: the article.
        claims: its claims in reading order, rejected ones too.
        index: which claim is in hand; 0 where there is none.
        cursor: the word cursor.
        questioned: the claim of which a 1 was asked about, so that the next one stands.
    """

    def __init__(self, session: Session, article_id: ArticleId) -> None:
        self.session = session
        self.article = session.store.get(Article, article_id)
        self.claims: tuple[Claim, ...] = ()
        self.standings: tuple[Standing, ...] = ()
        self.index = 0
        self.questioned: ClaimId | None = None
        self.cursor = WordCursor(words=words_of(self.article.text))
        self.reload()
        self.next_open(include_current=True)
        self._to_claim()

    def reload(self, claim_id: ClaimId | None = None) -> None:
        """Read article and claims anew; stay on the claim in hand, or go to ``claim_id``.

        Raises:
            NotFoundError: when the article no longer exists.
        """
        store = self.session.store
        self.article = store.get(Article, self.article.id)
        wanted = claim_id or (self.claim.id if self.claim else None)
        self.claims = claims_of(store, self.article.id)
        self.standings = tuple(standing_of(store, claim) for claim in self.claims)
        ids = [claim.id for claim in self.claims]
        moved = claim_id in ids
        self.index = ids.index(wanted) if wanted in ids else min(self.index, len(ids) - 1)
        self.index = max(0, self.index)
        if moved:
            self._to_claim()

    @property
    def claim(self) -> Claim | None:
        """The claim in hand, None in an article without claims."""
        return self.claims[self.index] if self.claims else None

    @property
    def standing(self) -> Standing | None:
        """Where the claim in hand stands."""
        return self.standings[self.index] if self.claims else None

    @property
    def progress(self) -> Progress:
        """How far the review of the article is."""
        return progress_of(self.claims)

    def source_of(self, claim: Claim) -> Source:
        """Return the source a claim rests on."""
        return self.session.store.get(Source, claim.source_id)

    def assessment(self) -> Assessment | None:
        """Return the reviewer's own rating of the claim in hand."""
        if self.claim is None:
            return None
        rated = self.session.store.find(Assessment, "claim_id", self.claim.id)
        name = self.session.reviewer.name
        return next((a for a in rated if a.reviewer == name), None)

    def next(self) -> bool:
        """Go to the next claim and return whether there was one."""
        return self._go(self.index + 1)

    def previous(self) -> bool:
        """Go to the claim before and return whether there was one."""
        return self._go(self.index - 1)

    def first(self) -> bool:
        """Go to the first claim."""
        return self._go(0)

    def last(self) -> bool:
        """Go to the last claim."""
        return self._go(len(self.claims) - 1)

    def next_open(self, *, include_current: bool = False) -> bool:
        """Go to the next claim nobody decided on, round the end; return whether there is one."""
        start = self.index if include_current else self.index + 1
        return self._seek(lambda step: start + step)

    def previous_open(self) -> bool:
        """Go to the undecided claim before, round the top; return whether there is one."""
        return self._seek(lambda step: self.index - 1 - step)

    def _seek(self, place: Callable[[int], int]) -> bool:
        for step in range(len(self.claims)):
            index = place(step) % len(self.claims)
            if self.claims[index].state is ClaimState.PROPOSED:
                return self._go(index)
        return False

    def _go(self, index: int) -> bool:
        if not 0 <= index < len(self.claims):
            return False
        self.index = index
        self._to_claim()
        return True

    def go_to_offset(self, offset: int) -> None:
        """Put the word cursor at ``offset``; a claim of words there comes into hand."""
        self.cursor = self.cursor.placed(offset)
        here = [
            index
            for index, claim in enumerate(self.claims)
            if any(span.contains(offset) for span in claim.spans)
        ]
        if here and self.index not in here:
            self.index = here[0]

    def _to_claim(self) -> None:
        if self.claim:
            self.cursor = self.cursor.placed(self.claim.spans[0].start)

    def move_cursor(self, steps: int, *, select: bool = False) -> None:
        """Move the word cursor ``steps`` words on in reading order (back when negative)."""
        if select and self.cursor.anchor is None:
            self.cursor = self.cursor.selecting()
        self.cursor = self.cursor.moved(steps)

    def toggle_selection(self) -> None:
        """Begin a selection at the word cursor, or drop it."""
        self.cursor = self.cursor.selecting()

    def clear_selection(self) -> bool:
        """Drop the selection and return whether there was one."""
        had = self.cursor.anchor is not None
        self.cursor = self.cursor.cleared()
        return had
