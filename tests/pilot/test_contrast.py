"""Every word on every kind of screen can be read, in each theme of our own."""

from collections.abc import Iterable

import pytest
from rich.style import Style

from tests.judged_desk import judged_session
from tests.pilot.desk_app import Driver, driven
from tracker.tui.themes import THEMES

#: Least contrast of text by theme, and of what is drawn: WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11.
LEAST = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}
LEAST_DRAWN = 3.0
#: Keys that lead past every screen with tones of its own, a stop after each group.
WALK = (
    (),
    ("/", "7", "enter"),
    ("escape", "enter"),
    ("space", "right", "right"),
    ("escape", "x", "k"),
    ("v",),
    ("escape", "w"),
    ("escape", "l"),
    ("escape", "R"),
    ("escape", "b"),
    ("escape", "c"),
    ("escape", "escape", "s"),
    ("enter",),
    ("escape", "escape", "d"),
    ("escape", "x"),
    ("escape", "?"),
)


def luminance(colour: Iterable[int]) -> float:
    """Return the relative luminance of an sRGB colour, as WCAG 2.2 defines it."""
    red, green, blue = (
        value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4
        for value in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    colours = style.color.get_truecolor(), style.bgcolor.get_truecolor()
    light, dark = sorted((luminance(colour) for colour in colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def drawn(text: str) -> bool:
    """Return whether nothing is text: frames, bars, scrollbars."""
    return all(character.isspace() or "\u2500" <= character <= "\u259f" for character in text)


def faint(driver: Driver, least: float) -> list[str]:
    """Return what on the screen has less contrast than it must; what a dialog covers is off."""
    screen = driver.app.screen
    strips = screen._compositor.render_strips()
    if screen.is_modal:
        frame = screen.query_one(".frame").region
        strips = [strip.crop(frame.x, frame.right) for strip in strips[frame.y : frame.bottom]]
    found = []
    for strip in strips:
        for text, style, _ in strip:
            if text.strip() and style is not None and style.color and style.bgcolor:
                wanted = LEAST_DRAWN if drawn(text) else least
                if style.dim or contrast(style) < wanted:
                    found.append(f"{type(screen).__name__}: {text.strip()!r} in {style}")
    return found


def test_there_is_a_theme_of_high_contrast_and_the_standard_one_comes_first() -> None:
    assert [theme.name for theme in THEMES] == list(LEAST)


@pytest.mark.parametrize("theme", LEAST)
async def test_everything_written_has_the_contrast_that_its_theme_promises(theme: str) -> None:
    async with driven(judged_session()) as driver:
        driver.app.theme = theme
        for keys in WALK:
            await driver.press(*keys)
            assert faint(driver, LEAST[theme]) == []
