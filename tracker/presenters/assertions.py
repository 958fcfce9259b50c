"""The list of assertions: what is asserted, where the desk stands, how much stands behind it."""

from collections.abc import Callable
from enum import Enum
from functools import cached_property

from attrs import evolve, field, frozen

from tracker.credibility import Origins
from tracker.model import Assertion, AssertionId, Verdict
from tracker.presenters.standing_words import standing_words
from tracker.presenters.wording import count
from tracker.services.standing import origins_of
from tracker.store import Store
from tracker.text.folding import fold_text


@frozen(kw_only=True)
class AssertionRow:
    """An assertion as the list shows it.

    Attributes:
        assertion_id: the assertion.
        wording: what is asserted.
        verdict: where the desk stands.
        ruled: whether somebody gave that verdict.
        behind: what stands behind it.
        searched: what the filter looks at, folded.
    """

    assertion_id: AssertionId
    wording: str
    verdict: Verdict
    ruled: bool
    behind: Origins
    searched: str = field(default="", repr=False)

    @property
    def standing(self) -> str:
        """What stands behind it, in words."""
        return standing_words(self.behind)


class AssertionOrder(Enum):
    """What the list is ordered by."""

    REPORTS = "most reports"
    ORIGINS = "most origins"
    ECHO = "most reports an origin"
    WORDING = "wording"


_KEYS: dict[AssertionOrder, Callable[[AssertionRow], float]] = {
    AssertionOrder.REPORTS: lambda row: -row.behind.reports,
    AssertionOrder.ORIGINS: lambda row: -row.behind.origins,
    AssertionOrder.ECHO: lambda row: -row.behind.reports / max(row.behind.origins, 1),
    AssertionOrder.WORDING: lambda _: 0,
}


@frozen(kw_only=True, slots=False)
class AssertionsState:
    """The list as it is shown.

    Attributes:
        rows: every assertion.
        filter: what was typed to narrow the list; every word must occur.
        order: what the list is ordered by.
    """

    rows: tuple[AssertionRow, ...] = field(default=(), repr=False)
    filter: str = ""
    order: AssertionOrder = AssertionOrder.REPORTS

    @cached_property
    def shown(self) -> tuple[AssertionRow, ...]:
        """The assertions that pass the filter, in order; those equal in it by wording."""
        wanted = fold_text(self.filter).split()
        rows = [row for row in self.rows if all(word in row.searched for word in wanted)]
        key = _KEYS[self.order]
        return tuple(sorted(rows, key=lambda row: (key(row), row.wording, row.assertion_id)))

    @property
    def title(self) -> str:
        """How many assertions are shown, in which order."""
        shown, every = len(self.shown), len(self.rows)
        number = count(every, "assertion") if shown == every else f"{shown:,} of {every:,}"
        words = [number, f"by {self.order.value}"]
        return " · ".join(words + ([f"filter: {self.filter}"] if self.filter else []))

    def filtered(self, typed: str) -> "AssertionsState":
        """Return the list narrowed to what was typed."""
        return evolve(self, filter=typed)

    def next_order(self) -> "AssertionsState":
        """Return the list in the next order."""
        orders = list(AssertionOrder)
        return evolve(self, order=orders[(orders.index(self.order) + 1) % len(orders)])

    def with_rows(self, rows: tuple[AssertionRow, ...]) -> "AssertionsState":
        """Return the list with other rows."""
        return evolve(self, rows=rows)


def assertion_rows(store: Store) -> tuple[AssertionRow, ...]:
    """Return every assertion of a store as a row."""
    return tuple(_row(store, assertion) for assertion in store.scan(Assertion))


def _row(store: Store, assertion: Assertion) -> AssertionRow:
    return AssertionRow(
        assertion_id=assertion.id,
        wording=assertion.wording,
        verdict=assertion.verdict,
        ruled=assertion.ruling is not None,
        behind=origins_of(store, assertion),
        searched=fold_text(f"{assertion.wording} {assertion.verdict.value}"),
    )
