"""Tones become the theme's colours here and nowhere else; text is never read as markup."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from tracker.presenters.tones import Cell, Line, Tone

#: Textual styles by tone; the variables are the theme's.
STYLES: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
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
