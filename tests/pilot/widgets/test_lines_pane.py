"""Panes of composed lines draw again only what changed."""

from unittest.mock import Mock

import pytest
from textual.app import ComposeResult

from tracker.presenters.tones import Cell, Line, Tone
from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.lines_pane import LinesPane
from tracker.tui.widgets.frame_title import entitle

SOURCE: Line = (Cell("source  ", Tone.MUTED), Cell("مصدر في قسد"))


class Pane(BidiApp[None]):
    CSS = "LinesPane { border: round white; }"

    def compose(self) -> ComposeResult:
        self.pane = LinesPane()
        yield self.pane


async def test_lines_that_stay_are_not_drawn_again_wherever_they_move_to() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)):
        app.pane.show(((Cell("واحد"),), (), SOURCE))
        before = [app.pane.render_line(y) for y in range(3)]
        app.pane.show(((Cell("اثنان"),), (Cell("ثلاثة"),), (), SOURCE))
        after = [app.pane.render_line(y) for y in range(4)]
        assert after[0].text.strip() == visual("اثنان")
        assert after[1].text.strip() == visual("ثلاثة")
        assert after[2] is before[1]
        assert after[3] is before[2]


async def test_what_the_lines_before_left_behind_is_gone_from_the_screen() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show(((Cell("one"),), (Cell("two"),), (Cell("three"),)))
        await pilot.pause()
        app.pane.show(((Cell("one"),),))
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert "one" in strips[1].text
        assert not any(word in strip.text for strip in strips for word in ("two", "three"))


async def test_a_title_is_plain_text_and_draws_only_its_own_line_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show((SOURCE,))
        await pilot.pause()
        drawn = Mock(side_effect=app.pane.render_line)
        monkeypatch.setattr(app.pane, "render_line", drawn)
        entitle(app.pane, "filter: [/x] قسد")
        await pilot.pause()
        assert f"filter: [/x] {visual('قسد')}" in app.screen._compositor.render_strips()[0].text
        drawn.assert_not_called()


async def test_a_scrollbar_that_comes_hides_no_letter() -> None:
    app = Pane()
    async with app.run_test(size=(40, 10)) as pilot:
        app.pane.show(((Cell("short"),),))
        await pilot.pause()
        app.pane.show(tuple((Cell("x" * 90),) for _ in range(10)))
        await pilot.pause()
        width = app.pane.scrollable_content_region.width
        strips = app.screen._compositor.render_strips()
        seen = "".join(strip.text[1 : width + 1] for strip in strips[1:4]).strip()
        assert seen == "x" * 90
