"""Screenshots that a browser shows as the terminal did."""

import html
import re

from rich.cells import cell_len

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FONT_FAMILY = re.compile(r"font-family:\s*(?!arial)[^;]+;")
_FONTS = 'font-family: "DejaVu Sans Mono", FreeMono, monospace;'
_KEEP_ORDER = "text { unicode-bidi: bidi-override; direction: ltr; }\n"
_TEXT = re.compile(r'textLength="([\d.]+)"([^>]*)>([^<]*)</text>')


def readable_svg(svg: str) -> str:
    """Return a screenshot that orders no text again, keeps every cell's place, fetches nothing.

    A browser would turn text round that is in visual order already; the exported picture asks a
    server for a font without Arabic, and gives marks a cell of their own.

    Args:
        svg: what ``App.export_screenshot`` returns.
    """
    without_fetching = _FONT_FACE.sub("", svg)
    with_arabic = _FONT_FAMILY.sub(lambda _: _FONTS, without_fetching)
    in_cells = _TEXT.sub(_in_cells, with_arabic)
    return in_cells.replace("<style>", f"<style>\n{_KEEP_ORDER}", 1)


def _in_cells(found: re.Match[str]) -> str:
    """Make one stretch of text as long as its cells; Rich counts its characters."""
    length, attributes, escaped = found.groups()
    text = html.unescape(escaped)
    cells = float(length) * cell_len(text) / len(text)
    return f'textLength="{cells:g}"{attributes}>{escaped}</text>'
