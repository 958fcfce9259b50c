"""Screenshots that a browser shows as the terminal did."""

import re

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FONT_FAMILY = re.compile(r"font-family:\s*(?!arial)[^;]+;")
_FONTS = 'font-family: "DejaVu Sans Mono", FreeMono, monospace;'
_KEEP_ORDER = "text { unicode-bidi: bidi-override; direction: ltr; }\n"


def readable_svg(svg: str) -> str:
    """Return a screenshot that orders no text again and fetches nothing.

    A browser would turn text round that is in visual order already, and the exported picture
    asks a server for a font without Arabic.

    Args:
        svg: what ``App.export_screenshot`` returns.
    """
    without_fetching = _FONT_FACE.sub("", svg)
    with_arabic = _FONT_FAMILY.sub(lambda _: _FONTS, without_fetching)
    return with_arabic.replace("<style>", f"<style>\n{_KEEP_ORDER}", 1)
