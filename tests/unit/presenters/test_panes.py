"""A divider moves cells from one pane to its neighbour, and never takes the last ones."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.presenters.panes import PaneSizes, Sizes, moved, sizes_in

_SIZES = st.lists(st.integers(1, 200), min_size=2, max_size=5).map(tuple)


def test_a_divider_moves_cells_to_its_neighbour() -> None:
    assert moved((60, 40, 20), 0, 4, 10) == (64, 36, 20)
    assert moved((60, 40, 20), 1, -4, 10) == (60, 36, 24)


def test_no_pane_is_made_smaller_than_the_least() -> None:
    assert moved((60, 14), 0, 10, 10) == (64, 10)
    assert moved((60, 8), 0, 10, 10) == (60, 8)
    assert moved((8, 60), 0, 3, 10) == (11, 57)


def test_a_divider_that_is_not_there_moves_nothing() -> None:
    assert moved((60, 40), 1, 4, 10) == (60, 40)
    assert moved((60,), 0, 4, 10) == (60,)


@given(_SIZES, st.integers(0, 5), st.integers(-300, 300), st.integers(1, 30))
def test_the_room_stays_and_only_two_panes_change(
    sizes: Sizes, divider: int, by: int, least: int
) -> None:
    after = moved(sizes, divider, by, least)
    assert sum(after) == sum(sizes)
    assert min(after) >= min(*sizes, least)
    assert sum(a != b for a, b in zip(sizes, after, strict=True)) in {0, 2}


def test_sizes_are_kept_by_split_and_forgotten() -> None:
    kept: list[dict[str, Sizes]] = []
    sizes = PaneSizes(keep=lambda all_sizes: kept.append(dict(all_sizes)))
    sizes.put("desk", (60, 20))
    assert sizes.get("desk", 2) == (60, 20)
    assert sizes.get("desk", 3) is None
    sizes.put("desk", None)
    assert sizes.get("desk", 2) is None
    assert kept == [{"desk": (60, 20)}, {}]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(_JSON)
def test_whatever_a_file_holds_only_sizes_are_read(document: object) -> None:
    for sizes in sizes_in(document).values():
        assert len(sizes) > 1
        assert all(size > 0 for size in sizes)
