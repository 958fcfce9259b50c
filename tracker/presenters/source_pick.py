"""Choosing another source, the likeliest to be the same voice first."""

from attrs import evolve, field, frozen

from tracker.model import Source, SourceId
from tracker.presenters.wording import SOURCE_KINDS, SOURCE_SYMBOLS
from tracker.store import Store
from tracker.text.folding import fold_text


@frozen(kw_only=True)
class PickRow:
    """A source that can be chosen.

    Attributes:
        source_id: the source.
        symbol: the sign of its kind.
        label: its name or descriptor.
        about: the outlet that vouches for it, else its kind.
        searched: what is looked at when one types, folded.
    """

    source_id: SourceId
    symbol: str
    label: str
    about: str
    searched: str = field(repr=False)


@frozen(kw_only=True)
class PickState:
    """The sources to choose from and the one under the bar.

    Attributes:
        rows: every source but the one in hand, the likeliest first.
        shown: those that fit what was typed.
        typed: what was typed; every word must occur.
        index: the row under the bar.
    """

    rows: tuple[PickRow, ...] = field(default=(), repr=False)
    shown: tuple[PickRow, ...] = field(default=(), repr=False)
    typed: str = ""
    index: int = 0

    @property
    def row(self) -> PickRow | None:
        """The row under the bar, None where nothing fits."""
        return self.shown[self.index] if self.shown else None

    def with_rows(self, rows: tuple[PickRow, ...]) -> "PickState":
        """Return the picker over other rows."""
        return evolve(self, rows=rows).with_typed(self.typed)

    def with_typed(self, typed: str) -> "PickState":
        """Return the picker narrowed to what was typed, the bar on the first."""
        wanted = fold_text(typed).split()
        shown = tuple(row for row in self.rows if all(word in row.searched for word in wanted))
        return evolve(self, typed=typed, shown=shown, index=0)

    def moved(self, steps: int) -> "PickState":
        """Return the picker with the bar ``steps`` rows on, kept inside."""
        return evolve(self, index=max(0, min(len(self.shown) - 1, self.index + steps)))


def pick_rows(store: Store, source_id: SourceId) -> tuple[PickRow, ...]:
    """Return every other source: those of the same descriptor first, then those of its outlet.

    Raises:
        NotFoundError: when the source does not exist.
    """
    source = store.get(Source, source_id)
    sources = list(store.scan(Source))
    labels = {other.id: other.label for other in sources}
    folded = fold_text(source.label)

    def rank(other: Source) -> tuple[bool, bool, bool, str]:
        return (
            fold_text(other.label) != folded,
            other.outlet_id != source.outlet_id,
            other.kind is not source.kind,
            other.label,
        )

    others = sorted((other for other in sources if other.id != source.id), key=rank)
    return tuple(_row(other, labels) for other in others)


def _row(source: Source, labels: dict[SourceId, str]) -> PickRow:
    outlet = labels.get(source.outlet_id, "") if source.outlet_id else ""
    about = outlet or SOURCE_KINDS[source.kind]
    names = (source.label, source.gloss, *source.aliases, about)
    return PickRow(
        source_id=source.id,
        symbol=SOURCE_SYMBOLS[source.kind],
        label=source.label,
        about=about,
        searched=fold_text(" ".join(names)),
    )
