"""Widgets that know nothing of right-to-left text show it in order, and keep their borders."""

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.geometry import Region
from textual.widgets import DataTable, Label, Static

from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.terminal import Plan
from tracker.tui.widgets.article_canvas import ArticleCanvas
from tracker.tui.widgets.bidi_filter import ORDERED, BidiFilter
from tracker.tui.widgets.prose import Prose

BLACK = Color.parse("black")
RED, BLUE = Style(color="red"), Style(color="blue")


def screen_lines(app: BidiApp[None]) -> list[str]:
    size = app.size
    update = app.screen._compositor.render_strips(Region(0, 0, *size).size)
    return [strip.text for strip in update]


def test_styles_go_with_their_letters() -> None:
    ordered = BidiFilter().apply([Segment("قال ", RED), Segment("HRW", BLUE)], BLACK)
    assert [(segment.text, segment.style) for segment in ordered] == [
        ("HRW", BLUE),
        (" \ufedd\ufe8e\ufed7", RED),
    ]


def test_borders_and_columns_keep_their_places() -> None:
    line = "│ قال  .81 │ ب │"
    text = "".join(part.text for part in BidiFilter().apply([Segment(line)], BLACK))
    assert text == "│ \ufedd\ufe8e\ufed7  .81 │ \ufe8f │"


def test_a_line_keeps_its_width_where_lam_and_alef_share_a_cell() -> None:
    text = "".join(part.text for part in BidiFilter().apply([Segment("لا|")], BLACK))
    assert text == " |\ufefb"


def test_latin_lines_come_back_untouched() -> None:
    line = [Segment("plain "), Segment("text", RED)]
    assert BidiFilter().apply(line, BLACK) is line


def test_what_is_ordered_already_is_not_ordered_again() -> None:
    line = [Segment("،", ORDERED), Segment("x"), Segment("a ب")]
    text = "".join(part.text for part in BidiFilter().apply(line, BLACK))
    assert text == "،xa \ufe8f"


class Mixed(BidiApp[None]):
    CSS = "ArticleCanvas { border: round white; height: 5; }"

    def compose(self) -> ComposeResult:
        yield Label('عنوان: "داعش" (HRW)', markup=False)
        table: DataTable[str] = DataTable(show_header=False)
        yield table
        article = ArticleCanvas("قال المصدر، ثم رحل")
        article.border_title = "المقال (1)"
        yield article
        yield Prose("نص طويل قليلاً يلتف على سطرين")

    def on_mount(self) -> None:
        self.query_one(Prose).styles.width = 20
        table = self.query_one(DataTable)
        table.add_columns("type", "text", "score")
        table.add_row("LOC", "ريف الرقة الجنوبي", ".81")


async def test_labels_tables_titles_and_articles_read_correctly_together() -> None:
    app = Mixed()
    async with app.run_test(size=(50, 16)) as pilot:
        await pilot.pause()
        lines = screen_lines(app)
        page = "\n".join(lines)
        assert visual('عنوان: "داعش" (HRW)') in lines[0]
        row = next(line for line in lines if "LOC" in line)
        assert row.index("LOC") < row.index(visual("ريف الرقة الجنوبي")) < row.index(".81")
        assert visual("المقال (1)") in page
        assert visual("قال المصدر، ثم رحل") in page
        assert visual("نص طويل قليلاً يلتف") in page
        assert all(len(line) >= 48 for line in lines[:3])


async def test_nothing_is_ordered_where_the_terminal_does_it() -> None:
    app = Mixed()
    app.plan = Plan(order="terminal")
    async with app.run_test(size=(50, 16)) as pilot:
        await pilot.pause()
        assert 'عنوان: "داعش" (HRW)' in screen_lines(app)[0]


async def test_a_prose_widget_is_as_tall_as_its_lines() -> None:
    class Noted(BidiApp[None]):
        def compose(self) -> ComposeResult:
            yield Prose("قال المصدر إن الهجوم وقع ليلاً")
            yield Static("below", markup=False)

    app = Noted()
    async with app.run_test(size=(12, 8)) as pilot:
        await pilot.pause()
        prose = app.query_one(Prose)
        assert prose.size.height == 3
        prose.text = "قصير"
        await pilot.pause()
        assert prose.size.height == 1
        assert prose.text == "قصير"
