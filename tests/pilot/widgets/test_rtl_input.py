"""Typing Arabic: letters join, arrows go the way they point, the value stays logical."""

import pytest
from textual.app import ComposeResult
from textual.widgets.text_area import Selection

from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.terminal import Plan, TextOrder
from tracker.tui.widgets.rtl_input import RtlInput
from tracker.tui.widgets.rtl_text_area import RtlTextArea


class Typed(BidiApp[None]):
    def __init__(self, value: str = "", text: str = "") -> None:
        super().__init__()
        self.value = value
        self.area = RtlTextArea(text)

    def compose(self) -> ComposeResult:
        self.input = RtlInput(self.value, select_on_focus=False)
        yield self.input
        yield self.area


def row(app: Typed, y: int = 0) -> str:
    return app.area.render_line(y).text


async def test_typed_letters_join_and_stand_against_the_right_edge() -> None:
    app = Typed()
    async with app.run_test(size=(40, 10)) as pilot:
        app.input.focus()
        await pilot.press(*"قال ", *"HRW")
        assert app.input.value == "قال HRW"
        shown = app.input.render_line(0).text
        assert shown.strip() == visual("قال HRW")
        assert shown.endswith("\ufedd\ufe8e\ufed7")


async def test_left_moves_the_cursor_to_the_left_through_both_directions() -> None:
    app = Typed("قال HRW")
    async with app.run_test(size=(40, 10)) as pilot:
        app.input.focus()
        await pilot.press("home")
        visited = []
        for _ in range(7):
            await pilot.press("left")
            visited.append(app.input.cursor_position)
        assert visited == [1, 2, 3, 6, 5, 4, 7]
        await pilot.press("left")
        assert app.input.cursor_position == 7
        await pilot.press("right")
        assert app.input.cursor_position == 4


async def test_deleting_takes_the_character_before_the_cursor_in_reading_order() -> None:
    app = Typed("قال")
    async with app.run_test(size=(40, 10)) as pilot:
        app.input.focus()
        await pilot.press("home", "left", "backspace")
        assert app.input.value == "ال"


async def test_shift_and_arrows_select_and_plain_arrows_leave_at_that_side() -> None:
    app = Typed("قال هو")
    async with app.run_test(size=(40, 10)) as pilot:
        app.input.focus()
        await pilot.press("home", "shift+left", "shift+left")
        assert app.input.selected_text == "قا"
        await pilot.press("left")
        assert app.input.cursor_position == 2
        await pilot.press("ctrl+left")
        assert app.input.cursor_position == 4


async def test_a_click_sets_the_cursor_on_the_letter_that_is_seen() -> None:
    app = Typed("قال")
    async with app.run_test(size=(40, 10)) as pilot:
        edge = app.input.size.width - 1
        left = app.input.gutter.left
        await pilot.click(app.input, offset=(left + edge - 1, 1))
        assert app.input.cursor_position == 1
        await pilot.click(app.input, offset=(left + 3, 1))
        assert app.input.cursor_position == 3


async def test_a_long_value_shows_the_part_around_the_cursor() -> None:
    value = " ".join(f"كلمة{number}" for number in range(30))
    app = Typed(value)
    async with app.run_test(size=(30, 10)) as pilot:
        app.input.focus()
        await pilot.press("home")
        assert app.input.render_line(0).text.endswith(visual("كلمة0"))
        await pilot.press("end")
        shown = app.input.render_line(0).text
        assert visual("كلمة29") in shown
        assert app.input.render_line(0).cell_length == app.input.scrollable_content_region.width


async def test_a_latin_value_is_left_to_textual() -> None:
    app = Typed("said")
    async with app.run_test(size=(40, 10)) as pilot:
        app.input.focus()
        await pilot.press("left")
        assert app.input.cursor_position == 3
        assert app.input.render_line(0).text.startswith("said")


async def test_text_area_lines_are_ordered_each_by_itself() -> None:
    app = Typed(text="ملاحظة: لا يوجد (HRW)\nsecond line")
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert row(app).strip() == visual("ملاحظة: لا يوجد (HRW)")
        assert row(app).endswith(visual("ملاحظة"))
        assert row(app, 1).startswith("second line")


async def test_text_area_arrows_go_the_way_they_point_and_on_to_the_next_line() -> None:
    app = Typed(text="لا\nab")
    async with app.run_test(size=(40, 10)) as pilot:
        app.area.focus()
        app.area.move_cursor((0, 0))
        await pilot.press("left")
        assert app.area.cursor_location == (0, 2)
        await pilot.press("left")
        assert app.area.cursor_location == (1, 0)
        await pilot.press("left")
        assert app.area.cursor_location == (0, 2)
        await pilot.press("right", "shift+left")
        assert app.area.selected_text == "لا"


async def test_text_area_typing_clicking_and_moving_up_follow_what_is_seen() -> None:
    app = Typed(text="قال المصدر\nإن الهجوم")
    async with app.run_test(size=(40, 10)) as pilot:
        app.area.focus()
        await pilot.pause()
        inner = app.area.scrollable_content_region
        x = inner.x - app.area.region.x + inner.width - 1 - 3
        y = inner.y - app.area.region.y
        await pilot.click(app.area, offset=(x, y))
        assert app.area.cursor_location == (0, 3)
        await pilot.press("down")
        assert app.area.cursor_location == (1, 3)
        await pilot.press("up")
        assert app.area.cursor_location == (0, 3)
        await pilot.press(*" ثم")
        assert app.area.document.get_line(0) == "قال ثم المصدر"


async def test_text_area_selection_lies_on_the_letters_selected() -> None:
    app = Typed(text="قال المصدر")
    async with app.run_test(size=(40, 10)) as pilot:
        app.area.focus()
        app.area.selection = Selection((0, 0), (0, 3))
        await pilot.pause()
        theme = app.area._theme
        assert theme.selection_style is not None
        background = theme.selection_style.bgcolor
        strip = app.area.render_line(0)
        chosen = [part.text for part in strip if part.style and part.style.bgcolor == background]
        assert "".join(chosen) == visual("قال")


@pytest.mark.parametrize("value", ["user\u202egpj.exe", "قال\u200b المصدر", "a\x1b[31mb", "\ufeff"])
async def test_hidden_characters_are_marked_and_never_sent(value: str) -> None:
    app = Typed(value, value)
    async with app.run_test(size=(40, 10)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        for widget, name in ((app.input, "input--hidden"), (app.area, "text-area--hidden")):
            ground = widget.get_component_rich_style(name, partial=True).bgcolor
            strip = widget.render_line(0)
            assert any(part.style and part.style.bgcolor == ground for part in strip)
            assert not set(strip.text) & set("\u202e\u200b\x1b\ufeff")
        assert app.input.value == app.area.text == value


async def test_arrows_step_over_what_is_hidden_and_typing_keeps_it() -> None:
    app = Typed("ab\u202ecd")
    async with app.run_test(size=(40, 10)) as pilot:
        app.input.focus()
        await pilot.press("home", "right", "right", "right", "x", "end", "y")
        assert app.input.value == "ab\u202ecxdy"


@pytest.mark.parametrize("order", ["terminal", "off"])
async def test_what_hides_is_marked_and_not_sent_whoever_orders_text(order: TextOrder) -> None:
    value = "قال\u202eلا abc"
    app = Typed(value, value)
    app.plan = Plan(order=order)
    async with app.run_test(size=(40, 10)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        for widget, name in ((app.input, "input--hidden"), (app.area, "text-area--hidden")):
            ground = widget.get_component_rich_style(name, partial=True).bgcolor
            strip = widget.render_line(0)
            assert any(part.style and part.style.bgcolor == ground for part in strip)
            assert strip.text.strip() == "قاللا abc"
        app.input.focus()
        await pilot.press("home", *["right"] * 4, "x")
        assert app.input.value == "قال\u202eلاx abc"
