from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import ArticleId
from tracker.presenters.desk import ArticleRow, DeskState, Order
from tracker.presenters.narrowing import Orders, narrows, passing
from tracker.services.reading import progress_of


@frozen
class Row:
    searched: str


WORDS = st.text(alphabet="ab ", max_size=6)


@given(st.lists(WORDS.map(Row)), WORDS, WORDS)
def test_what_narrows_may_be_looked_for_among_what_passed_before(
    rows: list[Row], before: str, after: str
) -> None:
    if narrows(before, after):
        assert passing(passing(rows, before), after) == passing(rows, after)


def test_typing_on_narrows_and_deleting_does_not() -> None:
    assert narrows("", "a")
    assert narrows("ab", "ab c")
    assert narrows("ab", "abc")
    assert not narrows("abc", "ab")
    assert not narrows("ab c", "ab")


ROWS = tuple(
    ArticleRow(
        article_id=ArticleId(f"art_{n}"), date="", outlet="", title=word,
        progress=progress_of([]), searched=word,
    )
    for n, word in enumerate(("ab", "a", "abc", "b"))
)  # fmt: skip


@given(st.lists(st.sampled_from(["", "a", "ab", "b", "order", "turn", "rows"]), max_size=8))
def test_a_desk_filtered_key_by_key_shows_what_a_desk_filtered_at_once_shows(
    steps: list[str],
) -> None:
    state = DeskState(rows=ROWS)
    for step in steps:
        match step:
            case "order":
                state = state.next_order()
            case "turn":
                state = state.reversed()
            case "rows":
                state = state.with_rows(state.rows[::-1] if state.order is Order.TITLE else ROWS)
            case _:
                state = state.filtered(step)
        anew = DeskState(
            rows=state.rows, filter=state.filter, order=state.order, reverse=state.reverse
        )
        assert state.shown == anew.shown


def test_rows_that_a_key_does_not_tell_apart_stand_as_they_came_in_every_order() -> None:
    orders = Orders((2, 12, 1, 11))

    def ones(number: int) -> int:
        return number % 10

    assert orders.by(ones, down=False) == [1, 11, 2, 12]
    assert orders.by(ones, down=True) == [2, 12, 1, 11]
    assert orders.by(ones, down=True) is orders.by(ones, down=True)
