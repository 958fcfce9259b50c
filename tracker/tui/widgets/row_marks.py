"""Which rows of a table are marked, one by one, over a range, or all."""

from collections.abc import Sequence

from attrs import evolve, frozen

from tracker.tui.widgets.table_cells import TableCell

#: What stands before a marked row, and before another, and its width in columns.
MARK, NO_MARK = TableCell("\u25aa"), TableCell(" ")
MARK_WIDTH = 1


@frozen(kw_only=True)
class RowMarks:
    """Marks by row identifier.

    Attributes:
        rows: identifiers of the marked rows.
        anchor: where a range began, None while none is being marked.
        before: what was marked when the range began.
    """

    rows: frozenset[str] = frozenset()
    anchor: int | None = None
    before: frozenset[str] = frozenset()

    def toggled(self, row_id: str) -> "RowMarks":
        """Return the marks with one row marked, or unmarked."""
        return evolve(self, rows=self.rows ^ {row_id})

    def ranging(self, place: int) -> "RowMarks":
        """Return the marks with a range begun at ``place``, or with the range ended."""
        if self.anchor is not None:
            return RowMarks(rows=self.rows)
        return evolve(self, anchor=place, before=self.rows)

    def reached(self, ids: Sequence[str], place: int) -> "RowMarks":
        """Return the marks after the cursor came to ``place``; a range follows it."""
        if self.anchor is None:
            return self
        first, last = sorted((self.anchor, place))
        return evolve(self, rows=self.before | frozenset(ids[first : last + 1]))

    def every(self, ids: Sequence[str]) -> "RowMarks":
        """Return the marks with every row marked, or none where all were."""
        rows = frozenset(ids)
        return RowMarks(rows=frozenset() if self.rows == rows else rows)

    def kept(self, ids: Sequence[str]) -> "RowMarks":
        """Return the marks of rows that are still there; places changed, so a range ends."""
        return RowMarks(rows=self.rows & frozenset(ids) if self.rows else self.rows)


def place_of(ids: Sequence[str], row_id: str | None) -> int | None:
    """Return where ``row_id`` stands; None where it does not. Looks through very many once."""
    try:
        return None if row_id is None else ids.index(row_id)
    except ValueError:
        return None
