"""Lines made of pieces from elsewhere: each keeps its own order, wherever a screen shows it."""

from tests.pilot.desk_app import Driver, reviewing
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.rtl import one_line
from tracker.tui.bars import StatusLine, TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.tones import tone_styles

VOICE = 'مصدر لـ"العربي الجديد"'
SEEN = one_line(VOICE).text
LABEL = Cell("source  ", Tone.MUTED)


async def shown(driver: Driver, *lines: Line) -> list[str]:
    pane = driver.review.query_one("#claim", LinesPane)
    pane.show(lines)
    return [pane.render_line(y).text for y in range(pane.scrollable_content_region.height)]


async def test_a_quoted_name_between_english_words_keeps_its_quotation_marks() -> None:
    async with reviewing() as driver:
        line = (LABEL, Cell("? "), Cell(VOICE), Cell("  anonymous"))
        drawn = (await shown(driver, line))[0]
        assert drawn.rstrip() == f"source  ? {SEEN}  anonymous"


async def test_a_value_in_arabic_stands_against_the_right_edge_and_its_label_at_the_left() -> None:
    async with reviewing() as driver:
        drawn = (await shown(driver, (LABEL, Cell(VOICE))))[0]
        assert drawn.startswith("source   ")
        assert drawn.endswith(SEEN)


async def test_a_piece_that_wraps_hangs_beside_its_label() -> None:
    async with reviewing() as driver:
        first, second = (await shown(driver, (LABEL, Cell("? "), Cell("قال " * 15))))[:2]
        assert first.startswith("source  ? ")
        assert second.startswith("        " + one_line("قال قال").text)


async def test_a_label_that_leaves_no_room_is_wrapped_with_the_rest() -> None:
    async with reviewing() as driver:
        wide = Cell("a label as wide as its pane or nearly so   ", Tone.MUTED)
        drawn = await shown(driver, (wide, Cell("value")))
        assert any(line.startswith("value") for line in drawn)


async def test_the_bars_keep_dates_and_names_apart() -> None:
    async with reviewing() as driver:
        top = driver.review.query_one(TopBar)
        top.left = (Cell("Review ▸ "), Cell(VOICE), Cell("  العربي"), Cell("  2020-11-10"))
        left = top.render_line(0).text.split("   ")[0]
        assert left == f"Review ▸ {SEEN}  {one_line('العربي').text}  2020-11-10"


async def test_the_top_bar_gives_way_at_the_logical_end_of_its_left_part() -> None:
    async with reviewing() as driver:
        top = driver.review.query_one(TopBar)
        top.left, top.right = (Cell("قال " * 50),), (Cell("claim 3 of 43"),)
        drawn = top.render_line(0)
        assert drawn.cell_length == top.size.width
        assert drawn.text.endswith("  claim 3 of 43")
        assert drawn.text.lstrip().startswith("…")


async def test_a_message_that_quotes_reads_in_its_own_direction() -> None:
    async with reviewing() as driver:
        line = driver.review.query_one(StatusLine)
        line.message = Message(f"Linked to “{VOICE}”. Saved.")
        assert line.render_line(0).text.rstrip() == f"Linked to “{SEEN}”. Saved."
        line.message = Message(f"“{VOICE}” is linked.")
        assert line.render_line(0).text.rstrip() == f"“{SEEN}” is linked."


async def test_what_hides_in_a_pane_is_marked() -> None:
    async with reviewing() as driver:
        pane = driver.review.query_one("#claim", LinesPane)
        pane.show([(Cell("ab\u202ecd"),)])
        (marked,) = [
            segment.text
            for segment in pane.render_line(0)
            if segment.style and segment.style.bgcolor == tone_styles(pane)("hidden").bgcolor
        ]
        assert marked in {"b", "c"}
