"""Which pair is asked about next."""

from tracker.presenters.asking import next_open

PAIRS = ("a", "b", "c", "d")


def test_the_next_open_pair_comes_first_round_the_end() -> None:
    assert next_open(PAIRS, 0, (), ()) == 1
    assert next_open(PAIRS, 1, ("c", "d"), ()) == 0
    assert next_open(PAIRS, 3, ("a",), ()) == 1


def test_pairs_put_off_come_after_the_others() -> None:
    assert next_open(PAIRS, 0, (), ("b",)) == 2
    assert next_open(PAIRS, 0, ("c", "d", "a"), ("b",)) == 1


def test_where_all_are_judged_one_stays() -> None:
    assert next_open(PAIRS, 2, PAIRS, ()) == 2
    assert next_open((), 0, (), ()) == 0
