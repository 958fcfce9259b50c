"""An article on the screen: right letters highlighted, clicks answered in offsets."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.strip import Strip

from tests.unit.rtl.texts import SEED
from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.review_article import ReviewArticle
from tracker.tui.terminal import Plan
from tracker.tui.widgets.highlight import Highlight

TEXT = 'قالت "قسد" إنها اعتقلت (HRW) هنا.\nثم رحل'


class Reader(BidiApp[None]):
    def __init__(self, text: str, highlights: Sequence[Highlight]) -> None:
        super().__init__()
        self.article = ReviewArticle()
        self.content = text, highlights
        self.pointed: list[tuple[int, bool]] = []

    def compose(self) -> ComposeResult:
        yield self.article

    def on_mount(self) -> None:
        self.article.show(*self.content)

    def on_review_article_pointed(self, event: ReviewArticle.Pointed) -> None:
        self.pointed.append((event.offset, event.extend))


def reader(text: str = TEXT, *spans: tuple[int, int, str]) -> Reader:
    return Reader(text, [Highlight(start=a, end=b, tone=tone) for a, b, tone in spans])


def styled(strip: Strip, article: ReviewArticle, name: str) -> str:
    """The text of a line that bears a component's colours, from left to right."""
    wanted = article.get_component_rich_style(f"article--{name}", partial=True)

    def bears(segment: Segment) -> bool:
        return segment.style is not None and segment.style + wanted == segment.style

    return "".join(segment.text for segment in strip if bears(segment))


async def right_edge(pilot: Pilot[None], article: ReviewArticle) -> int:
    await pilot.pause()
    return article.scrollable_content_region.width - 1


async def test_a_span_is_highlighted_on_exactly_its_letters() -> None:
    app = reader(TEXT, (5, 10, "accepted"))
    async with app.run_test(size=(50, 5)):
        strip = app.article.render_line(0)
        assert styled(strip, app.article, "accepted") == '"\ufeaa\ufeb4\ufed7"'
        assert strip.text.endswith(visual('قالت "قسد"'))


async def test_of_overlapping_spans_the_later_lies_on_top() -> None:
    app = reader(TEXT, (0, 10, "accepted"), (5, 15, "current"))
    async with app.run_test(size=(50, 5)):
        strip = app.article.render_line(0)
        assert styled(strip, app.article, "current") == visual(TEXT[5:15])
        assert styled(strip, app.article, "accepted") == " " + visual(TEXT[:4])


async def test_three_spans_over_each_other_keep_what_the_uppermost_leaves_alone() -> None:
    app = reader(TEXT, (0, 22, "proposed"), (0, 15, "cursor"), (5, 10, "source"))
    async with app.run_test(size=(50, 5)):
        strip = app.article.render_line(0)
        underlined = [part.text for part in strip if part.style and part.style.underline]
        reversed_ = [part.text for part in strip if part.style and part.style.reverse]
        assert "".join(underlined) == visual(TEXT[:22])
        assert "".join(reversed_) == visual(TEXT[:15])
        assert styled(strip, app.article, "source") == visual(TEXT[5:10])


async def test_a_click_answers_with_the_character_that_is_seen() -> None:
    app = reader()
    async with app.run_test(size=(50, 5)) as pilot:
        edge = await right_edge(pilot, app.article)
        await pilot.click(app.article, offset=(edge, 0))
        await pilot.click(app.article, offset=(edge - 5, 0))
        brackets = visual(TEXT.splitlines()[0]).index("(HRW)")
        first = edge + 1 - len(TEXT.splitlines()[0])
        await pilot.click(app.article, offset=(first + brackets + 1, 0))
        await pilot.click(app.article, offset=(0, 4))
        assert app.pointed == [(0, False), (5, False), (TEXT.index("HRW"), False)]


async def test_dragging_tells_every_character_that_is_reached() -> None:
    app = reader()
    async with app.run_test(size=(50, 5)) as pilot:
        edge = await right_edge(pilot, app.article)
        await pilot.mouse_down(app.article, offset=(edge - 6, 0))
        await pilot.hover(app.article, offset=(edge - 12, 0))
        await pilot.mouse_up(app.article, offset=(edge - 12, 0))
        await pilot.hover(app.article, offset=(edge, 0))
        assert app.pointed == [(6, False), (12, True)]


async def test_a_span_that_is_asked_for_comes_into_sight() -> None:
    start = SEED.index("وكانت الحملات")
    app = reader(SEED)
    async with app.run_test(size=(60, 10)) as pilot:
        app.article.scroll_to_span(start, start + 30)
        await pilot.pause()
        shown = "".join(app.article.render_line(y).text for y in range(10))
        assert visual(SEED[start : start + 13]) in shown
        app.article.scroll_to_span(0, 20)
        await pilot.pause()
        assert app.article.scroll_offset.y == 0


async def test_other_highlights_draw_only_their_lines_again() -> None:
    text = "\n".join(f"سطر رقم {number}" for number in range(30))
    second = text.index("\n") + 1
    app = reader(text, (0, 5, "current"))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        before = [app.article.render_line(y) for y in range(10)]
        app.article.highlights = [Highlight(start=second, end=second + 5, tone="current")]
        after = [app.article.render_line(y) for y in range(10)]
        assert [y for y in range(10) if before[y] is not after[y]] == [0, 1]


async def test_what_moves_about_on_top_leaves_the_marks_beneath_as_they_are() -> None:
    text = "\n".join(f"سطر رقم {number}" for number in range(30))
    second = text.index("\n") + 1
    app = reader(text, (0, 8, "accepted"))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        beneath = app.article.highlights
        app.article.over = [Highlight(start=0, end=3, tone="cursor")]
        first = app.article.render_line(0)
        assert [s.text for s in first if s.style and s.style.reverse] == [visual("سطر")]
        app.article.over = [Highlight(start=second, end=second + 3, tone="cursor")]
        assert not any(s.style and s.style.reverse for s in app.article.render_line(0))
        assert styled(app.article.render_line(0), app.article, "accepted") == visual("سطر رقم ")
        assert app.article.highlights is beneath


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
