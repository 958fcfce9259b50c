"""Tones become the theme's colours here and nowhere else; text is never read as markup."""

from collections.abc import Callable, Iterable, Mapping

from rich.style import Style
from textual.content import Content
from textual.widget import Widget

from tracker.presenters.tones import Cell, Line, Tone
from tracker.tui.widgets.composed import Piece

#: Textual styles by tone; the variables are the theme's.
STYLES: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "$text-muted",
    Tone.ACCENT: "$text-accent",
    Tone.GOOD: "$text-success",
    Tone.WARN: "$text-warning",
    Tone.BAD: "bold $text-error",
}


def content(cells: Iterable[Cell]) -> Content:
    """Return cells as one line of Textual content."""
    return Content.assemble(*((cell.text, STYLES[cell.tone]) for cell in cells))


def lines_content(lines: Iterable[Line]) -> Content:
    """Return lines of cells as content, one below the other."""
    return Content("\n").join([content(line) for line in lines])


def pieces(cells: Iterable[Cell]) -> list[Piece]:
    """Return cells as the pieces of a composed line."""
    return [Piece(cell.text, "" if cell.tone is Tone.PLAIN else cell.tone.value) for cell in cells]


#: For the ``COMPONENT_CLASSES`` of a widget that draws cells itself.
TONE_CLASSES = frozenset({*(f"tone--{tone.value}" for tone in Tone), "tone--hidden"})
#: For its ``DEFAULT_CSS``, within its own block.
TONE_CSS = """
        & > .tone--strong { text-style: bold; }
        & > .tone--muted { color: $text-muted; }
        & > .tone--accent { color: $text-accent; }
        & > .tone--good { color: $text-success; }
        & > .tone--warn { color: $text-warning; }
        & > .tone--bad { color: $text-error; text-style: bold; }
        & > .tone--hidden { background: $error; color: $background; }
"""


def tone_styles(widget: Widget) -> Callable[[str], Style]:
    """Return what gives the style of a tone in a widget, or of ``hidden`` characters."""
    return lambda name: widget.get_component_rich_style(f"tone--{name}", partial=True)
