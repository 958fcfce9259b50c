"""Tables of any length: columns that never change places, a cursor, marks."""

from textual.app import ComposeResult

from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.widgets.table_cells import Column, Row, TableCell, column_widths
from tracker.tui.widgets.virtual_list import VirtualList
from tracker.tui.widgets.virtual_table import VirtualTable

COLUMNS = (Column("date", 10), Column("headline"), Column("score", 5))
HEADLINES = ("ريف الرقة (HRW)", "Raqqa", "الأسلحة والاتهامات")


class Tabled(BidiApp[None]):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self.table = VirtualTable(COLUMNS, id="table")
        self.asked: list[int] = []
        self.moved: list[str] = []
        self.chosen: list[str] = []
        self.ids = [f"row{number}" for number in range(rows)]

    def compose(self) -> ComposeResult:
        yield self.table

    def on_mount(self) -> None:
        self.table.set_rows(self.ids, self.row)
        self.table.focus()

    def row(self, place: int) -> Row:
        self.asked.append(place)
        return (
            TableCell("2020-11-10", "muted"),
            TableCell(HEADLINES[place % 3]),
            TableCell(str(place), "good"),
        )

    def on_virtual_table_moved(self, event: VirtualTable.Moved) -> None:
        self.moved.append(event.row_id)

    def on_virtual_table_chosen(self, event: VirtualTable.Chosen) -> None:
        self.chosen.append(event.row_id)


async def test_columns_stand_in_their_order_whatever_the_cells_hold() -> None:
    app = Tabled(3)
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.pause()
        arabic = app.table.render_line(1).text
        assert arabic.index("2020-11-10") < arabic.index(visual(HEADLINES[0])) < arabic.index(" 0")
        assert app.table.render_line(0).text.split() == ["date", "headline", "score"]
        latin = app.table.render_line(2).text
        assert arabic.index(visual(HEADLINES[0])) > latin.index("Raqqa")


async def test_only_rows_on_the_screen_are_ever_asked_for() -> None:
    app = Tabled(100_000)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert app.table.cursor_id == "row99999"
        assert "99999" in app.table.render_line(11).text
        assert len(set(app.asked)) < 40


async def test_keys_move_the_cursor_as_lists_do() -> None:
    app = Tabled(50)
    async with app.run_test(size=(60, 11)) as pilot:
        await pilot.press("j", "j", "k", "down")
        assert app.moved == ["row1", "row2", "row1", "row2"]
        await pilot.press("pagedown")
        assert app.table.cursor_id == "row12"
        await pilot.press("g", "up")
        assert app.table.cursor_id == "row0"
        await pilot.press("enter")
        assert app.chosen == ["row0"]
        assert app.moved[-1] == "row0"


async def test_rows_are_marked_and_stay_marked_when_others_go() -> None:
    app = Tabled(5)
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("space", "j", "space")
        assert app.table.marked == {"row0", "row2"}
        app.table.set_rows(["row2", "row3"], app.row)
        assert app.table.marked == {"row2"}
        assert app.table.cursor_id == "row3"
        app.table.clear_marks()
        assert app.table.marked == frozenset()


async def test_a_click_moves_the_cursor_and_a_second_opens() -> None:
    app = Tabled(5)
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.click(app.table, offset=(12, 3))
        assert app.table.cursor_id == "row2"
        await pilot.click(app.table, offset=(12, 3), times=2)
        assert app.chosen == ["row2"]
        await pilot.click(app.table, offset=(12, 0))
        assert app.table.cursor_id == "row2"


async def test_a_table_without_rows_takes_every_key() -> None:
    app = Tabled(0)
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.press("j", "k", "G", "g", "space", "enter", "pagedown")
        assert app.table.cursor_id is None
        assert app.moved == []


async def test_a_list_is_a_table_of_one_column() -> None:
    class Listed(BidiApp[None]):
        def compose(self) -> ComposeResult:
            yield VirtualList()

        def on_mount(self) -> None:
            rows = ("قال", "said")
            self.query_one(VirtualList).set_rows(rows, lambda place: (TableCell(rows[place]),))

    app = Listed()
    async with app.run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        lines = [app.query_one(VirtualList).render_line(y).text.rstrip() for y in range(2)]
        assert lines[0].endswith(" " + visual("قال"))
        assert lines[1] == "  said"


def test_columns_share_what_fixed_ones_leave() -> None:
    columns = (Column("a", 10), Column("b", share=2), Column("c"))
    assert column_widths(columns, 42) == (10, 20, 10)
    assert column_widths(columns, 5) == (10, 0, 0)
    assert column_widths((Column("a"), Column("b")), 12) == (5, 6)


async def test_a_cell_that_hides_something_is_marked_and_keeps_its_width() -> None:
    app = Tabled(1)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        app.table.set_rows(
            ["a", "b"], lambda _: (TableCell("2020"), TableCell("داعش\u202e قال"), TableCell("1"))
        )
        strip = app.table.render_line(2)
        assert strip.cell_length == app.table.scrollable_content_region.width
        ground = app.table.get_component_rich_style("table--hidden", partial=True).bgcolor
        marked = [part.text for part in strip if part.style and part.style.bgcolor == ground]
        assert len(marked) == 1
        assert len(marked[0]) == 1


def test_the_mark_of_a_guess_is_there_also_where_the_cell_is_cut() -> None:
    cell = TableCell(HEADLINES[0] * 3, ending="?")
    assert cell.within(9).endswith("…?")
    assert len(cell.within(9)) <= 9
    assert TableCell("Raqqa", ending="?").within(9) == "Raqqa?"
    assert TableCell(HEADLINES[0]).within(3) == HEADLINES[0]
