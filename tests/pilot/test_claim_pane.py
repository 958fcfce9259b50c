"""What the panes draw: letters in order, labels and tones where they belong."""

from tests.pilot.desk_app import reviewing
from tracker.presenters.tones import Cell, Tone
from tracker.tui.lines_pane import LinesPane


def drawn(pane: LinesPane) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.scrollable_content_region.height)]


async def test_what_follows_a_label_hangs_beside_it() -> None:
    async with reviewing() as driver:
        pane = driver.review.query_one("#claim", LinesPane)
        pane.show([(Cell("note    ", Tone.MUTED), Cell("word " * 20))])
        lines = drawn(pane)
        assert lines[0].startswith("note    word")
        assert lines[1].startswith("        word")


async def test_markup_and_control_characters_are_only_ever_text() -> None:
    async with reviewing() as driver:
        pane = driver.review.query_one("#claim", LinesPane)
        pane.show([(Cell("[bold]x[/bold] \x1b[31mred\u202e"),), (Cell("n ", Tone.MUTED),
                   Cell("[@click=app.quit]a[/]\x07"))])  # fmt: skip
        first, second = drawn(pane)[:2]
        assert "[bold]x[/bold]" in first
        assert "[@click=app.quit]a[/]" in second
        assert not any(c in first + second for c in "\x1b\x07\u202e")


async def test_a_line_that_begins_in_arabic_stands_against_the_right_edge() -> None:
    async with reviewing() as driver:
        pane = driver.review.query_one("#claim", LinesPane)
        pane.show([(Cell("هجوم"),)])
        assert len(drawn(pane)[0]) == pane.scrollable_content_region.width
