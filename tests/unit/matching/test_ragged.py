"""Rows in one array give the sums of the rows one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracker.matching.ragged import pack, spread

ROWS = st.lists(
    st.lists(st.integers(0, 9), min_size=1, max_size=6, unique=True), min_size=1, max_size=6
)


def held(numbers: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(numbers, np.int32)


def joined(rows: list[list[int]]) -> list[int]:
    return [value for row in rows for value in row]


@given(ROWS)
def test_packed_rows_keep_their_values_and_lengths(rows: list[list[int]]) -> None:
    values, packed = pack(held(joined(rows)), held([len(row) for row in rows]))
    assert values[packed.flat].tolist() == joined(rows)
    assert packed.lengths.tolist() == [len(row) for row in rows]
    assert packed.rows.tolist() == [at for at, row in enumerate(rows) for _ in row]


@given(ROWS, st.sets(st.integers(0, 9)))
def test_unwanted_values_go_unless_a_row_would_be_empty(
    rows: list[list[int]], unwanted: set[int]
) -> None:
    values, packed = pack(held(joined(rows)), held([len(row) for row in rows]))
    kept = packed.keep(~np.isin(values, list(unwanted)))
    expected = [[v for v in row if v not in unwanted] or row for row in rows]
    assert values[kept.flat].tolist() == joined(expected)
    assert kept.lengths.tolist() == [len(row) for row in expected]


@given(
    ROWS, st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=4), min_size=10, max_size=10)
)
def test_spread_rows_hold_the_parts_of_their_values_once(
    rows: list[list[int]], parts: list[list[int]]
) -> None:
    values, packed = pack(held(joined(rows)), held([len(row) for row in rows]))
    counts = [len(part) for part in parts]
    begins = [sum(counts[:at]) for at in range(10)]
    terms, found = spread(packed, held(joined(parts)), held(begins)[values], held(counts)[values])
    expected = [sorted({term for value in row for term in parts[value]}) for row in rows]
    assert terms[found.flat].tolist() == joined(expected)
    assert found.lengths.tolist() == [len(row) for row in expected]
