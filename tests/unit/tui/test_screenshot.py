"""Pictures of the screen keep the order of the text and fetch nothing."""

import xml.etree.ElementTree as ET

from textual.app import ComposeResult
from textual.widgets import Label

from tracker.rtl import visual
from tracker.tui.bidi_app import BidiApp
from tracker.tui.screenshot import readable_svg


class Pictured(BidiApp[None]):
    def compose(self) -> ComposeResult:
        yield Label("قال (HRW)", markup=False)


async def test_a_picture_holds_the_order_and_fetches_nothing() -> None:
    app = Pictured()
    async with app.run_test(size=(30, 4)) as pilot:
        await pilot.pause()
        svg = app.export_screenshot()
    assert "unicode-bidi: bidi-override" in svg
    assert "DejaVu Sans Mono" in svg
    assert "@font-face" not in svg
    assert "url(http" not in svg
    ET.fromstring(svg)  # noqa: S314 - our own picture
    assert visual("قال (HRW)").replace(" ", "\u00a0") in svg.replace("&#160;", "\u00a0")


def test_marks_take_no_room_of_their_own() -> None:
    svg = '<style></style><text x="0" textLength="36.6" fill="red">\u0623\u064b&#160;</text>'
    assert 'textLength="24.4" fill="red"' in readable_svg(svg)
