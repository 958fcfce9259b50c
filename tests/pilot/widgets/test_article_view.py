"""The article view: right letters highlighted, clicks answered in offsets, spans in sight."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.strip import Strip

from tests.unit.rtl.texts import SEED
from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.terminal import Plan
from tracker.tui.widgets.article_view import ArticleView
from tracker.tui.widgets.highlight import Highlight

TEXT = 'قالت "قسد" إنها اعتقلت (HRW) هنا.\nثم رحل'


class Reader(BidiApp[None]):
    def __init__(self, text: str, highlights: Sequence[Highlight], current: str | None) -> None:
        super().__init__()
        self.article = ArticleView(text, highlights, current=current)
        self.picked: list[tuple[int, tuple[str, ...]]] = []
        self.selected: list[tuple[int, int]] = []

    def compose(self) -> ComposeResult:
        yield self.article

    def on_mount(self) -> None:
        self.article.focus()

    def on_article_view_picked(self, event: ArticleView.Picked) -> None:
        self.picked.append((event.offset, event.keys))

    def on_article_view_selected(self, event: ArticleView.Selected) -> None:
        self.selected.append((event.start, event.end))


def reader(
    text: str = TEXT, *spans: tuple[str, int, int, str], current: str | None = None
) -> Reader:
    highlights = [Highlight(key=key, start=a, end=b, tone=tone) for key, a, b, tone in spans]
    return Reader(text, highlights, current)


def styled(strip: Strip, article: ArticleView, name: str) -> str:
    """The text of a line that bears a component's colours, from left to right."""
    wanted = article.get_component_rich_style(f"article--{name}", partial=True)

    def bears(segment: Segment) -> bool:
        return segment.style is not None and segment.style + wanted == segment.style

    return "".join(segment.text for segment in strip if bears(segment))


async def right_edge(pilot: Pilot[None], article: ArticleView) -> int:
    await pilot.pause()
    return article.scrollable_content_region.width - 1


async def test_a_span_is_highlighted_on_exactly_its_letters() -> None:
    app = reader(TEXT, ("c1", 5, 10, "accepted"))
    async with app.run_test(size=(50, 5)):
        strip = app.article.render_line(0)
        assert styled(strip, app.article, "accepted") == '"\ufeaa\ufeb4\ufed7"'
        assert strip.text.endswith(visual('قالت "قسد"'))


async def test_overlapping_spans_are_both_marked_and_the_current_one_lies_on_top() -> None:
    app = reader(TEXT, ("c1", 0, 10, "accepted"), ("c2", 5, 15, "rejected"), current="c2")
    async with app.run_test(size=(50, 5)):
        strip = app.article.render_line(0)
        assert styled(strip, app.article, "current") == visual(TEXT[5:15])
        assert styled(strip, app.article, "accepted") == " " + visual(TEXT[:4])


async def test_a_click_answers_with_the_character_that_is_seen() -> None:
    app = reader(TEXT, ("long", 0, 33, "proposed"), ("short", 5, 10, "cue"))
    async with app.run_test(size=(50, 5)) as pilot:
        edge = await right_edge(pilot, app.article)
        await pilot.click(app.article, offset=(edge, 0))
        await pilot.click(app.article, offset=(edge - 5, 0))
        await pilot.click(app.article, offset=(0, 4))
        assert app.picked == [(0, ("long",)), (5, ("short", "long"))]


async def test_dragging_selects_whole_words_in_logical_order() -> None:
    app = reader()
    async with app.run_test(size=(50, 5)) as pilot:
        edge = await right_edge(pilot, app.article)
        await pilot.mouse_down(app.article, offset=(edge - 6, 0))
        await pilot.hover(app.article, offset=(edge - 12, 0))
        await pilot.mouse_up(app.article, offset=(edge - 12, 0))
        assert app.article.selection == (5, 15)
        assert TEXT[5:15] == '"قسد" إنها'


async def test_arrows_go_the_way_they_point() -> None:
    app = reader()
    async with app.run_test(size=(50, 5)) as pilot:
        await pilot.press("left")
        await pilot.press("left", "shift+left", "shift+left")
        assert app.article.selection == (5, 22)
        await pilot.press("shift+right")
        assert app.article.selection == (5, 15)
        assert app.selected[-1] == (5, 15)
        await pilot.press("right")
        assert app.article.selection is None


async def test_up_and_down_go_to_the_word_above_and_below() -> None:
    app = reader(SEED)
    async with app.run_test(size=(60, 10)) as pilot:
        app.article.select(SEED.index("وقال مصدر"), SEED.index("وقال مصدر") + 1)
        await pilot.press("down", "up")
        assert app.article.selection is None
        await pilot.press("shift+down", "shift+up", "shift+left")
        start = SEED.index("وقال مصدر")
        assert app.article.selection == (start, start + len("وقال مصدر"))


async def test_copying_gives_the_text_as_received() -> None:
    app = reader(TEXT, ("c1", 5, 10, "proposed"), current="c1")
    async with app.run_test(size=(50, 5)) as pilot:
        await pilot.press("y")
        assert app.clipboard == '"قسد"'
        app.article.select(0, 10)
        await pilot.press("y")
        assert app.clipboard == 'قالت "قسد"'


async def test_the_current_highlight_comes_into_sight() -> None:
    start = SEED.index("وكانت الحملات")
    app = reader(SEED, ("c1", 0, 20, "proposed"), ("c2", start, start + 30, "proposed"))
    async with app.run_test(size=(60, 10)) as pilot:
        app.article.current = "c2"
        await pilot.pause()
        shown = "".join(app.article.render_line(y).text for y in range(10))
        assert visual(SEED[start : start + 13]) in shown
        app.article.current = "c1"
        await pilot.pause()
        assert app.article.scroll_offset.y == 0


async def test_moving_between_highlights_draws_only_their_lines_again() -> None:
    text = "\n".join(f"سطر رقم {number}" for number in range(30))
    second = text.index("\n") + 1
    app = reader(text, ("a", 0, 5, "proposed"), ("b", second, second + 5, "proposed"), current="a")
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        before = [app.article.render_line(y) for y in range(10)]
        app.article.current = "b"
        after = [app.article.render_line(y) for y in range(10)]
        assert [y for y in range(10) if before[y] is not after[y]] == [0, 1]


async def test_resizing_keeps_the_first_line_in_sight() -> None:
    app = reader(SEED.replace("\n\n", "\n"))
    async with app.run_test(size=(60, 10)) as pilot:
        app.article.scroll_to_span(1500, 1510)
        await pilot.pause()
        seen = app.article.offset_at(app.article.scrollable_content_region.width - 1, 0)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        edge = app.article.scrollable_content_region.width - 1
        now = app.article.offset_at(edge, 0)
        assert seen is not None
        assert now is not None
        assert now <= seen < now + 40


async def test_markup_and_escapes_in_an_article_are_only_text() -> None:
    app = reader("[bold]x[/bold] \x1b[31m $text")
    async with app.run_test(size=(50, 5)):
        assert app.article.render_line(0).text.startswith("[bold]x[/bold] ␛[31m $text")


async def test_hidden_characters_are_marked() -> None:
    app = reader("user\u202egpj.exe")
    async with app.run_test(size=(50, 5)):
        strip = app.article.render_line(0)
        assert styled(strip, app.article, "hidden") == "r"
        assert strip.text.startswith("usergpj.exe")


async def test_another_article_starts_at_its_beginning() -> None:
    app = reader(SEED)
    async with app.run_test(size=(60, 10)) as pilot:
        app.article.scroll_to_span(2000, 2010)
        app.article.show("Raqqa")
        await pilot.pause()
        assert app.article.scroll_offset == Offset(0, 0)
        assert app.article.render_line(0).text.startswith("Raqqa")


async def test_a_terminal_that_orders_text_itself_is_sent_logical_lines() -> None:
    app = reader("قال HRW")
    app.plan = Plan(order="terminal")
    async with app.run_test(size=(30, 5)):
        assert app.article.render_line(0).text.strip(" ") == "\u2067قال HRW\u2069"
