"""Every claim of the database in one list: found by words, decided on together."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cached_property
from operator import attrgetter
from typing import Any

from attrs import Factory, evolve, field, frozen

from tracker.errors import TrackerError
from tracker.model import Article, ArticleId, Claim, ClaimId, ClaimState, Source, SourceId
from tracker.presenters.history import refusal
from tracker.presenters.narrowing import Orders, narrows, passing
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import SOURCE_SYMBOLS, count
from tracker.services.reviewing import decide
from tracker.services.session import Session
from tracker.store import Store
from tracker.text.folding import fold_text


@frozen(kw_only=True)
class ClaimRow:
    """A claim as the list shows it.

    Attributes:
        claim_id: the claim.
        state: what was decided on it.
        date: the article's day as ``YYYY-MM-DD``; empty where unknown.
        outlet: name of the article's outlet.
        source: sign and name of who said it.
        quote: its words.
        rank: where its state stands in the order of states.
        place: article and offset, for reading order.
        searched: what the filter looks at, folded.
    """

    claim_id: ClaimId
    state: ClaimState
    date: str
    outlet: str
    source: str
    quote: str
    rank: int = field(repr=False)
    place: tuple[ArticleId, int] = field(repr=False)
    searched: str = field(default="", repr=False)


class ClaimOrder(Enum):
    """What the list is ordered by."""

    DATE = "date"
    STATE = "state"
    SOURCE = "source"
    OUTLET = "outlet"


_STATES = (ClaimState.PROPOSED, ClaimState.ACCEPTED, ClaimState.REJECTED)
# Fields by name are read many times quicker than by a function of our own.
_KEYS: dict[ClaimOrder, Callable[[ClaimRow], Any]] = {
    ClaimOrder.DATE: attrgetter("date"),
    ClaimOrder.STATE: attrgetter("rank"),
    ClaimOrder.SOURCE: attrgetter("source"),
    ClaimOrder.OUTLET: attrgetter("outlet"),
}


@frozen(kw_only=True, slots=False)
class ClaimsState:
    """The list as it is shown.

    Attributes:
        rows: every claim, in reading order of its article.
        orders: the same in every order that was asked for.
        filter: what was typed to narrow the list; every word must occur.
        order: what the list is ordered by.
        reverse: whether the usual direction of the order is turned round.
        passed: the rows, ordered already, that the filter needs to look at; None for every row.
    """

    rows: tuple[ClaimRow, ...] = field(default=(), repr=False)
    filter: str = ""
    order: ClaimOrder = ClaimOrder.DATE
    reverse: bool = False
    passed: Sequence[ClaimRow] | None = field(default=None, eq=False, repr=False)
    orders: Orders[ClaimRow] = field(
        default=Factory(lambda self: Orders(self.rows), takes_self=True), eq=False, repr=False
    )

    @cached_property
    def shown(self) -> Sequence[ClaimRow]:
        """The claims that pass the filter, in order; those equal in it in reading order."""
        if self.passed is not None:
            return passing(self.passed, self.filter)
        down = (self.order is ClaimOrder.DATE) != self.reverse
        return passing(self.orders.by(_KEYS[self.order], down=down), self.filter)

    @property
    def title(self) -> str:
        """How many claims are shown, in which order."""
        shown, every = len(self.shown), len(self.rows)
        number = count(every, "claim") if shown == every else f"{shown:,} of {every:,}"
        words = [number, f"by {self.order.value}" + (", turned round" if self.reverse else "")]
        return " · ".join(words + ([f"filter: {self.filter}"] if self.filter else []))

    def filtered(self, typed: str) -> "ClaimsState":
        """Return the list narrowed to what was typed."""
        passed = self.shown if narrows(self.filter, typed) else None
        return evolve(self, filter=typed, passed=passed)

    def next_order(self) -> "ClaimsState":
        """Return the list in the next order."""
        orders = list(ClaimOrder)
        following = orders[(orders.index(self.order) + 1) % len(orders)]
        return evolve(self, order=following, reverse=False, passed=None)

    def reversed(self) -> "ClaimsState":
        """Return the list with its order turned round."""
        return evolve(self, reverse=not self.reverse, passed=None)

    def with_rows(
        self, rows: tuple[ClaimRow, ...], orders: Orders[ClaimRow] | None = None
    ) -> "ClaimsState":
        """Return the list with other rows, and them in orders where those are known already."""
        return evolve(self, rows=rows, passed=None, orders=orders or Orders(rows))


def claim_orders(rows: tuple[ClaimRow, ...]) -> Orders[ClaimRow]:
    """Return ``rows`` in every order that the list can have; takes its time with very many."""
    orders = Orders(rows)
    for key in _KEYS.values():
        for down in (False, True):
            orders.by(key, down=down)
    return orders


def claim_rows(store: Store) -> tuple[ClaimRow, ...]:
    """Return every claim of a store as a row, each article's claims in reading order."""
    sources = {source.id: _Named(source) for source in store.scan(Source)}
    articles = {article.id: _heads(article, sources) for article in store.scan(Article)}
    rows = [_row(claim, articles[claim.article_id], sources) for claim in store.scan(Claim)]
    rows.sort(key=lambda row: row.place)
    return tuple(rows)


class _Named:
    """A source's name, folded once for all its claims."""

    def __init__(self, source: Source) -> None:
        self.label = source.label
        self.shown = f"{SOURCE_SYMBOLS[source.kind]} {source.label}"
        self.folded = fold_text(" ".join((source.label, source.gloss, *source.aliases)))


def _heads(article: Article, sources: dict[SourceId, _Named]) -> tuple[str, _Named]:
    date = article.published.isoformat() if article.published else ""
    return date, sources[article.outlet_id]


def _row(claim: Claim, head: tuple[str, _Named], sources: dict[SourceId, _Named]) -> ClaimRow:
    (date, outlet), source = head, sources[claim.source_id]
    words = fold_text(f"{claim.quote} {claim.wording} {claim.gloss}")
    return ClaimRow(
        claim_id=claim.id,
        state=claim.state,
        date=date,
        outlet=outlet.label,
        source=source.shown,
        quote=claim.quote,
        rank=_STATES.index(claim.state),
        place=(claim.article_id, claim.spans[0].start),
        searched=f"{words} {source.folded} {outlet.folded} {date} {claim.state.value}",
    )


_DONE = {
    ClaimState.ACCEPTED: "Accepted",
    ClaimState.REJECTED: "Rejected",
    ClaimState.PROPOSED: "Reopened",
}


def decide_on(session: Session, claim_ids: Sequence[str], decision: ClaimState) -> Message:
    """Accept, reject or reopen claims in one edit, and tell what was done."""
    if not claim_ids:
        return Message("No claim is here to decide on.", Tone.WARN)
    try:
        commit = decide(session, [ClaimId(claim_id) for claim_id in claim_ids], decision)
    except TrackerError as error:
        return refusal(error)
    number = len(commit.changeset.changes)
    return Message(f"{_DONE[decision]} {count(number, 'claim')}. Saved; u undoes it.", Tone.GOOD)
