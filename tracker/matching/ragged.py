"""Rows of different lengths in one array, so that sums over each run in C."""

from array import array

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Held = NDArray[np.int32]


@frozen
class Ragged:
    """Rows of positions, none empty, end to end.

    Attributes:
        flat: all values, row after row.
        starts: where in ``flat`` each row begins.
    """

    flat: Numbers = field(eq=False)
    starts: Numbers = field(eq=False)

    @property
    def lengths(self) -> Numbers:
        """How many values each row holds."""
        return np.diff(self.starts, append=len(self.flat))

    @property
    def rows(self) -> Numbers:
        """For each value the number of its row."""
        return np.repeat(np.arange(len(self.starts)), self.lengths)

    def keep(self, wanted: NDArray[np.bool_]) -> "Ragged":
        """Return the rows without unwanted values; a row that would be left empty stays whole."""
        kept = wanted[self.flat]
        empty = np.add.reduceat(kept, self.starts, dtype=np.int64) == 0
        kept |= np.repeat(empty, self.lengths)
        counts = np.add.reduceat(kept, self.starts, dtype=np.int64)
        return Ragged(self.flat[kept], np.cumsum(counts) - counts)


def pack(flat: Held, lengths: Held) -> tuple[Numbers, Ragged]:
    """Return the different values of rows, ascending, and the rows as positions among them.

    Args:
        flat: the values of all rows, end to end.
        lengths: how many values each row holds; none is empty.
    """
    values, positions = np.unique(flat, return_inverse=True)
    return values.astype(np.int64), Ragged(positions, np.cumsum(lengths) - lengths)


def spread(rows: Ragged, parts: Held, begins: Held, counts: Held) -> tuple[Numbers, Ragged]:
    """Return the rows with each value replaced by its parts, each part once a row.

    Args:
        rows: positions in ``begins`` and ``counts``.
        parts: the parts of all values, end to end.
        begins: where in ``parts`` those of each value begin.
        counts: how many they are; none is without.

    Returns:
        The different parts, ascending, and the rows as positions among them.
    """
    values, own = np.unique(parts[stretches(begins, counts)], return_inverse=True)
    widths = counts[rows.flat]
    own_begins = np.cumsum(counts) - counts
    positions = own[stretches(own_begins[rows.flat], widths)]
    keys = distinct(np.repeat(rows.rows, widths) * len(values) + positions)
    row, flat = np.divmod(keys, len(values))
    return values.astype(np.int64), Ragged(flat, np.searchsorted(row, np.arange(len(rows.starts))))


def stretches(begins: Held | Numbers, counts: Held) -> Numbers:
    """Return ``begin, begin + 1, ...`` for each pair of begin and count, end to end."""
    shifts = begins.astype(np.int64) - (np.cumsum(counts) - counts)
    stretches: Numbers = np.arange(counts.sum(), dtype=np.int64) + np.repeat(shifts, counts)
    return stretches


def distinct(values: Numbers) -> Numbers:
    """Return the different values, ascending."""
    ordered = np.sort(values)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def view(held: "array[int]") -> Held:
    """Return what ``held`` holds without copying it; it must not grow while the view lives."""
    return np.frombuffer(held, np.int32)
