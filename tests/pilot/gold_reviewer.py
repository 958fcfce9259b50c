"""A reviewer at the keyboard who knows what the annotators decided, and corrects until it is so."""

from collections import Counter
from collections.abc import Awaitable, Callable

from tests.gold import GoldClaim, gold_claims
from tests.pilot.desk_app import Driver
from tracker.model import Claim, ClaimState, Span

_PATIENCE = 60


class GoldReviewer:
    """Presses keys only, looks at what the review shows, and counts.

    Attributes:
        keys: how many keys were pressed.
        by_screen: how many of them on which screen.
    """

    def __init__(
        self, driver: Driver, after_key: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self.driver = driver
        self.keys = 0
        self.by_screen: Counter[str] = Counter()
        self._after_key = after_key

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.by_screen[self.driver.screen_name] += 1
            await self.driver.press(key)
            self.keys += 1
            if self._after_key:
                await self._after_key()

    async def review(self) -> None:
        """Bring every undecided claim to what the annotators decided, and accept it."""
        gold = gold_claims()
        for number, wanted in enumerate(gold):
            following = gold[number + 1].spans[0].start if number + 1 < len(gold) else None
            await self.go_to(wanted)
            if self._claim.state is ClaimState.PROPOSED:
                await self._fit(wanted, following)
                await self._name(wanted)
                await self.press("enter")

    async def go_to(self, wanted: GoldClaim) -> None:
        """Take the claim that holds the first words of ``wanted`` into hand."""
        claims = self.driver.review.state.claims
        starts = [abs(claim.spans[0].start - wanted.spans[0].start) for claim in claims]
        for _ in range(_PATIENCE):
            steps = starts.index(min(starts)) - self.driver.review.state.index
            if steps == 0:
                return
            await self.press("j" if steps > 0 else "k")

    @property
    def _claim(self) -> Claim:
        claim = self.driver.review.state.claim
        assert claim is not None
        return claim

    async def _fit(self, wanted: GoldClaim, following: int | None) -> None:
        for _ in range(_PATIENCE):
            if self._claim.spans == wanted.spans:
                return
            await self._correct(wanted.spans, following)
            await self.go_to(wanted)

    async def _correct(self, wanted: tuple[Span, ...], following: int | None) -> None:
        first, last = self._claim.spans[0], self._claim.spans[-1]
        if first.start != wanted[0].start:
            await self.press("}" if first.start < wanted[0].start else "{")
        elif last.end > wanted[-1].end:
            if following is not None and following < last.end:
                await self._split_at(following)
            else:
                await self.press("[")
        else:
            await self.press("m" if self._next_begins_before(wanted[-1].end) else "]")

    def _next_begins_before(self, end: int) -> bool:
        state = self.driver.review.state
        later = state.claims[state.index + 1 : state.index + 2]
        return bool(later) and later[0].spans[0].start < end

    async def _split_at(self, offset: int) -> None:
        for _ in range(_PATIENCE):
            word = self.driver.review.state.cursor.word
            if word is None or word.start >= offset:
                break
            await self.press("left")
        await self.press("s")

    async def _name(self, wanted: GoldClaim) -> None:
        source = self.driver.review.state.source_of(self._claim)
        if not names(wanted, source.label):
            await self.press("l", *wanted.source, "enter")


def names(wanted: GoldClaim, label: str) -> bool:
    """Return whether ``label`` is the source of ``wanted``, with or without the outlet it told."""
    return label == wanted.source or label.startswith(f"{wanted.source} ل")
