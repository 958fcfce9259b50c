"""The list of sources: who is cited how often, and what became of it."""

from collections.abc import Callable
from enum import Enum
from functools import cached_property

from attrs import evolve, field, frozen

from tracker.model import Source, SourceId, SourceKind, TrackRecord
from tracker.presenters.narrowing import narrows, passing
from tracker.presenters.wording import SOURCE_KINDS, SOURCE_SYMBOLS, count
from tracker.services.recording import all_records
from tracker.store import Store
from tracker.text.folding import fold_text


@frozen(kw_only=True)
class SourceRow:
    """A source as the list shows it.

    Attributes:
        source_id: the source.
        kind: what kind of voice it is.
        label: its name or descriptor.
        outlet: the outlet that vouches for it; empty where there is none.
        record: what became of what it said.
        searched: what the filter looks at, folded.
    """

    source_id: SourceId
    kind: SourceKind
    label: str
    outlet: str = ""
    record: TrackRecord
    searched: str = field(default="", repr=False)

    @property
    def symbol(self) -> str:
        """The sign of its kind."""
        return SOURCE_SYMBOLS[self.kind]


class SourceOrder(Enum):
    """What the list is ordered by."""

    CITED = "most cited"
    RESOLVED = "most outcomes"
    RELIABILITY = "reliability (lower end)"
    LABEL = "name"


_KEYS: dict[SourceOrder, Callable[[SourceRow], tuple[object, ...]]] = {
    SourceOrder.CITED: lambda row: (row.record.cited, row.record.resolved),
    SourceOrder.RESOLVED: lambda row: (row.record.resolved, row.record.cited),
    SourceOrder.RELIABILITY: lambda row: (
        bool(row.record.resolved), row.record.interval.low, row.record.resolved
    ),
    SourceOrder.LABEL: lambda row: (row.label,),
}  # fmt: skip


@frozen(kw_only=True, slots=False)
class SourcesState:
    """The list as it is shown.

    Attributes:
        rows: every source.
        filter: what was typed to narrow the list; every word must occur.
        order: what the list is ordered by.
        reverse: whether the usual direction of the order is turned round.
        passed: the rows, ordered already, that the filter needs to look at; None for every row.
    """

    rows: tuple[SourceRow, ...] = field(default=(), repr=False)
    filter: str = ""
    order: SourceOrder = SourceOrder.CITED
    reverse: bool = False
    passed: tuple[SourceRow, ...] | None = field(default=None, eq=False, repr=False)

    @cached_property
    def shown(self) -> tuple[SourceRow, ...]:
        """The sources that pass the filter, in order; those equal in it by name."""
        if self.passed is not None:
            return tuple(passing(self.passed, self.filter))
        rows = passing(self.rows, self.filter)
        rows.sort(key=lambda row: (row.label, row.source_id))
        down = (self.order is not SourceOrder.LABEL) != self.reverse
        rows.sort(key=_KEYS[self.order], reverse=down)
        return tuple(rows)

    @property
    def title(self) -> str:
        """How many sources are shown, in which order."""
        shown, every = len(self.shown), len(self.rows)
        number = count(every, "source") if shown == every else f"{shown:,} of {every:,}"
        words = [number, f"by {self.order.value}" + (", reversed" if self.reverse else "")]
        return " · ".join(words + ([f"filter: {self.filter}"] if self.filter else []))

    def filtered(self, typed: str) -> "SourcesState":
        """Return the list narrowed to what was typed."""
        passed = self.shown if narrows(self.filter, typed) else None
        return evolve(self, filter=typed, passed=passed)

    def next_order(self) -> "SourcesState":
        """Return the list in the next order."""
        orders = list(SourceOrder)
        following = orders[(orders.index(self.order) + 1) % len(orders)]
        return evolve(self, order=following, reverse=False, passed=None)

    def reversed(self) -> "SourcesState":
        """Return the list with its order turned round."""
        return evolve(self, reverse=not self.reverse, passed=None)

    def with_rows(self, rows: tuple[SourceRow, ...]) -> "SourcesState":
        """Return the list with other rows."""
        return evolve(self, rows=rows, passed=None)


def source_rows(store: Store) -> tuple[SourceRow, ...]:
    """Return every source of a store as a row, the most cited first."""
    records = all_records(store)
    labels = {source.id: source.label for source, _ in records}
    return tuple(
        _row(source, record, labels.get(source.outlet_id, "") if source.outlet_id else "")
        for source, record in records
    )


def _row(source: Source, record: TrackRecord, outlet: str) -> SourceRow:
    names = (source.label, source.gloss, *source.aliases, outlet, SOURCE_KINDS[source.kind])
    return SourceRow(
        source_id=source.id,
        kind=source.kind,
        label=source.label,
        outlet=outlet,
        record=record,
        searched=fold_text(" ".join(names)),
    )
