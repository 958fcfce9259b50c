"""The desk: articles with their progress, what there is to do, filter and order."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC
from enum import Enum
from functools import cached_property

from attrs import Factory, evolve, field, frozen

from tracker.credibility import Adjudication
from tracker.model import Article, ArticleId, Source, SourceId
from tracker.presenters.details import GUESS, marked
from tracker.presenters.narrowing import Orders, narrows, passing
from tracker.services.adjudicating import cases
from tracker.services.reading import Progress, progress_by_article
from tracker.store import Store
from tracker.text.folding import fold_text


@frozen(kw_only=True)
class ArticleRow:
    """An article as the desk lists it.

    Attributes:
        article_id: the article.
        date: the day of publication as ``YYYY-MM-DD``; of import, with a ``~``, where unknown.
        outlet: name of its outlet.
        title: its headline.
        progress: how far the review of its claims is.
        disagreements: claims that two reviewers rated apart.
        guesses: which of its details are guesses, by the names of their fields.
        superseded: whether a later version of the article is here, too.
        searched: what the filter looks at: title, outlet and date, folded.
    """

    article_id: ArticleId
    date: str
    outlet: str
    title: str
    progress: Progress
    disagreements: int = 0
    guesses: frozenset[str] = frozenset()
    superseded: bool = False
    searched: str = field(default="", repr=False)


@frozen(kw_only=True)
class ToDo:
    """What waits for somebody.

    Attributes:
        claims: claims nobody decided on.
        matches: pairs of claims nobody judged.
        asked: claims that the reviewer was asked to rate.
        disagreements: claims that two reviewers rated apart.
    """

    claims: int = 0
    matches: int = 0
    asked: int = 0
    disagreements: int = 0


class Order(Enum):
    """What the list is ordered by."""

    DATE = "date"
    WORK = "work left"
    OUTLET = "outlet"
    TITLE = "title"


_KEYS: dict[Order, Callable[[ArticleRow], tuple[object, ...]]] = {
    Order.DATE: lambda row: (row.date.lstrip("~"), row.article_id),
    Order.WORK: lambda row: (row.progress.proposed, row.article_id),
    Order.OUTLET: lambda row: (row.outlet, row.article_id),
    Order.TITLE: lambda row: (row.title, row.article_id),
}
_DESCENDING = frozenset({Order.DATE, Order.WORK})


@frozen(kw_only=True, slots=False)
class DeskState:
    """The desk as it is shown.

    Attributes:
        rows: every article.
        filter: what was typed to narrow the list; every word must occur.
        order: what the list is ordered by.
        reverse: whether the usual direction of the order is turned round.
        matches: pairs of claims that wait to be judged; 0 until they were counted.
        searching: how far the search for matches is, in words; empty when it is done.
        uncounted: whether matches are counted only after somebody opened them.
        asked: claims that the reviewer was asked to rate and has not rated.
        orders: every article in every order that was asked for.
        passed: the rows, ordered already, that the filter needs to look at; None for every row.
    """

    rows: tuple[ArticleRow, ...] = field(default=(), repr=False)
    filter: str = ""
    order: Order = Order.DATE
    reverse: bool = False
    matches: int = 0
    searching: str = ""
    uncounted: bool = False
    asked: int = 0
    passed: tuple[ArticleRow, ...] | None = field(default=None, eq=False, repr=False)
    orders: Orders[ArticleRow] = field(
        default=Factory(lambda self: Orders(self.rows), takes_self=True), eq=False, repr=False
    )

    @cached_property
    def shown(self) -> tuple[ArticleRow, ...]:
        """The articles that pass the filter, in order."""
        if self.passed is not None:
            return tuple(passing(self.passed, self.filter))
        down = (self.order in _DESCENDING) != self.reverse
        return tuple(passing(self.orders.by(_KEYS[self.order], down=down), self.filter))

    @cached_property
    def to_do(self) -> ToDo:
        """What waits, over all articles."""
        return ToDo(
            claims=sum(row.progress.proposed for row in self.rows),
            matches=self.matches,
            asked=self.asked,
            disagreements=sum(row.disagreements for row in self.rows),
        )

    def filtered(self, typed: str) -> "DeskState":
        """Return the desk narrowed to what was typed."""
        passed = self.shown if narrows(self.filter, typed) else None
        return evolve(self, filter=typed, passed=passed)

    def next_order(self) -> "DeskState":
        """Return the desk in the next order."""
        orders = list(Order)
        following = orders[(orders.index(self.order) + 1) % len(orders)]
        return evolve(self, order=following, reverse=False, passed=None)

    def reversed(self) -> "DeskState":
        """Return the desk with its order turned round."""
        return evolve(self, reverse=not self.reverse, passed=None)

    def with_matches(self, matches: int) -> "DeskState":
        """Return the desk with another number of pairs that wait."""
        return evolve(self, matches=matches, searching="", uncounted=False)

    def with_matches_uncounted(self) -> "DeskState":
        """Return the desk of a large database, where nobody has looked for matches yet."""
        return evolve(self, uncounted=True)

    def searched_for_matches(self, words: str) -> "DeskState":
        """Return the desk while matches are being searched, with how far that is in words."""
        return evolve(self, searching=words)

    def with_rows(self, rows: tuple[ArticleRow, ...], asked: int = 0) -> "DeskState":
        """Return the desk with other articles, in the same order and through the same filter."""
        return evolve(self, rows=rows, asked=asked, passed=None, orders=Orders(rows))


def article_rows(store: Store) -> tuple[ArticleRow, ...]:
    """Return every article of a store as a row, in the order they were added."""
    claims = progress_by_article(store)
    disputed = Counter(c.claim.article_id for c in cases(store) if c.state is Adjudication.DISAGREE)
    outlets: dict[SourceId, str] = {}
    rows = []
    articles = tuple(store.scan(Article))
    earlier = {article.previous_id for article in articles}
    for article in articles:
        if article.outlet_id not in outlets:
            outlets[article.outlet_id] = store.get(Source, article.outlet_id).label
        row = _row(article, outlets[article.outlet_id])
        rows.append(
            evolve(
                row,
                progress=claims.get(article.id, row.progress),
                disagreements=disputed[article.id],
                superseded=article.id in earlier,
            )
        )
    return tuple(rows)


def _row(article: Article, outlet: str) -> ArticleRow:
    added = article.added_at.astimezone(UTC).date()
    published = article.published.isoformat() if article.published else ""
    date = marked(published, "published", article) or f"~{added.isoformat()}"
    return ArticleRow(
        article_id=article.id,
        date=date,
        outlet=outlet,
        title=article.title,
        progress=Progress(),
        guesses=frozenset(article.guesses),
        searched=fold_text(f"{article.title} {outlet} {date}"),
    )


def mark_of(row: ArticleRow, field_name: str) -> str:
    """Return the question mark that stands after a detail that is a guess, else nothing."""
    return GUESS if field_name in row.guesses else ""


def progress_bar(progress: Progress, width: int = 6) -> str:
    """Return how far the review is as ``width`` blocks; full only when nothing is left."""
    filled = int(progress.share * width)
    return "▓" * filled + "░" * (width - filled)


def progress_counts(row: ArticleRow) -> str:
    """Return the claims of an article by state, for example ``●12 ○31 !1``.

    An earlier version of another article says so.
    """
    parts = (("●", row.progress.accepted), ("○", row.progress.proposed),
             ("✗", row.progress.rejected), ("!", row.disagreements))  # fmt: skip
    counts = [f"{symbol}{number}" for symbol, number in parts if number]
    return " ".join([*counts, *(["earlier"] if row.superseded else [])])
